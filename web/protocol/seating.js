/**
 * Who sits where in the venue, as a board shows it: by name, in pages.
 *
 * @import {Phase, TableSeating} from "./messages.js"
 * @typedef {{name: string, table: string}} Place
 */

/**
 * The seating to show: the next one while people walk to it, else that of the round at hand.
 * @param {ReadonlyMap<number, TableSeating>} seatings by round
 * @param {Phase | null} phase
 * @returns {{seating: TableSeating, isNext: boolean} | null}
 */
export function seatingToShow(seatings, phase) {
  if (!phase || phase.name === "ended") return null;
  const next = seatings.get(phase.round + 1);
  // One that was called off is still here, without a time to come.
  const isCalled = phase.name === "round" || phase.startsAt !== null;
  if (next && isCalled && next.tables.length > 0) return { seating: next, isNext: true };
  const now = phase.name === "round" ? seatings.get(phase.round) : undefined;
  return now && now.tables.length > 0 ? { seating: now, isNext: false } : null;
}

/**
 * Everybody around a table, by name as the reader's language sorts them.
 * @param {TableSeating} seating @param {string} language
 * @returns {Place[]}
 */
export function places({ tables }, language) {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return tables.flatMap(({ table, people }) => people.map((name) => ({ name, table })))
    .toSorted((a, b) => compare(a.name, b.name) || compare(a.table, b.table));
}

/**
 * Pages of about the same length, so that the last one is no remnant.
 * @template T @param {T[]} list @param {number} most on one page, at least 1
 * @returns {T[][]}
 */
export function pagesOf(list, most) {
  const count = Math.max(1, Math.ceil(list.length / most));
  const length = Math.ceil(list.length / count);
  return Array.from({ length: count }, (_, page) => list.slice(page * length, (page + 1) * length));
}
