/**
 * The WebSocket to the server: joins, answers requests, comes back by itself. Knows no DOM and nothing of rooms.
 *
 * @import {ServerMessage, Welcome, Refusal, Ok} from "./messages.js"
 * @typedef {"connecting" | "open" | "reconnecting" | "closed"} ConnectionState
 */
import { comesBack, delay } from "./backoff.js";
import { SUBPROTOCOL } from "./messages.js";

/** Milliseconds for an answer: longer than any planning of a round takes. */
const REQUEST_TIMEOUT = 10_000;
/** Milliseconds in which a connection must have opened and welcomed us, or it is tried anew. */
const WELCOME_TIMEOUT = 8_000;

/** What the server or the network refused, in a sentence for people. */
export class RequestError extends Error {
  /** @param {string} code one of the protocol's codes @param {string} message */
  constructor(code, message) {
    super(message);
    this.name = "RequestError";
    this.code = code;
  }
}

export class Connection {
  /** @type {ConnectionState} */
  state = "closed";
  /** @type {WebSocket | null} */
  #socket = null;
  #welcomed = false;
  #attempt = 0;
  #requests = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #retry;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #patience;
  /** @type {Map<string, {resolve: (ok: Ok) => void, reject: (error: RequestError) => void, timer: ReturnType<typeof setTimeout>}>} */
  #waiting = new Map();

  /**
   * @param {object} options
   * @param {string} options.url
   * @param {() => object} options.join makes the `join` of each attempt
   * @param {(message: ServerMessage) => void} options.onMessage everything but the answers to requests
   * @param {(state: ConnectionState, code: number | null) => void} options.onState
   * @param {(refusal: Refusal) => void} options.onRefused the `join` was refused
   * @param {typeof WebSocket} [options.WebSocket]
   * @param {() => number} [options.random]
   */
  constructor(options) {
    this.options = { WebSocket: globalThis.WebSocket, random: Math.random, ...options };
  }

  /** Opens the connection and keeps it; also after it was closed for good. */
  open() {
    clearTimeout(this.#retry);
    this.#abandon();
    this.#become(this.#attempt === 0 && this.state === "closed" ? "connecting" : "reconnecting", null);
    const socket = new this.options.WebSocket(this.options.url, SUBPROTOCOL);
    this.#socket = socket;
    this.#welcomed = false;
    this.#patience = setTimeout(() => this.#lost(socket, 1006), WELCOME_TIMEOUT);
    const isOurs = () => socket === this.#socket;
    socket.addEventListener("open", () => isOurs() && socket.send(JSON.stringify(this.options.join())));
    socket.addEventListener("message", ({ data }) => isOurs() && this.#receive(JSON.parse(data)));
    socket.addEventListener("close", ({ code }) => this.#lost(socket, code));
  }

  /** Comes back at once where it was waiting to: the network or the page is there again. */
  hurry() {
    if (this.state === "reconnecting" && this.#socket === null) this.open();
  }

  /** Ends it; no attempt follows. */
  close() {
    clearTimeout(this.#retry);
    this.#abandon();
    this.#become("closed", 1000);
  }

  /**
   * Sends a frame that is not answered. Says whether it could.
   * @param {object} message
   */
  send(message) {
    if (!this.#welcomed || this.#socket?.readyState !== 1) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  /**
   * Sends a request and waits for its `ok`.
   * @param {{type: string, [field: string]: any}} message
   * @returns {Promise<Ok>} rejects with a RequestError: the server's refusal, or `unavailable`
   */
  request(message) {
    const id = `c${++this.#requests}`;
    return new Promise((resolve, reject) => {
      if (!this.send({ ...message, id })) return reject(new RequestError("unavailable", "offline"));
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        reject(new RequestError("unavailable", "timeout"));
      }, REQUEST_TIMEOUT);
      this.#waiting.set(id, { resolve, reject, timer });
    });
  }

  /** @param {any} message */
  #receive(message) {
    const request = message.re === undefined ? undefined : this.#waiting.get(message.re);
    if (request) {
      this.#waiting.delete(message.re);
      clearTimeout(request.timer);
      if (message.type === "ok") request.resolve(message);
      else request.reject(new RequestError(message.code, message.message));
      return;
    }
    if (!this.#welcomed && message.type === "error") return this.options.onRefused(message);
    if (message.type === "welcome") {
      clearTimeout(this.#patience);
      this.#welcomed = true;
      this.#attempt = 0;
      this.#become("open", null);
    }
    this.options.onMessage(message);
  }

  /** @param {WebSocket} socket @param {number} code */
  #lost(socket, code) {
    if (socket !== this.#socket) return;
    this.#abandon();
    if (!comesBack(code)) return this.#become("closed", code);
    this.#become("reconnecting", code);
    this.#retry = setTimeout(() => this.open(), delay(this.#attempt++, this.options.random()));
  }

  /** Lets go of the socket: nothing of it is heard any more, and whoever waits for an answer is told. */
  #abandon() {
    clearTimeout(this.#patience);
    const socket = this.#socket;
    this.#socket = null;
    this.#welcomed = false;
    socket?.close();
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      reject(new RequestError("unavailable", "offline"));
    }
    this.#waiting.clear();
  }

  /** @param {ConnectionState} state @param {number | null} code */
  #become(state, code) {
    if (state === this.state) return;
    this.state = state;
    this.options.onState(state, code);
  }
}
