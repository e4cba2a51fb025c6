import assert from "node:assert/strict";
import { test } from "node:test";
import { look } from "../../web/protocol/look.js";
import { FakeSocket } from "./fake-socket.js";

/** @param {object} entry */
function ask(entry) {
  const sockets = FakeSocket.made.length;
  const answer = look({ url: "ws://x/ws", entry, WebSocket: FakeSocket });
  const socket = FakeSocket.made[sockets];
  socket.open();
  return { answer, socket };
}

test("the answer comes, and the connection goes", async () => {
  const { answer, socket } = ask({ gathering: "cafe" });
  assert.deepEqual(socket.sent, [{ type: "look", id: "look", gathering: "cafe" }]);
  socket.receive({ type: "ok", re: "look", startsAt: 5 });
  assert.equal((await answer).startsAt, 5);
  assert.equal(socket.readyState, 3);
});

test("a refusal carries the server's word", async () => {
  const { answer, socket } = ask({ token: "a.b.c" });
  socket.receive({ type: "error", re: "look", code: "unauthorized", message: "No." });
  await assert.rejects(answer, { code: "unauthorized", message: "No." });
});

test("a server out of reach is no refusal", async () => {
  const { answer, socket } = ask({ gathering: "cafe" });
  socket.lose(1006);
  await assert.rejects(answer, { code: "unavailable" });
});
