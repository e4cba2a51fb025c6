import assert from "node:assert/strict";
import { test } from "node:test";
import { linkKey, survivingLinks, wantedLinks } from "../../web/protocol/links.js";
import { assignment, peer } from "./messages.js";

const asked = (running, coming) =>
  [...wantedLinks({ running, coming }).values()].map(({ key, room, active, size }) => [key, room, active, size]);

test("the room at hand speaks, the coming one only connects", () => {
  assert.deepEqual(asked(assignment(1, ["p2"]), assignment(2, ["p3", "p4"])), [
    ["p2/1", "r1-1", true, 2], ["p3/1", "r2-1", false, 3], ["p4/1", "r2-1", false, 3],
  ]);
});

test("the same pair in both rooms keeps its connection; a new number is a second one", () => {
  assert.deepEqual(asked(assignment(1, ["p2"]), assignment(2, ["p2"])), [["p2/1", "r1-1", true, 2]]);
  assert.deepEqual(asked(assignment(1, ["p2"]), assignment(2, [peer("p2", { link: 2 })])),
    [["p2/1", "r1-1", true, 2], ["p2/2", "r2-1", false, 2]]);
});

test("nobody at a table, and nobody who waits, needs a connection", () => {
  assert.deepEqual(asked(assignment(1, ["p2"], { room: { id: "r1-1", kind: "table", table: "4" } }), assignment(2, null)), []);
  assert.deepEqual(asked(null, null), []);
});

test("a key names the person and the number", () => {
  assert.notEqual(linkKey("p1", 12), linkKey("p11", 2));
});

test("of what survived, the highest living number of each person is told", () => {
  const links = [
    { person: "p2", link: 3, alive: true }, { person: "p2", link: 2, alive: true },
    { person: "p3", link: 9, alive: false }, { person: "p4", link: 1, alive: true },
  ];
  assert.deepEqual(survivingLinks(links), { p2: 3, p4: 1 });
});
