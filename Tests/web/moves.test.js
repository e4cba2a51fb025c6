import assert from "node:assert/strict";
import { test } from "node:test";
import { beforeOf, companions, leftBehind, places, sitsOut } from "../../web/protocol/moves.js";
import { Roster, whyWaiting } from "../../web/protocol/roster.js";

const entry = (id, more = {}) => ({ id, name: id, mode: "online", presence: "present", room: null, passing: false, waiting: false, ...more });

/** @param {Record<string, number>} sizes */
function seated(sizes) {
  const roster = new Roster();
  for (const [room, size] of Object.entries(sizes)) {
    roster.merge(Array.from({ length: size }, (_, place) => entry(`${room}.${place}`, { room })));
  }
  return roster;
}

test("somebody may go wherever a seat is free, or to any other room that is not full", () => {
  const roster = seated({ "r2-10": 6, "r2-2": 3, "r2-1": 2 });
  assert.deepEqual(
    places(roster, roster.people.get("r2-1.0")).map(({ room, people, isFull }) => [room, people.length, isFull]),
    [[null, 0, false], ["r2-2", 3, false], ["r2-10", 6, true]],
  );
});

test("nobody is moved who is not here, and nobody where there are no rooms", () => {
  const roster = seated({ "r1-1": 2 });
  for (const presence of ["expected", "away", "left", "removed"]) assert.deepEqual(places(roster, entry("p", { presence })), []);
  for (const presence of ["lost", "checked-in"]) assert.equal(places(roster, entry("p", { presence })).length, 2);
  assert.deepEqual(places(new Roster(), entry("p")), []);
});

test("a move can be taken back while the room that was left goes on", () => {
  const roster = seated({ "r1-1": 2, "r1-2": 3 });
  roster.merge([entry("w", { waiting: true })]);
  const left = (id) => leftBehind(roster, roster.people.get(id));
  assert.deepEqual(["r1-1.0", "r1-2.0", "w"].map(left), ["somebody alone", "company", "nothing"]);
});

test("who waits is told apart from who sits out, and nobody waits in the lobby", () => {
  const why = (more, isRound = true) => whyWaiting(entry("p", more), isRound);
  assert.equal(why({ waiting: true }), "seat");
  assert.equal(why({ passing: true }), "choice");
  assert.equal(why({ passing: true, waiting: true }), "choice");
  assert.equal(why({ passing: true, room: "r1-1" }), null, "the coming rounds, not this one");
  assert.equal(why({ waiting: true, presence: "lost" }), null);
  assert.equal(why({ passing: true }, false), null);
  assert.equal(why({}), null);
});

test("who sits out is told apart from who will after this round", () => {
  assert.equal(sitsOut(entry("p", { passing: true })), true);
  assert.equal(sitsOut(entry("p", { passing: true, room: "r1-1" })), false);
  assert.equal(sitsOut(entry("p")), false);
});

test("what was before is where the person took part and sat, if that room goes on without them", () => {
  const roster = seated({ "r1-1": 2, "r1-2": 3 });
  const before = (person) => beforeOf({ type: "person.move", person }, roster);
  assert.deepEqual(before("r1-2.0"), { mode: "online", presence: "present", passing: false, room: "r1-2" });
  assert.equal(before("r1-1.0").room, null, "whoever is left alone there joins others");
  assert.deepEqual(before("p9"), {});
});

test("a new room is for two who are here and don't share one, those without a room first", () => {
  const roster = seated({ "r1-1": 2, "r1-2": 3 });
  roster.merge([entry("w", { waiting: true }), entry("x", { presence: "left" })]);
  const ids = (id) => companions(roster, roster.people.get(id)).map((other) => other.id);
  assert.deepEqual(ids("r1-1.0"), ["w", "r1-2.0", "r1-2.1", "r1-2.2"]);
  assert.deepEqual(ids("r1-2.0"), ["w", "r1-1.0", "r1-1.1"]);
  assert.deepEqual(companions(new Roster(), entry("p")), [], "there are no rooms before a round");
});
