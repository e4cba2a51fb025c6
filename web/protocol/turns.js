/**
 * Whose word it is in a room that talks in turns: told from the assignment and the clock alone.
 *
 * @import {Turns} from "./messages.js"
 */

/**
 * @param {Turns} turns
 * @param {number} now on the server's clock
 * @returns {{person: string, left: number}} who speaks, and for how many milliseconds more
 */
export function speaker({ from, lengthSeconds, order }, now) {
  const length = lengthSeconds * 1000;
  const turn = Math.max(0, Math.floor((now - from) / length));
  return { person: order[turn % order.length] ?? "", left: from + (turn + 1) * length - now };
}
