import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { Session } from "../../web/protocol/session.js";
import { FakeSocket } from "./fake-socket.js";
import { assignment, round, welcome } from "./messages.js";

/** A session with what it told, by the names of its events. */
function open(options = {}) {
  const memory = options.memory ?? { resume: null };
  const session = new Session({ url: "ws://here/ws", gathering: "cafe", token: null, locale: "es", WebSocket: FakeSocket, ...options, memory });
  const told = [];
  for (const type of ["effect", "refused", "signal"]) session.addEventListener(type, ({ detail }) => told.push([type, detail]));
  session.join(options.profile ?? { name: "Ana" });
  FakeSocket.last.open();
  return { session, memory, told };
}

beforeEach(() => {
  FakeSocket.made = [];
  mock.timers.enable({ apis: ["setTimeout"] });
});

afterEach(() => mock.timers.reset());

test("without a token the gathering and the name open the door", () => {
  open();
  assert.deepEqual(FakeSocket.last.sent, [{ type: "join", gathering: "cafe", mode: "online", locale: "es", name: "Ana" }]);
});

test("a token stands for the gathering", () => {
  open({ token: "a.b.c" });
  assert.deepEqual(FakeSocket.last.sent, [{ type: "join", token: "a.b.c", locale: "es", name: "Ana" }]);
});

test("a reloaded page resumes without links; a page that lost the network names those it holds", () => {
  const { session, memory } = open({ memory: { resume: "old" } });
  session.links = () => ({ p2: 3 });
  assert.equal(FakeSocket.last.sent[0].resume, "old");
  assert.equal("links" in FakeSocket.last.sent[0], false);
  FakeSocket.last.receive(welcome());
  assert.equal(memory.resume, "secret");
  FakeSocket.last.lose(1006);
  mock.timers.tick(1_000);
  FakeSocket.last.open();
  assert.deepEqual([FakeSocket.last.sent[0].resume, FakeSocket.last.sent[0].links], ["secret", { p2: 3 }]);
});

test("a seat that is no longer kept leads to a fresh join, once", () => {
  const { told, memory } = open({ memory: { resume: "old" } });
  const refusal = { type: "error", code: "unauthorized", message: "This seat is no longer kept." };
  FakeSocket.last.receive(refusal);
  assert.equal(memory.resume, null);
  FakeSocket.last.open();
  assert.equal("resume" in FakeSocket.last.sent[0], false);
  FakeSocket.last.receive(refusal);
  assert.deepEqual(told.map(([type]) => type), ["refused"]);
  mock.timers.tick(60_000);
  assert.equal(FakeSocket.made.length, 2);
});

test("the coming room begins by the page's own timer, on the server's clock", () => {
  const { session, told } = open();
  const now = session.clock.local() + 500_000;
  FakeSocket.last.receive({ ...welcome(round(1, { startsAt: now - 9_000, endsAt: now + 3_000 })), now });
  FakeSocket.last.receive(assignment(1, ["p2"], { startsAt: now - 9_000, endsAt: now + 3_000 }));
  FakeSocket.last.receive(assignment(2, ["p3"], { startsAt: now + 3_000, endsAt: now + 9_000 }));
  assert.equal(session.seat.coming.room.id, "r2-1");
  const later = session.clock.local() + 3_010;
  session.clock.local = () => later;
  mock.timers.tick(3_010);
  assert.equal(session.seat.running.room.id, "r2-1");
  assert.deepEqual(told.map(([, effect]) => effect.kind), ["room", "coming", "room"]);
});

test("signals go past the seat", () => {
  const { session, told } = open();
  FakeSocket.last.receive(welcome());
  const { seat } = session;
  const signal = { type: "signal", from: "p2", to: "p1", room: "r1-1", link: 1, candidate: null };
  FakeSocket.last.receive(signal);
  assert.deepEqual(told, [["signal", signal]]);
  assert.equal(session.seat, seat);
});

test("leaving gives the seat up and forgets the way back", async () => {
  const { session, memory } = open();
  FakeSocket.last.receive(welcome());
  const left = session.leave();
  FakeSocket.last.receive({ type: "ok", re: FakeSocket.last.sent.at(-1).id });
  await left;
  assert.equal(memory.resume, null);
  assert.equal(session.connection.state, "closed");
});
