import assert from "node:assert/strict";
import { test } from "node:test";
import { presentStep, possibleSteps } from "../../web/protocol/agenda.js";
import { speaker } from "../../web/protocol/turns.js";

const turns = { from: 10_000, lengthSeconds: 30, order: ["p1", "p2", "p3"] };

test("each has the word for the same time, again and again", () => {
  const at = (now) => speaker(turns, now);
  assert.deepEqual(at(10_000), { person: "p1", left: 30_000 });
  assert.deepEqual(at(39_999), { person: "p1", left: 1 });
  assert.deepEqual(at(40_000), { person: "p2", left: 30_000 });
  assert.deepEqual(at(105_000), { person: "p1", left: 25_000 });
});

test("before the beginning the first has the word", () => {
  assert.equal(speaker(turns, 4_000).person, "p1");
});

test("the present step is that of the agenda's number, and none before and after", () => {
  const steps = [{ kind: "welcome" }, { kind: "farewell" }];
  assert.equal(presentStep({ state: "running", step: 2, steps }), steps[1]);
  assert.equal(presentStep({ state: "ready", step: 0, steps }), null);
  assert.equal(presentStep(null), null);
});

test("an agenda can be begun once, and gone on with while it runs", () => {
  const can = (state) => [...possibleSteps({ state, step: 0, steps: [] })];
  assert.deepEqual(can("ready"), ["start"]);
  assert.deepEqual(can("waiting"), ["next", "stop"]);
  assert.deepEqual(can("over"), []);
});
