/**
 * Where a host may put somebody by hand, and whether it can be taken back.
 *
 * @import {RosterEntry} from "./messages.js"
 * @import {Roster} from "./roster.js"
 * @import {Before, Request} from "./undo.js"
 *
 * @typedef {object} Place
 * @property {string | null} room null: wherever a seat is free
 * @property {string[]} people ids of those who sit there
 * @property {boolean} isFull
 */
import { byRoomNumber } from "./roster.js";

const { compare } = new Intl.Collator(undefined, { numeric: true });

/** As many as a room seats: each sends a picture to all others. */
export const MOST = 6;

/** The place of those who sit out, among the ids of rooms. */
export const OUT = "out";

/** Whether the server would move this person at all: a seat is kept for those who are here or were until now. @param {RosterEntry} entry */
export function isMovable({ presence }) {
  return presence === "present" || presence === "lost" || presence === "checked-in";
}

/** Whether somebody sits out now: who wishes it during a round talks on until its end. @param {RosterEntry} entry */
export function sitsOut({ passing, room }) {
  return passing && room === null;
}

/**
 * The rooms that somebody could be moved to, in the order of their numbers, after "wherever a seat is free".
 * @param {Roster} roster @param {RosterEntry} entry
 * @returns {Place[]} none while there are no rooms
 */
export function places(roster, entry) {
  if (!isMovable(entry)) return [];
  const rooms = [...roster.rooms].filter(([room]) => room !== entry.room).toSorted(([a], [b]) => byRoomNumber(a, b))
    .map(([room, people]) => ({ room, people: [...people], isFull: people.size >= MOST }));
  return rooms.length === 0 ? [] : [{ room: null, people: [], isFull: false }, ...rooms];
}

/**
 * With whom somebody could have a new room, those without a room first; those of one's own room are there already.
 * @param {Roster} roster @param {RosterEntry} entry
 * @returns {RosterEntry[]} none while there are no rooms
 */
export function companions(roster, entry) {
  if (!isMovable(entry) || roster.rooms.size === 0) return [];
  return [...roster.people.values()]
    .filter((other) => other.id !== entry.id && isMovable(other) && (other.room === null || other.room !== entry.room))
    .toSorted((a, b) => Number(a.room !== null) - Number(b.room !== null) || compare(a.name, b.name));
}

/**
 * What a move leaves behind. Who is left alone joins others at once, and then there is no room to go back to.
 * @param {Roster} roster @param {RosterEntry} entry
 * @returns {"nothing" | "company" | "somebody alone"} `nothing`: the person waited
 */
export function leftBehind(roster, { room }) {
  const people = room === null ? undefined : roster.rooms.get(room);
  if (!people) return "nothing";
  return people.size > 2 ? "company" : "somebody alone";
}

/**
 * What was before a request about somebody, for the way back.
 * @param {Request} request @param {Roster} roster
 * @returns {Before}
 */
export function beforeOf(request, roster) {
  const entry = roster.people.get(String(request.person));
  if (!entry) return {};
  const { mode, presence, passing, room } = entry;
  return { mode, presence, passing, room: leftBehind(roster, entry) === "company" ? room : null };
}
