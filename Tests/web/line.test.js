import assert from "node:assert/strict";
import { test } from "node:test";
import { LineJudge, judge, ownLine } from "../../web/protocol/line.js";

const start = { packets: 0, lost: 0, roundTrip: null, starved: false };

/** @param {Partial<typeof start>} changes */
const after = (changes) => ({ ...start, packets: 1_000, ...changes });

test("a line without loss or delay is good", () => {
  assert.equal(judge(start, after({ roundTrip: 40 })), "good");
});

test("loss and delay make it fair, and then weak", () => {
  assert.equal(judge(start, after({ lost: 31 })), "fair");
  assert.equal(judge(start, after({ lost: 101 })), "weak");
  assert.equal(judge(start, after({ roundTrip: 351 })), "fair");
  assert.equal(judge(start, after({ roundTrip: 701 })), "weak");
  assert.equal(judge(start, after({ starved: true })), "fair");
});

test("what was lost long ago counts no more", () => {
  assert.equal(judge(after({ lost: 500 }), { ...start, packets: 2_000, lost: 500 }), "good");
});

test("silence says nothing", () => {
  assert.equal(judge(start, { ...start, packets: 19, lost: 19 }), null);
});

test("one bad look alarms nobody, two do", () => {
  const line = new LineJudge();
  const looks = [[0, 0], [1_000, 0], [2_000, 0], [3_000, 300], [4_000, 300], [5_000, 600], [6_000, 900]];
  const levels = looks.map(([packets, lost]) => {
    line.take({ ...start, packets, lost });
    return line.level;
  });
  assert.deepEqual(levels, [null, null, "good", "good", "good", "good", "weak"]);
});

test("one's own line is as good as the best link over it", () => {
  assert.equal(ownLine(["weak", "fair", null]), "fair");
  assert.equal(ownLine(["weak", "weak"]), "weak");
  assert.equal(ownLine([null]), null);
  assert.equal(ownLine([]), null);
});
