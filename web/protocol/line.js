/**
 * How good a line is, from what `getStats` counts. The words follow what a conversation bears: ITU-T G.114 calls a
 * mouth-to-ear delay over 400 ms unacceptable, and speech is hard to follow when one packet in ten is missing.
 *
 * @typedef {"good" | "fair" | "weak"} Level
 * @typedef {object} Sample counted since the link began
 * @property {number} packets that came, or should have come, both ways
 * @property {number} lost of them
 * @property {number | null} roundTrip in milliseconds; null while unknown
 * @property {boolean} starved whether the line is too narrow for the picture that is sent
 */

/** Fewer packets between two looks say nothing. */
const ENOUGH = 20;
/** @type {{level: Level, loss: number, roundTrip: number}[]} the worst first */
const BOUNDS = [
  { level: "weak", loss: 0.1, roundTrip: 700 },
  { level: "fair", loss: 0.03, roundTrip: 350 },
];

/**
 * @param {Sample} before @param {Sample} after
 * @returns {Level | null} null where there is nothing to judge by
 */
export function judge(before, after) {
  const packets = after.packets - before.packets;
  if (packets < ENOUGH) return null;
  const loss = Math.max(0, after.lost - before.lost) / packets;
  const worse = BOUNDS.find((bound) => loss > bound.loss || (after.roundTrip ?? 0) > bound.roundTrip);
  return worse?.level ?? (after.starved ? "fair" : "good");
}

/** Changes its mind only when two looks in a row agree, so that one bad second alarms nobody. */
export class LineJudge {
  /** @type {Level | null} */
  level = null;
  /** @type {Sample | null} */
  #last = null;
  /** @type {Level | null} */
  #doubt = null;

  /** @param {Sample} sample @returns {boolean} whether the level is another one now */
  take(sample) {
    const seen = this.#last && judge(this.#last, sample);
    this.#last = sample;
    if (!seen || seen === this.level) {
      this.#doubt = null;
      return false;
    }
    const isSure = seen === this.#doubt;
    this.#doubt = isSure ? null : seen;
    if (isSure) this.level = seen;
    return isSure;
  }
}

/**
 * One's own line is as good as the best link over it: what spoils only one of them lies with the other side.
 * @param {(Level | null)[]} levels @returns {Level | null}
 */
export function ownLine(levels) {
  return /** @type {Level[]} */ (["good", "fair", "weak"]).find((level) => levels.includes(level)) ?? null;
}
