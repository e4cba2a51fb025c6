/**
 * What a host's page knows: everybody by id, the rooms that follow from it, and which requests make sense now.
 *
 * @import {Phase, RosterEntry} from "./messages.js"
 * @typedef {"start" | "rotate" | "extend" | "shorten" | "pause" | "resume" | "end" | "announce" | "close"} Control
 */

export class Roster {
  /** @type {Map<string, RosterEntry>} */
  people = new Map();
  /** The people of each room, by its id. @type {Map<string, Set<string>>} */
  rooms = new Map();

  /**
   * Takes in whole entries and says what is touched by them, so that a page redraws only that.
   * @param {RosterEntry[]} entries
   * @returns {{people: Set<string>, rooms: Set<string>}}
   */
  merge(entries) {
    const people = new Set();
    const rooms = new Set();
    for (const entry of entries) {
      const before = this.people.get(entry.id);
      people.add(entry.id);
      if (before?.room) rooms.add(before.room);
      if (entry.room) rooms.add(entry.room);
      this.people.set(entry.id, entry);
      if (before?.room !== entry.room) this.#move(entry.id, before?.room ?? null, entry.room);
    }
    return { people, rooms };
  }

  /** Begins anew from a whole roster. @param {RosterEntry[]} entries */
  reset(entries) {
    const rooms = new Set(this.rooms.keys());
    const people = new Set(this.people.keys());
    this.people.clear();
    this.rooms.clear();
    const touched = this.merge(entries);
    return { people: new Set([...people, ...touched.people]), rooms: new Set([...rooms, ...touched.rooms]) };
  }

  /** How many are here. */
  get present() {
    return this.#count(({ presence }) => presence === "present" || presence === "checked-in");
  }

  /** How many have a page open, and read what is said to everybody. */
  get readers() {
    return this.#count(({ presence }) => presence === "present");
  }

  /** How many sit at a table. @param {string} table */
  atTable(table) {
    return this.#count((entry) => entry.table === table);
  }

  /** The table at which a room is, if it is at one. @param {string} room */
  tableOf(room) {
    const [person] = this.rooms.get(room) ?? [];
    return this.people.get(person)?.table;
  }

  /** @param {(entry: RosterEntry) => boolean} condition */
  #count(condition) {
    let count = 0;
    for (const entry of this.people.values()) if (condition(entry)) count += 1;
    return count;
  }

  /** @param {string} person @param {string | null} from @param {string | null} to */
  #move(person, from, to) {
    const old = from === null ? undefined : this.rooms.get(from);
    old?.delete(person);
    if (from !== null && old?.size === 0) this.rooms.delete(from);
    if (to === null) return;
    const room = this.rooms.get(to);
    if (room) room.add(person);
    else this.rooms.set(to, new Set([person]));
  }
}

/**
 * Why somebody who is here has no room while a round runs; null for everybody else.
 * @param {RosterEntry} entry @param {boolean} isRound
 * @returns {"seat" | "choice" | null} waits for a seat, or sits out by choice
 */
export function whyWaiting({ presence, room, waiting, passing }, isRound) {
  if (!isRound || (presence !== "present" && presence !== "checked-in") || room !== null) return null;
  if (waiting && !passing) return "seat";
  return passing ? "choice" : null;
}

/** The number by which people know a room: 17 of r3-17. @param {string} room */
export function roomNumber(room) {
  return room.split("-").at(-1) ?? "";
}

/**
 * The requests that the server would take in this phase.
 * @param {Phase | null} phase
 * @returns {Set<Control>}
 */
export function possible(phase) {
  if (!phase || phase.name === "ended") return new Set();
  if (phase.name !== "round") {
    const timed = phase.endsAt === null ? [] : ["extend", "shorten", phase.paused ? "resume" : "pause"];
    return new Set(/** @type {Control[]} */ ([phase.startsAt === null ? "start" : "end", ...timed, "announce", "close"]));
  }
  return phase.paused
    ? new Set(["resume", "extend", "shorten", "end", "announce", "close"])
    : new Set(["rotate", "extend", "shorten", "pause", "end", "announce", "close"]);
}

const numbers = new Intl.Collator("en", { numeric: true });

/**
 * Room ids in the order of their numbers: r3-2 before r3-10.
 * @param {string} a @param {string} b
 */
export function byRoomNumber(a, b) {
  return numbers.compare(a, b);
}
