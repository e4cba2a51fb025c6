import assert from "node:assert/strict";
import { test } from "node:test";
import { begin, dismissAnnouncement, nextTurn, nobody, receive } from "../../web/protocol/seat.js";
import { assignment, change, lobby, peer, round, welcome } from "./messages.js";

/** Takes `[now, message]` steps one after the other; `[now]` alone lets time pass. */
function after(...steps) {
  return steps.reduce(
    ({ seat }, [now, message]) => (message ? receive(seat, message, now) : begin(seat, now)),
    { seat: nobody, effects: [] },
  );
}

const phase = (value) => ({ type: "phase", phase: value });
const inRoom = [[0, welcome()], [900, phase(round(1))], [1_000, assignment(1, ["p2", "p3"])]];
const rooms = ({ running, coming }) => [running?.room?.id ?? null, coming?.room?.id ?? null];
const people = (held) => held.peers.map(({ id }) => id);

test("a welcome says who and where one is", () => {
  const { seat } = after([0, welcome()]);
  assert.equal(seat.you.id, "p1");
  assert.equal(seat.gathering.title, "Café");
  assert.deepEqual(seat.phase, lobby);
  assert.deepEqual(rooms(seat), [null, null]);
});

test("an assignment whose time has come is the room at hand", () => {
  const { seat, effects } = after(...inRoom);
  assert.deepEqual(rooms(seat), ["r1-1", null]);
  assert.deepEqual(effects, [{ kind: "room", room: "r1-1" }]);
});

test("an assignment ahead of its time is prepared and leaves the room at hand alone", () => {
  const { seat, effects } = after(...inRoom, [1_500, assignment(2, ["p4"])]);
  assert.deepEqual(rooms(seat), ["r1-1", "r2-1"]);
  assert.deepEqual(effects.map(({ kind }) => kind), ["coming"]);
  assert.equal(nextTurn(seat), 2_000);
});

test("the coming room begins at its time, not before", () => {
  const ahead = [...inRoom, [1_500, assignment(2, ["p4"])]];
  assert.deepEqual(rooms(after(...ahead, [1_999]).seat), ["r1-1", "r2-1"]);
  const { seat, effects } = after(...ahead, [2_000]);
  assert.deepEqual(rooms(seat), ["r2-1", null]);
  assert.deepEqual(effects, [{ kind: "room", room: "r2-1" }]);
  assert.equal(nextTurn(seat), null);
});

test("the server's word that the round began moves a page whose timer is late", () => {
  const { seat } = after(...inRoom, [1_500, assignment(2, ["p4"])], [1_998, phase(round(2))]);
  assert.deepEqual(rooms(seat), ["r2-1", null]);
});

test("a later assignment for the coming round replaces the earlier one whole", () => {
  const { seat, effects } = after(...inRoom, [1_500, assignment(2, ["p4"])], [1_600, assignment(2, ["p5", "p6"])]);
  assert.deepEqual(people(seat.coming), ["p5", "p6"]);
  assert.deepEqual(effects, []);
});

test("an extended round holds back a room that began too early", () => {
  const { seat } = after(...inRoom, [1_500, assignment(2, ["p4"])], [2_000], [2_001, assignment(1, ["p2", "p3"], { endsAt: 4_000 })],
    [2_002, assignment(2, ["p4"], { startsAt: 4_000 })]);
  assert.deepEqual(rooms(seat), ["r1-1", "r2-1"]);
  assert.equal(nextTurn(seat), 4_000);
});

test("a paused round holds the next one back until its new time is told", () => {
  const paused = [...inRoom, [1_500, assignment(2, ["p4"])], [1_600, phase(round(1, { paused: true, pausedAt: 1_600 }))]];
  const { seat } = after(...paused, [2_500]);
  assert.deepEqual(rooms(seat), ["r1-1", "r2-1"]);
  assert.equal(nextTurn(seat), null);
  const later = after(...paused, [9_000, phase(round(1, { endsAt: 9_400 }))], [9_000, assignment(2, ["p4"], { startsAt: 9_400 })]);
  assert.equal(nextTurn(later.seat), 9_400);
});

test("assignments of rounds that are past are stale", () => {
  assert.deepEqual(rooms(after([0, welcome(round(3))], [3_500, assignment(2, ["p9"])]).seat), [null, null]);
  assert.deepEqual(rooms(after([0, welcome({ ...lobby, round: 2 })], [3_500, assignment(2, ["p9"])]).seat), [null, null]);
});

test("a round's end empties the room and what was prepared", () => {
  const { seat, effects } = after(...inRoom, [1_500, assignment(2, ["p4"])], [1_600, phase({ ...lobby, round: 1 })]);
  assert.deepEqual(rooms(seat), [null, null]);
  assert.deepEqual(effects, [{ kind: "room", room: null }]);
});

test("a called round is kept through the lobby's messages, and dropped when it is called off", () => {
  const called = [[0, welcome()], [0, phase({ ...lobby, startsAt: 1_000 })], [10, assignment(1, ["p2"])]];
  assert.deepEqual(rooms(after(...called, [20, phase({ ...lobby, startsAt: 1_000 })]).seat), [null, "r1-1"]);
  assert.deepEqual(rooms(after(...called, [20, phase(lobby)]).seat), [null, null]);
});

test("the end of the gathering leaves nothing open", () => {
  const { seat } = after(...inRoom, [1_500, assignment(2, ["p4"])], [1_600, phase({ ...lobby, name: "ended" })], [1_700, assignment(2, ["p4"])]);
  assert.deepEqual(rooms(seat), [null, null]);
});

test("who waits is told why", () => {
  const { seat } = after([0, welcome(round(1))], [1_100, assignment(1, null, { reason: "One too many." })]);
  assert.equal(seat.running.room, null);
  assert.equal(seat.running.reason, "One too many.");
});

test("people come, go, drop out and return in the room at hand, and it is told", () => {
  const steps = [...inRoom];
  const tell = (message) => {
    steps.push([1_100, message]);
    const { seat, effects } = after(...steps);
    return [people(seat.running), effects.map((effect) => [effect.kind, effect.change])];
  };
  assert.deepEqual(tell(change("left", "r1-1", peer("p3"))), [["p2"], [["peer", "left"]]]);
  assert.deepEqual(tell(change("joined", "r1-1", peer("p4"))), [["p2", "p4"], [["peer", "joined"]]]);
  assert.deepEqual(tell(change("lost", "r1-1", peer("p2", { presence: "lost" }), { holdSeconds: 30 })), [["p2", "p4"], [["peer", "lost"]]]);
  assert.deepEqual(tell(change("back", "r1-1", peer("p2", { link: 2 }))), [["p2", "p4"], [["peer", "back"]]]);
  assert.equal(after(...steps).seat.running.peers[0].link, 2);
});

test("what happens in the coming room changes it in silence; another room's is nobody's business", () => {
  const ahead = [...inRoom, [1_500, assignment(2, ["p4"])]];
  const { seat, effects } = after(...ahead, [1_600, change("relinked", "r2-1", peer("p4", { link: 5 }))]);
  assert.equal(seat.coming.peers[0].link, 5);
  assert.deepEqual(effects, []);
  const before = after(...ahead).seat;
  assert.equal(receive(before, change("left", "r1-9", peer("p2")), 1_600).seat, before);
});

test("a new welcome of the same person keeps the room, and the room to come", () => {
  const { seat } = after(...inRoom, [1_500, assignment(2, ["p4"])], [1_600, welcome(round(1))]);
  assert.deepEqual(rooms(seat), ["r1-1", "r2-1"]);
});

test("a welcome into another phase, or as somebody else, keeps nothing", () => {
  assert.deepEqual(rooms(after(...inRoom, [1_600, welcome({ ...lobby, round: 1 })]).seat), [null, null]);
  assert.deepEqual(rooms(after(...inRoom, [3_600, welcome(round(3))]).seat), [null, null]);
  assert.deepEqual(rooms(after(...inRoom, [1_600, welcome(round(1), "p7")]).seat), [null, null]);
});

test("chat counts only from the room at hand", () => {
  const { seat } = after(...inRoom);
  const chat = { type: "chat", room: "r1-1", from: "p2", text: "<b>hola</b>" };
  assert.deepEqual(receive(seat, chat, 1_100).effects, [{ kind: "chat", chat }]);
  assert.deepEqual(receive(seat, { ...chat, room: "r2-1" }, 1_100).effects, []);
});

test("everybody met is remembered once, the latest last", () => {
  const { seat } = after(...inRoom, [1_500, assignment(2, ["p4", "p2"])], [2_000]);
  assert.deepEqual(seat.met.map(({ id }) => id), ["p3", "p4", "p2"]);
});

test("a match is kept once for each person", () => {
  const match = { type: "match", person: "p2", name: "Luis", contact: "luis@example.org" };
  const told = after(...inRoom, [1_100, match], [1_200, match]);
  assert.deepEqual(told.seat.matches, [match]);
  assert.deepEqual(told.effects, [], "and told once");
});

test("an announcement stays until it is dismissed", () => {
  const { seat } = after([0, welcome()], [1, { type: "announcement", text: "Café!", from: "Marta" }]);
  assert.equal(seat.announcement.text, "Café!");
  assert.equal(dismissAnnouncement(seat).seat.announcement, null);
});

test("a refusal is told, but for a signal that came too late for its room", () => {
  const { seat } = after(...inRoom);
  const refusal = { type: "error", code: "rate-limited", message: "Too many messages: wait a second." };
  assert.deepEqual(receive(seat, refusal, 1_100).effects, [{ kind: "refusal", code: refusal.code, message: refusal.message }]);
  assert.deepEqual(receive(seat, { ...refusal, code: "forbidden" }, 1_100).effects, []);
});

test("an unknown message changes nothing", () => {
  const { seat } = after(...inRoom);
  assert.deepEqual(receive(seat, { type: "weather" }, 1_100), { seat, effects: [] });
});

test("what was said of a room's size is taken back when somebody joins it", () => {
  const noted = { ...assignment(1, ["p2"]), note: "You are 2 this time, not 3." };
  const before = [[0, welcome()], [900, phase(round(1))], [1_000, noted]];
  assert.equal(after(...before).seat.running?.note, noted.note);
  const peer = { ...noted.peers[0], id: "p9" };
  const joined = after(...before, [1_100, { type: "peer", room: "r1-1", change: "joined", peer }]);
  assert.deepEqual([joined.seat.running?.note, joined.seat.running?.peers.length], [undefined, 2]);
});

test("sitting out is news once, says whose wish it was, and outlives a lost connection", () => {
  const taken = [0, { type: "pass", on: true, by: "host" }];
  const out = after([0, welcome()], [0, { type: "pass", on: false }], taken);
  assert.deepEqual([out.seat.passing, out.effects], ["host", [{ kind: "pass", passing: "host" }]]);
  const again = after([0, welcome()], taken, [0, welcome()], taken);
  assert.deepEqual([again.seat.passing, again.effects], ["host", []]);
  const back = after([0, welcome()], taken, [0, welcome()], [0, { type: "pass", on: false }]);
  assert.deepEqual([back.seat.passing, back.effects], [null, [{ kind: "pass", passing: null }]], "a host brought them back meanwhile");
  assert.equal(after([0, welcome()], [0, { type: "pass", on: true }]).seat.passing, "self");
});
