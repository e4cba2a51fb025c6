import assert from "node:assert/strict";
import { test } from "node:test";
import { cue, format, remaining, seconds } from "../../web/protocol/countdown.js";

const round = { name: "round", round: 2, startsAt: 1_000, endsAt: 61_000, paused: false, pausedAt: null };

test("a round counts to its end, a called one to its start, the lobby to nothing", () => {
  assert.equal(remaining(round, 1_000), 60_000);
  assert.equal(remaining({ ...round, name: "lobby", startsAt: 5_000, endsAt: null }, 1_000), 4_000);
  assert.equal(remaining({ ...round, name: "lobby", startsAt: null, endsAt: null }, 1_000), null);
  assert.equal(remaining({ ...round, name: "ended", startsAt: null, endsAt: null }, 1_000), null);
  assert.equal(remaining(null, 1_000), null);
});

test("time stands still while a round is paused", () => {
  assert.equal(remaining({ ...round, paused: true, pausedAt: 31_000 }, 55_000), 30_000);
});

test("nothing lasts less than no time", () => {
  assert.equal(remaining(round, 99_000), 0);
});

test("a second counts until it is over", () => {
  assert.deepEqual([0, 1, 999, 1_000, 1_001].map(seconds), [0, 1, 1, 1, 2]);
});

test("times read as people write them", () => {
  assert.deepEqual([0, 9_000, 60_000, 245_000, 3_600_000, 10_799_001].map(format),
    ["0:00", "0:09", "1:00", "4:05", "1:00:00", "3:00:00"]);
});

test("cues come once, when their moment passes", () => {
  assert.equal(cue(60_500, 59_900), "minute");
  assert.equal(cue(59_900, 59_000), null);
  assert.equal(cue(10_500, 9_990), "ten");
  assert.equal(cue(61_000, 5_000), "ten");
  assert.equal(cue(null, 9_000), null);
  assert.equal(cue(9_000, 61_000), null);
});
