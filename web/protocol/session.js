/**
 * A page's place in the gathering over time: connection, clock and seat put together, and what must outlive a reload.
 *
 * @import {ConnectionState} from "./connection.js"
 * @import {Effect, Seat} from "./seat.js"
 * @import {Refusal, ServerMessage, Signal, Welcome} from "./messages.js"
 *
 * @typedef {object} Profile what a person told about themselves in the form
 * @property {string} [name]
 * @property {{headline: string, topics: string[], company: string}} [profile]
 * @property {string} [contact]
 * @property {"online" | "venue"} [mode] where they take part, as far as they said
 */
import { Clock } from "./clock.js";
import { Connection } from "./connection.js";
import { look } from "./look.js";
import { begin, dismissAnnouncement, nextTurn, nobody, receive } from "./seat.js";

export class Session extends EventTarget {
  /** @type {Readonly<Seat>} */
  seat = nobody;
  /** @type {RTCIceServer[]} */
  iceServers = [];
  /** Which connections a rejoining page still holds. @type {() => Record<string, number>} */
  links = () => ({});
  /** @type {Profile} */
  profile = {};
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #turn;
  /** Whether this page has been welcomed before: only then has it connections to keep. */
  #stayed = false;

  /**
   * @param {object} options
   * @param {string} options.url of the WebSocket
   * @param {string} options.gathering
   * @param {string | null} options.token
   * @param {string} options.locale
   * @param {{resume: string | null}} options.memory outlives the page in its tab
   * @param {typeof WebSocket} [options.WebSocket]
   */
  constructor(options) {
    super();
    this.options = options;
    this.connection = new Connection({
      url: options.url,
      WebSocket: options.WebSocket ?? globalThis.WebSocket,
      join: () => this.#join(),
      onMessage: (message) => this.#receive(message),
      onState: (state, code) => this.#connectionChanged(state, code),
      onRefused: (refusal) => this.#refused(refusal),
    });
    this.clock = new Clock((message) => this.connection.send(message));
  }

  /** What the link leads to, before anybody joins. */
  look() {
    const { url, token, gathering, WebSocket } = this.options;
    return look({ url, WebSocket, entry: token ? { token } : { gathering } });
  }

  /** Joins, or comes back with what the last welcome gave. @param {Profile} [profile] */
  join(profile = {}) {
    this.profile = profile;
    this.connection.open();
  }

  /** @param {{type: string, [field: string]: any}} message */
  request(message) {
    return this.connection.request(message);
  }

  /** Leaves for good; the seat is given up. */
  async leave() {
    await this.connection.request({ type: "leave" }).catch(() => {});
    this.options.memory.resume = null;
    this.connection.close();
  }

  dismissAnnouncement() {
    this.#take(dismissAnnouncement(this.seat));
  }

  #join() {
    const { token, gathering, locale, memory } = this.options;
    return {
      type: "join",
      // Whoever is on the guest list is there with what the list says.
      ...(token ? { token } : { gathering, ...(memory.resume ? {} : { mode: "online" }) }),
      locale,
      ...this.profile,
      ...(memory.resume ? { resume: memory.resume } : {}),
      ...(memory.resume && this.#stayed ? { links: this.links() } : {}),
    };
  }

  /** @param {ServerMessage} message */
  #receive(message) {
    if (message.type === "time") return this.clock.receive(message);
    if (message.type === "signal") return this.#tell("signal", message);
    if (message.type === "welcome") this.#welcomed(message);
    this.#take(receive(this.seat, message, this.clock.now()));
    this.#tell("message", message);
  }

  /** @param {Welcome} welcome */
  #welcomed({ now, resume, iceServers }) {
    this.clock.start(now);
    this.iceServers = iceServers ?? [];
    this.options.memory.resume = resume;
    this.#stayed = true;
  }

  /**
   * A seat that is no longer kept is no reason to send anybody away: they join anew where we know who they are.
   * @param {Refusal} refusal
   */
  #refused(refusal) {
    const forgotten = this.options.memory.resume !== null;
    this.options.memory.resume = null;
    this.#stayed = false;
    if (forgotten && (this.options.token || this.profile.name)) return this.connection.open();
    this.connection.close();
    this.#tell("refused", refusal);
  }

  /** @param {ConnectionState} state @param {number | null} code */
  #connectionChanged(state, code) {
    if (state !== "open") this.clock.stop();
    this.#tell("connection", { state, code });
  }

  /** @param {{seat: Readonly<Seat>, effects: Effect[]}} step */
  #take({ seat, effects }) {
    const changed = seat !== this.seat;
    this.seat = seat;
    if (changed) this.#tell("seat", seat);
    for (const effect of effects) this.#tell("effect", effect);
    this.#awaitTurn();
  }

  #awaitTurn() {
    clearTimeout(this.#turn);
    const turn = nextTurn(this.seat);
    if (turn === null) return;
    const wait = this.clock.toLocal(turn) - this.clock.local();
    this.#turn = setTimeout(() => this.#take(begin(this.seat, this.clock.now())), Math.max(0, Math.ceil(wait)));
  }

  /** @param {string} type @param {unknown} detail */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
