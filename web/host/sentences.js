/**
 * Which question goes before a host's request and which sentence comes after it, and what is filled in. The words
 * themselves are in the languages, as `host.ask.…` and `host.done.…`.
 *
 * @import {Roster} from "../protocol/roster.js"
 * @import {Request} from "../protocol/undo.js"
 */
import { leftBehind } from "../protocol/moves.js";
import { roomNumber } from "../protocol/roster.js";
import { roomName } from "../elements/room-name.js";

/** Requests that always ask first. @type {Record<string, string>} */
const QUESTIONS = {
  announce: "announce", rotate: "rotate", "round.end": "end", "agenda.start": "begin", "agenda.next": "next", "agenda.stop": "stop",
  "gathering.close": "close", "person.remove": "remove", "pair.keep": "apart",
};
/** Questions whose yes is no loss to anybody: Enter says it. */
const READY = new Set(["announce", "rotate", "start", "begin", "next", "seat"]);
/** What is said when it is done. @type {Record<string, string>} */
const DONE = {
  announce: "announce", "round.start": "start", "round.pause": "pause", "round.resume": "resume", "pair.keep": "apart", "help.done": "help",
  "person.remove": "remove", "person.add": "check-in", "table.add": "table-add", "table.open": "table-open", "table.close": "table-close",
  "screen.pair": "pair",
};

/** @param {string} question */
export function isReady(question) {
  return READY.has(question);
}

/**
 * What to ask first; null where it can be taken back, or costs nobody anything.
 * @param {Request} request @param {Roster} roster
 * @returns {string | null}
 */
export function questionOf(request, roster) {
  const entry = roster.people.get(String(request.person));
  switch (request.type) {
    case "person.move":
      if (request.with) return "together";
      return entry ? questionOfMove(leftBehind(roster, entry), entry.passing) : null;
    case "person.pass": return request.on !== false && entry && leftBehind(roster, entry) === "somebody alone" ? "pass" : null;
    case "table.close": return roster.atTable(String(request.table)) > 0 ? "table" : null;
    default: return QUESTIONS[request.type] ?? null;
  }
}

/** @param {ReturnType<typeof leftBehind>} left @param {boolean} passing */
function questionOfMove(left, passing) {
  if (left === "somebody alone") return "move";
  return left === "nothing" && !passing ? "seat" : null;
}

/**
 * What to say when it is done; null where the page itself shows it.
 * @param {Request} request @param {Roster} roster
 * @returns {string | null}
 */
export function doneOf(request, roster) {
  switch (request.type) {
    case "round.extend": return Number(request.seconds) > 0 ? "extend" : "shorten";
    case "person.move":
      if (request.with) return "together";
      if (typeof request.room !== "string") return "move-free";
      return roster.tableOf(request.room) ? "move-table" : "move";
    case "person.pass": return request.on === false ? "back-in" : "sits-out";
    case "person.mode": return request.mode === "venue" ? "to-venue" : "to-home";
    case "person.checkin": return request.on === false ? "check-out" : "check-in";
    default: return DONE[request.type] ?? null;
  }
}

/**
 * What the sentences about a request fill in.
 * @param {Request} request @param {Roster} roster
 * @returns {Record<string, string | number>}
 */
export function valuesOf(request, roster) {
  const { type, people, room, table, lengthSeconds, rounds } = request;
  const [one, two] = [request.person, request.with, ...(Array.isArray(people) ? people : [])].map((person) => roster.people.get(String(person)))
    .filter((entry) => entry !== undefined);
  const place = typeof room === "string" ? room : "";
  return {
    name: String(request.name ?? one?.name ?? ""),
    other: two?.name ?? "",
    number: roomNumber(place),
    place: place && roomName(place, roster.tableOf(place)),
    table: String(table ?? roster.tableOf(place) ?? ""),
    words: String(request.text ?? ""),
    count: type === "table.close" ? roster.atTable(String(table)) : roster.readers,
    people: String(people ?? ""), minutes: Number(lengthSeconds) / 60, rounds: String(rounds ?? ""),
  };
}
