/**
 * Asks the server what a link leads to, before anybody joins: on a connection of its own that goes with the answer.
 *
 * @import {Look} from "./messages.js"
 */
import { RequestError } from "./connection.js";
import { SUBPROTOCOL } from "./messages.js";

/** Milliseconds after which the door opens without an answer. */
const PATIENCE = 4_000;

/**
 * @param {{url: string, entry: {token: string} | {gathering: string}, WebSocket?: typeof WebSocket}} options
 * @returns {Promise<Look>} rejects with a RequestError: the server's refusal, or `unavailable`
 */
export function look({ url, entry, WebSocket = globalThis.WebSocket }) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, SUBPROTOCOL);
    const fail = () => reject(new RequestError("unavailable", "offline"));
    const timer = setTimeout(() => end(fail), PATIENCE);
    /** @param {() => void} settle */
    const end = (settle) => {
      clearTimeout(timer);
      settle();
      socket.close();
    };
    socket.addEventListener("open", () => socket.send(JSON.stringify({ type: "look", id: "look", ...entry })));
    socket.addEventListener("message", ({ data }) => {
      const answer = JSON.parse(data);
      end(() => (answer.type === "ok" ? resolve(answer) : reject(new RequestError(answer.code, answer.message))));
    });
    socket.addEventListener("close", () => end(fail));
  });
}
