import assert from "node:assert/strict";
import { test } from "node:test";
import { actOf } from "../../web/protocol/shortcuts.js";

const press = (key, more = {}) => actOf({ key, ctrlKey: false, altKey: false, metaKey: false, repeat: false, ...more });

test("a key asks for its act, in small and in capital letters", () => {
  assert.deepEqual(["s", "R", "e", "P", "u", "?"].map((key) => press(key)), ["start", "rotate", "extend", "pause", "undo", "keys"]);
  assert.equal(press("x"), null);
  assert.equal(press("Shift"), null);
});

test("the browser's own keys stay the browser's, and a key held down asks once", () => {
  for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }]) assert.equal(press("r", more), null);
});
