import assert from "node:assert/strict";
import { test } from "node:test";
import { next, progress, stretches } from "../../web/protocol/timeline.js";
import { lobby, round } from "./messages.js";

const step = (kind, startsAt = null, endsAt = null, more = {}) => ({ kind, title: "", text: "", startsAt, endsAt, ...more });
const MINUTE = 60_000;
const steps = [
  step("welcome", 0, 10 * MINUTE),
  step("rounds", 10 * MINUTE, 25 * MINUTE, { rounds: 3 }),
  step("break"),
  step("circle", null, null, { lengthSeconds: 300, rounds: 2 }),
];
const agenda = (number, state = "running") => ({ type: "agenda", state, step: number, steps });

test("steps are as wide as they are long, and what has no length yet as five minutes", () => {
  assert.deepEqual(stretches(agenda(2)).map(({ share, state }) => [Math.round(share * 40), state]),
    [[10, "over"], [15, "present"], [5, "ahead"], [10, "ahead"]]);
  assert.deepEqual(stretches(agenda(0, "ready")).map(({ state }) => state), ["ahead", "ahead", "ahead", "ahead"]);
  assert.deepEqual(stretches(agenda(0, "over")).map(({ state }) => state), ["over", "over", "over", "over"]);
  assert.deepEqual(stretches(null), []);
});

test("progress stands while the clock does", () => {
  const [welcome, , pause] = steps;
  assert.equal(progress(welcome, lobby, 5 * MINUTE), 0.5);
  assert.equal(progress(welcome, { ...lobby, paused: true, pausedAt: MINUTE }, 5 * MINUTE), 0.1);
  assert.equal(progress(welcome, lobby, 11 * MINUTE), 1);
  assert.equal(progress(pause, lobby, 5 * MINUTE), 0);
  assert.equal(progress(null, round(1), 1_250), 0.25, "without an agenda it is that of the round");
  assert.equal(progress(null, lobby, 5), 0);
});

test("what follows is the next round, the next step, or the lobby", () => {
  assert.deepEqual(next(null, round(2, { rounds: 4 })), { kind: "round", round: 3, at: 3_000 });
  assert.deepEqual(next(null, round(2, { rounds: 2 })), { kind: "lobby", at: 3_000 });
  assert.deepEqual(next(null, { ...lobby, startsAt: 7 }), { kind: "round", round: 1, at: 7 });
  assert.equal(next(null, lobby), null);
  assert.deepEqual(next(agenda(1), lobby), { kind: "step", step: steps[1], at: 10 * MINUTE });
  assert.deepEqual(next(agenda(1), { ...lobby, startsAt: 10 * MINUTE }), { kind: "step", step: steps[1], at: 10 * MINUTE }, "called for it");
  assert.deepEqual(next(agenda(1), { ...lobby, startsAt: 7 }), { kind: "round", round: 1, at: 7 }, "called by hand before it");
  assert.deepEqual(next(agenda(2), round(3, { rounds: 3 })), { kind: "step", step: steps[2], at: 25 * MINUTE });
  assert.deepEqual(next(agenda(0, "ready"), lobby), { kind: "step", step: steps[0], at: 0 });
  assert.equal(next(agenda(4), lobby), null);
  assert.equal(next(agenda(0, "over"), { ...lobby, name: "ended" }), null);
});
