import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { Connection } from "../../web/protocol/connection.js";
import { FakeSocket } from "./fake-socket.js";
import { welcome } from "./messages.js";

/** What the connection told, and the connection itself. */
function connect() {
  const told = { messages: [], states: [], refusals: [] };
  const connection = new Connection({
    url: "ws://here/ws",
    WebSocket: FakeSocket,
    random: () => 1,
    join: () => ({ type: "join", gathering: "cafe", name: "Ana" }),
    onMessage: (message) => told.messages.push(message.type),
    onState: (state, code) => told.states.push([state, code]),
    onRefused: (refusal) => told.refusals.push(refusal.code),
  });
  connection.open();
  return { connection, told };
}

function welcomed() {
  const made = connect();
  FakeSocket.last.open();
  FakeSocket.last.receive(welcome());
  return made;
}

beforeEach(() => {
  FakeSocket.made = [];
  mock.timers.enable({ apis: ["setTimeout"] });
});

afterEach(() => mock.timers.reset());


test("the subprotocol is offered, and join goes first", () => {
  const { told } = connect();
  assert.equal(FakeSocket.last.protocol, "tertulia.v1");
  FakeSocket.last.open();
  assert.deepEqual(FakeSocket.last.sent, [{ type: "join", gathering: "cafe", name: "Ana" }]);
  FakeSocket.last.receive(welcome());
  assert.deepEqual(told, { messages: ["welcome"], states: [["connecting", null], ["open", null]], refusals: [] });
});

test("nothing is sent before the welcome", async () => {
  const { connection } = connect();
  FakeSocket.last.open();
  assert.equal(connection.send({ type: "time", t0: 1 }), false);
  await assert.rejects(connection.request({ type: "leave" }), { code: "unavailable" });
});

test("a request is answered by the ok or the error of its id", async () => {
  const { connection } = welcomed();
  const first = connection.request({ type: "wish", person: "p2", on: true });
  const second = connection.request({ type: "wish", person: "p3", on: true });
  const [, { id: one }, { id: two }] = FakeSocket.last.sent;
  FakeSocket.last.receive({ type: "error", re: two, code: "not-found", message: "There is nobody p3." });
  FakeSocket.last.receive({ type: "ok", re: one, phase: { name: "lobby" } });
  assert.deepEqual((await first).phase, { name: "lobby" });
  await assert.rejects(second, { name: "RequestError", code: "not-found", message: "There is nobody p3." });
});

test("requests under way fail when the connection goes, or when nobody answers", async () => {
  const { connection } = welcomed();
  const lost = connection.request({ type: "roster" });
  FakeSocket.last.lose(1006);
  await assert.rejects(lost, { code: "unavailable" });
  mock.timers.tick(400);
  FakeSocket.last.open();
  FakeSocket.last.receive(welcome());
  const silent = connection.request({ type: "roster" });
  mock.timers.tick(10_000);
  await assert.rejects(silent, { code: "unavailable" });
});

test("a lost connection is tried again, each time after a longer wait", () => {
  const { told } = welcomed();
  FakeSocket.last.lose(1006);
  for (const wait of [400, 800, 1600]) {
    const before = FakeSocket.made.length;
    mock.timers.tick(wait - 1);
    assert.equal(FakeSocket.made.length, before);
    mock.timers.tick(1);
    assert.equal(FakeSocket.made.length, before + 1);
    FakeSocket.last.lose(1006);
  }
  assert.deepEqual(told.states.at(-1), ["reconnecting", 1006]);
});

test("after a welcome the waits begin anew", () => {
  welcomed();
  FakeSocket.last.lose(1001);
  mock.timers.tick(400);
  FakeSocket.last.lose(1006);
  mock.timers.tick(800);
  FakeSocket.last.open();
  FakeSocket.last.receive(welcome());
  FakeSocket.last.lose(4000);
  mock.timers.tick(400);
  assert.equal(FakeSocket.made.length, 4);
});

for (const code of [1008, 1009, 4501, 4502, 4503]) {
  test(`close code ${code} is the end`, () => {
    const { told } = welcomed();
    FakeSocket.last.lose(code);
    mock.timers.tick(60_000);
    assert.equal(FakeSocket.made.length, 1);
    assert.deepEqual(told.states.at(-1), ["closed", code]);
  });
}

test("a page that is back doesn't sit out the wait", () => {
  const { connection } = welcomed();
  connection.hurry();
  assert.equal(FakeSocket.made.length, 1);
  FakeSocket.last.lose(1006);
  connection.hurry();
  assert.equal(FakeSocket.made.length, 2);
  connection.hurry();
  mock.timers.tick(400);
  assert.equal(FakeSocket.made.length, 2);
});

test("a connection that stays silent is given up after eight seconds", () => {
  connect();
  FakeSocket.last.open();
  mock.timers.tick(8_000);
  mock.timers.tick(400);
  assert.equal(FakeSocket.made.length, 2);
});

test("a refused join is told; the socket that was let go is not heard any more", () => {
  const { connection, told } = connect();
  const [first] = FakeSocket.made;
  first.open();
  first.receive({ type: "error", code: "unauthorized", message: "The link has expired." });
  assert.deepEqual(told.refusals, ["unauthorized"]);
  connection.open();
  first.receive(welcome());
  first.lose(1008);
  assert.deepEqual(told.messages, []);
  assert.notEqual(connection.state, "closed");
});

test("whoever closes is not brought back", () => {
  const { connection, told } = welcomed();
  connection.close();
  mock.timers.tick(60_000);
  assert.equal(FakeSocket.made.length, 1);
  assert.deepEqual(told.states.at(-1), ["closed", 1000]);
});
