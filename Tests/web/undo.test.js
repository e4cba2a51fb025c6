import assert from "node:assert/strict";
import { test } from "node:test";
import { undoOf } from "../../web/protocol/undo.js";

const person = "p1";

test("the clock of a round goes back as it came", () => {
  assert.deepEqual(undoOf({ type: "round.extend", seconds: 60 }), [{ type: "round.extend", seconds: -60 }]);
  assert.deepEqual(undoOf({ type: "round.pause" }), [{ type: "round.resume" }]);
  assert.deepEqual(undoOf({ type: "round.resume" }), [{ type: "round.pause" }]);
  assert.deepEqual(undoOf({ type: "round.start", people: 2 }), [{ type: "round.end" }]);
});

test("whoever was moved goes back to where they were: a room, or sitting out", () => {
  const move = { type: "person.move", person, room: "r1-2" };
  assert.deepEqual(undoOf(move, { room: "r1-1" }), [{ type: "person.move", person, room: "r1-1" }]);
  assert.deepEqual(undoOf(move, { room: null, passing: true }), [{ type: "person.pass", person, on: true }]);
  assert.deepEqual(undoOf(move, { room: null, passing: false }), [], "nobody is put back into waiting");
  assert.deepEqual(undoOf({ type: "person.move", person, with: "p2" }, { room: "r1-1" }), [], "two are not brought back one by one");
});

test("whoever was taken out goes back to the room, or into the rounds", () => {
  const out = { type: "person.pass", person, on: true };
  assert.deepEqual(undoOf(out, { room: "r1-1" }), [{ type: "person.move", person, room: "r1-1" }]);
  assert.deepEqual(undoOf(out, { room: null }), [{ type: "person.pass", person, on: false }]);
  assert.deepEqual(undoOf({ ...out, on: false }, { room: null }), [out]);
});

test("a pair is kept apart no more", () => {
  const people = ["p1", "p2"];
  assert.deepEqual(undoOf({ type: "pair.keep", people, rule: "apart" }), [{ type: "pair.keep", people, rule: null }]);
});

test("tables open and close, and one that was added closes", () => {
  const open = { type: "table.open", table: "Window" };
  const close = { type: "table.close", table: "Window" };
  assert.deepEqual(undoOf(open), [close]);
  assert.deepEqual(undoOf(close), [open]);
  assert.deepEqual(undoOf({ type: "table.add", table: "Window", seats: 4, screen: true }), [close]);
});

test("whoever was said to take part from elsewhere is where they were before", () => {
  const mode = { type: "person.mode", person, mode: "online" };
  assert.deepEqual(undoOf(mode, { mode: "venue" }), [{ type: "person.mode", person, mode: "venue" }]);
  assert.deepEqual(undoOf(mode), [], "nobody knows where that was");
});

test("a check-in is taken back with all that it changed, and a check-out with a check-in", () => {
  const on = { type: "person.checkin", person, on: true };
  const off = { ...on, on: false };
  assert.deepEqual(undoOf(on, { mode: "venue" }), [off]);
  assert.deepEqual(undoOf(on, { mode: "online" }), [off, { type: "person.mode", person, mode: "online" }]);
  assert.deepEqual(undoOf({ type: "person.checkin", person }, { mode: "venue" }), [off], "on is what holds without a word");
  assert.deepEqual(undoOf(on, { mode: "venue", presence: "expected" }), [{ ...off, expected: true }]);
  assert.deepEqual(undoOf(on, { mode: "venue", presence: "left" }), [off]);
  assert.deepEqual(undoOf(off, { mode: "venue" }), [on]);
});

test("a walk-in is removed by the id that the server gave", () => {
  const add = { type: "person.add", name: "Eva" };
  assert.deepEqual(undoOf(add, { answer: { person: "p41" } }), [{ type: "person.remove", person: "p41" }]);
  assert.deepEqual(undoOf(add), []);
});

test("a call that was seen to is open again for whoever called", () => {
  const done = { type: "help.done", room: "r1-1", person };
  assert.deepEqual(undoOf(done), [{ ...done, on: false }]);
  assert.deepEqual(undoOf({ type: "help.done", room: "r1-1" }), [], "nobody knows who called");
});

test("nothing takes back what ends something, or what has been said", () => {
  for (const type of ["rotate", "round.end", "person.remove", "gathering.close", "announce"]) {
    assert.deepEqual(undoOf({ type }), [], type);
  }
});
