import assert from "node:assert/strict";
import { test } from "node:test";
import { remember } from "../../web/protocol/memory.js";

/** As much of a Storage as memory asks for. */
function storage(items = {}) {
  return { items, getItem: (key) => items[key] ?? null, setItem: (key, value) => void (items[key] = value) };
}

test("what is assigned is there for the next page", () => {
  const kept = storage();
  remember(kept, "tab", { resume: null, muted: false }).resume = "secret";
  assert.deepEqual({ ...remember(kept, "tab", { resume: null, muted: false }) }, { resume: "secret", muted: false });
});

test("rubbish, nothing, and a storage that refuses cost only comfort", () => {
  assert.equal(remember(storage({ tab: "{" }), "tab", { name: "Ana" }).name, "Ana");
  assert.equal(remember(storage({ tab: "null" }), "tab", { name: "Ana" }).name, "Ana");
  const none = remember(null, "tab", { name: "" });
  none.name = "Luis";
  assert.equal(none.name, "Luis");
  const full = remember({ getItem: () => null, setItem: () => { throw new Error("full"); } }, "tab", { name: "" });
  full.name = "Mar";
  assert.equal(full.name, "Mar");
});
