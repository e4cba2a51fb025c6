import assert from "node:assert/strict";
import { test } from "node:test";
import { nextPrompt } from "../../web/protocol/agenda.js";

/** @param {object} fields */
const step = (fields) => ({ kind: "rounds", title: "", text: "", startsAt: null, endsAt: null, ...fields });
const steps = [step({ kind: "welcome" }), step({ prompts: ["A joy?", "A worry?"] }), step({ prompt: "And now?" })];

test("what the next rounds are about can be thought about ahead", () => {
  /** @param {number} present */
  const ahead = (present) => nextPrompt({ type: "agenda", state: "running", step: present, steps });
  assert.deepEqual([0, 1, 2, 3].map(ahead), ["A joy?", "A joy?", "And now?", ""]);
  assert.equal(nextPrompt(null), "");
});
