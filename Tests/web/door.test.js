import assert from "node:assert/strict";
import test from "node:test";
import { found } from "../../web/protocol/door.js";

const people = [["Ángel Núñez", "present"], ["Ana Ruiz", "expected"], ["Zoe", "removed"], ["angela", "expected"]]
  .map(([name, presence], n) => ({ id: `p${n}`, name, presence, mode: "venue", room: null, passing: false, waiting: false }));
const names = (words) => found(people, words).map(({ name }) => name);

test("accents and case do not matter, and every word has to be there", () => {
  assert.deepEqual(names("ANGEL"), ["angela", "Ángel Núñez"]);
  assert.deepEqual(names("nun ang"), ["Ángel Núñez"]);
  assert.deepEqual(names("xyz"), []);
});

test("who is still expected comes first, and who was removed not at all", () => {
  assert.deepEqual(names(""), ["Ana Ruiz", "angela", "Ángel Núñez"]);
});
