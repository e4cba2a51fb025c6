import assert from "node:assert/strict";
import { test } from "node:test";
import { vCards } from "../../web/protocol/vcard.js";

test("a contact becomes a card", () => {
  const card = vCards([{ name: "Ana", contact: "ana@example.org", note: "Bread" }]);
  assert.equal(card, "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana\r\nEMAIL:ana@example.org\r\nNOTE:Bread\r\nEND:VCARD\r\n");
});

test("what people wrote finds its own property", () => {
  for (const [contact, line] of [
    ["+34 600 123 456", "TEL:+34 600 123 456"],
    ["https://example.org/ana", "URL:https://example.org/ana"],
    ["@ana, on the usual network", "NOTE:@ana\\, on the usual network"],
  ]) assert.ok(vCards([{ name: "Ana", contact }]).includes(`\r\n${line}\r\n`), contact);
});

test("nothing that people write breaks out of its line", () => {
  const card = vCards([{ name: "A;b,c\\d\nEND:VCARD", contact: "" }]);
  assert.ok(card.includes("FN:A\\;b\\,c\\\\d\\nEND:VCARD\r\n"));
  assert.equal(card.split("\r\n").filter((line) => line === "END:VCARD").length, 1);
});

test("long lines are folded between characters, at 75 octets", () => {
  const lines = vCards([{ name: "☕".repeat(60) }]).split("\r\n");
  assert.ok(lines.every((line) => new TextEncoder().encode(line).length <= 75));
  assert.equal(lines.join("\n").replaceAll("\n ", "").split("\n")[2], `FN:${"☕".repeat(60)}`);
});

test("several cards follow each other", () => {
  assert.equal(vCards([{ name: "A" }, { name: "B" }]).match(/BEGIN:VCARD/g)?.length, 2);
  assert.equal(vCards([]), "");
});
