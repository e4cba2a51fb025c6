import assert from "node:assert/strict";
import { test } from "node:test";
import { withMatches, withMet, withNote, without } from "../../web/protocol/keepsake.js";

/** @param {string} id @param {string} name */
const card = (id, name) => ({ id, name, mode: "online", profile: { headline: "", topics: [], company: "" } });
const met = withMet({}, [card("p1", "Ana"), card("p2", "Luis")]);

test("whom one met is kept in the order of meeting", () => {
  assert.deepEqual(Object.values(withMet(met, [card("p3", "Zoe")])).map(({ name }) => name), ["Ana", "Luis", "Zoe"]);
});

test("nothing new is the same value, so that nothing is written", () => {
  assert.equal(withMet(met, [card("p1", "Ana")]), met);
  assert.equal(withMatches(met, []), met);
});

test("a note and a contact survive another meeting", () => {
  const noted = withNote(met, "p1", "Bakes bread");
  const matched = withMatches(noted, [{ type: "match", person: "p1", name: "Ana", contact: "@ana" }]);
  const again = withMet(matched, [card("p1", "Ana María")]);
  assert.deepEqual([again.p1.name, again.p1.note, again.p1.contact], ["Ana María", "Bakes bread", "@ana"]);
});

test("a match with somebody whom this device never met is kept too", () => {
  const kept = withMatches({}, [{ type: "match", person: "p9", name: "Eva", contact: "" }]);
  assert.deepEqual([kept.p9.name, kept.p9.contact, kept.p9.note], ["Eva", "", ""]);
});

test("notes about strangers are not kept, and whoever is blocked is forgotten", () => {
  assert.equal(withNote(met, "p7", "?"), met);
  assert.deepEqual(Object.keys(without(met, "p1")), ["p2"]);
});
