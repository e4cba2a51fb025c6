import assert from "node:assert/strict";
import { test } from "node:test";
import { Backlog } from "../../web/protocol/backlog.js";

test("a backlog is taken a few at a time, the longest waiting first, and nothing twice", () => {
  const backlog = new Backlog();
  backlog.add(["p1", "p2", "p3"]);
  backlog.add(["p2", "p4"]);
  assert.deepEqual(backlog.take(3), ["p1", "p2", "p3"]);
  backlog.add(["p1"]);
  assert.equal(backlog.isEmpty, false);
  assert.deepEqual(backlog.take(3), ["p4", "p1"]);
  assert.equal(backlog.isEmpty, true);
  assert.deepEqual(backlog.take(3), []);
});
