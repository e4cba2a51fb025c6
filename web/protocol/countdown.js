/**
 * How long something lasts yet, on the server's clock.
 *
 * @import {Phase} from "./messages.js"
 */

/**
 * Milliseconds to the phase's next turn: the end of the round, or the start of a called one; null where there is none.
 * @param {Phase | null} phase
 * @param {number} now on the server's clock
 */
export function remaining(phase, now) {
  if (!phase) return null;
  const turn = phase.name === "round" || phase.name === "break" ? phase.endsAt : phase.startsAt;
  if (turn === null || turn === undefined) return null;
  return Math.max(0, turn - (phase.paused && phase.pausedAt ? phase.pausedAt : now));
}

/**
 * Whole seconds as people count them: "1" until the last second is over.
 * @param {number} milliseconds
 */
export function seconds(milliseconds) {
  return Math.max(0, Math.ceil(milliseconds / 1000));
}

/**
 * `4:05`, or `1:00:00` from an hour on.
 * @param {number} milliseconds
 */
export function format(milliseconds) {
  const whole = seconds(milliseconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** @param {number} number */
function two(number) {
  return String(number).padStart(2, "0");
}

/**
 * The cue that was passed between two looks at the clock, if any.
 * @param {number | null} before milliseconds at the last look
 * @param {number | null} after
 * @returns {"minute" | "ten" | null}
 */
export function cue(before, after) {
  if (before === null || after === null) return null;
  if (before > 10_000 && after <= 10_000) return "ten";
  if (before > 60_000 && after <= 60_000) return "minute";
  return null;
}
