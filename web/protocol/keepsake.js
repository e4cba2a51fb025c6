/**
 * What stays of an evening on the device of whoever was there: whom they met, with their notes, and who wishes to be
 * reached. Pure: the caller keeps the value.
 *
 * @import {Card, Match} from "./messages.js"
 * @typedef {Card & {note: string, contact: string | null}} Souvenir `contact` is null unless both wished for more
 * @typedef {Readonly<Record<string, Souvenir>>} Keepsake by the person's id, in the order of meeting
 */

/** @param {Keepsake} keepsake @param {Card[]} cards @returns {Keepsake} the same if nothing is new */
export function withMet(keepsake, cards) {
  const news = cards.filter((card) => !sameCard(keepsake[card.id], card));
  if (news.length === 0) return keepsake;
  const added = news.map((card) => [card.id, { ...(keepsake[card.id] ?? stranger(card.id)), ...card }]);
  return { ...keepsake, ...Object.fromEntries(added) };
}

/** @param {Keepsake} keepsake @param {Match[]} matches @returns {Keepsake} */
export function withMatches(keepsake, matches) {
  const news = matches.filter(({ person, contact }) => keepsake[person]?.contact !== contact);
  if (news.length === 0) return keepsake;
  const added = news.map(({ person, name, contact }) => [person, { ...(keepsake[person] ?? stranger(person)), name, contact }]);
  return { ...keepsake, ...Object.fromEntries(added) };
}

/** @param {Keepsake} keepsake @param {string} person @param {string} note @returns {Keepsake} */
export function withNote(keepsake, person, note) {
  return person in keepsake ? { ...keepsake, [person]: { ...keepsake[person], note } } : keepsake;
}

/** @param {Keepsake} keepsake @param {string} person @returns {Keepsake} */
export function without(keepsake, person) {
  const { [person]: _, ...rest } = keepsake;
  return rest;
}

/** @param {Souvenir | undefined} known @param {Card} card */
function sameCard(known, { name, profile }) {
  return known !== undefined && known.name === name && JSON.stringify(known.profile) === JSON.stringify(profile);
}

/** @param {string} id @returns {Souvenir} */
function stranger(id) {
  return { id, name: "", mode: "online", profile: { headline: "", topics: [], company: "" }, note: "", contact: null };
}
