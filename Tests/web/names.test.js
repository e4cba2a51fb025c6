import assert from "node:assert/strict";
import { test } from "node:test";
import { shortName } from "../../web/protocol/names.js";

test("people are called by their first name", () => {
  assert.equal(shortName(" Ana María Ruiz", ["Ana María Ruiz", "Luis"]), "Ana");
  assert.equal(shortName("李明", ["李明"]), "李明");
});

test("two of the same first name are told apart", () => {
  const all = ["Ana Ruiz", "Ana Gil", "Luis Gil"];
  assert.deepEqual(all.map((name) => shortName(name, all)), ["Ana Ruiz", "Ana Gil", "Luis"]);
});
