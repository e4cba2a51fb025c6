import assert from "node:assert/strict";
import { test } from "node:test";
import { comesBack, delay } from "../../web/protocol/backoff.js";

test("the close codes say who comes back", () => {
  const back = [1000, 1001, 1005, 1006, 4000, 4499, 5000];
  const away = [1008, 1009, 4500, 4501, 4502, 4503, 4999];
  assert.deepEqual(back.filter(comesBack), back);
  assert.deepEqual(away.filter(comesBack), []);
});

test("each wait is twice as long as the one before, up to eight seconds", () => {
  assert.deepEqual([0, 1, 2, 3, 4, 5, 50].map((attempt) => delay(attempt, 1)), [400, 800, 1600, 3200, 6400, 8000, 8000]);
});

test("half of a wait is chance", () => {
  assert.equal(delay(2, 0), 800);
  assert.equal(delay(2, 0.5), 1200);
});
