/** Finding a guest at the door. @import {RosterEntry} from "./messages.js" */

const { compare } = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/**
 * Those whose name has every word that was typed, without regard to accents and case; who is still expected first.
 * @param {RosterEntry[]} people @param {string} words
 * @returns {RosterEntry[]}
 */
export function found(people, words) {
  const wanted = plain(words).split(/\s+/u).filter(Boolean);
  return people
    .filter(({ presence }) => presence !== "removed")
    .filter(({ name }) => wanted.every((word) => plain(name).includes(word)))
    .toSorted((a, b) => Number(a.presence !== "expected") - Number(b.presence !== "expected") || compare(a.name, b.name));
}

/** @param {string} text */
function plain(text) {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLocaleLowerCase();
}
