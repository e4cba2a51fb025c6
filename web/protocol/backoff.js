/** When a lost connection is tried again: what the close codes ask for, and how long to wait. */

/** Milliseconds before the first attempt; every further one waits twice as long. */
const FIRST = 400;
/** Milliseconds: nobody should wait longer for a server that is back. */
const LONGEST = 8_000;

/**
 * Whether the protocol's table of close codes lets a client come back.
 * @param {number} code
 */
export function comesBack(code) {
  if (code >= 4500 && code <= 4999) return false;
  return code !== 1008 && code !== 1009;
}

/**
 * Half of the wait is fixed and half is chance, so that a thousand pages don't come back at one instant.
 * @param {number} attempt counts from 0
 * @param {number} chance from 0 to 1
 * @returns {number} milliseconds
 */
export function delay(attempt, chance) {
  const whole = Math.min(FIRST * 2 ** Math.min(attempt, 16), LONGEST);
  return whole / 2 + (whole / 2) * chance;
}
