import assert from "node:assert/strict";
import { test } from "node:test";
import { byRoomNumber, possible, Roster } from "../../web/protocol/roster.js";
import { lobby, round } from "./messages.js";

const entry = (id, more = {}) => ({ id, name: id, mode: "online", presence: "present", room: null, passing: false, waiting: false, ...more });
const rooms = (roster) => Object.fromEntries([...roster.rooms].map(([room, people]) => [room, [...people]]));

test("rooms follow from the people's entries, and what changed is told", () => {
  const roster = new Roster();
  roster.merge([entry("p1", { room: "r1-1" }), entry("p2", { room: "r1-1" }), entry("p3", { waiting: true })]);
  assert.deepEqual(rooms(roster), { "r1-1": ["p1", "p2"] });
  const touched = roster.merge([entry("p2", { room: "r1-2" }), entry("p3", { room: "r1-2" })]);
  assert.deepEqual([[...touched.people], [...touched.rooms]], [["p2", "p3"], ["r1-1", "r1-2"]]);
  assert.deepEqual(rooms(roster), { "r1-1": ["p1"], "r1-2": ["p2", "p3"] });
});

test("an empty room is gone", () => {
  const roster = new Roster();
  roster.merge([entry("p1", { room: "r1-1" })]);
  roster.merge([entry("p1")]);
  assert.deepEqual(rooms(roster), {});
});

test("a whole roster replaces what was known, and touches those who are no longer there", () => {
  const roster = new Roster();
  roster.merge([entry("p1", { room: "r1-1" }), entry("p2")]);
  const touched = roster.reset([entry("p2", { room: "r2-1" })]);
  assert.deepEqual([[...touched.people].toSorted(), [...touched.rooms].toSorted()], [["p1", "p2"], ["r1-1", "r2-1"]]);
  assert.deepEqual([...roster.people.keys()], ["p2"]);
});

test("who is here is counted", () => {
  const roster = new Roster();
  roster.merge([entry("p1"), entry("p2", { presence: "lost" }), entry("p3", { waiting: true })]);
  assert.equal(roster.present, 2);
});

test("who reads what is said to everybody has a page, and is connected", () => {
  const roster = new Roster();
  roster.merge([entry("p1"), entry("p2", { presence: "checked-in" }), entry("p3", { presence: "lost" }), entry("p4")]);
  assert.equal(roster.readers, 2);
});

test("a room at a table is known by the table, and who sits there is counted", () => {
  const roster = new Roster();
  roster.merge([entry("p1", { room: "r1-1", table: "Window" }), entry("p2", { room: "r1-1", table: "Window" }), entry("p3", { room: "r1-2" })]);
  assert.deepEqual(["Window", "Door"].map((table) => roster.atTable(table)), [2, 0]);
  assert.deepEqual(["r1-1", "r1-2", "r1-3"].map((room) => roster.tableOf(room)), ["Window", undefined, undefined]);
});

const can = (phase) => [...possible(phase)].toSorted().join(" ");

test("only what the server would take is possible", () => {
  assert.equal(can(null), "");
  assert.equal(can({ ...lobby, name: "ended" }), "");
  assert.equal(can(lobby), "announce close start");
  assert.equal(can({ ...lobby, startsAt: 9 }), "announce close end");
  assert.equal(can(round(1)), "announce close end extend pause rotate shorten");
  assert.equal(can(round(1, { paused: true, pausedAt: 5 })), "announce close end extend resume shorten");
});

test("rooms stand in the order of their numbers", () => {
  assert.deepEqual(["r3-10", "r3-2", "r3-1"].toSorted(byRoomNumber), ["r3-1", "r3-2", "r3-10"]);
});
