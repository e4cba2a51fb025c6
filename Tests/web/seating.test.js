import assert from "node:assert/strict";
import test from "node:test";
import { pagesOf, places, seatingToShow } from "../../web/protocol/seating.js";

const seating = (round, tables = [{ table: "1", people: ["Ana"], guests: [] }]) => ({ type: "seating", round, startsAt: 1, tables });
const phase = (name, round, startsAt = null) => ({ name, round, startsAt, endsAt: null, paused: false });

test("the next seating is shown while people walk to it, else the one at hand", () => {
  const seatings = new Map([[1, seating(1)], [2, seating(2)]]);
  assert.equal(seatingToShow(seatings, phase("round", 1))?.seating.round, 2);
  assert.equal(seatingToShow(seatings, phase("round", 1))?.isNext, true);
  assert.deepEqual([seatingToShow(seatings, phase("round", 2))?.seating.round, seatingToShow(seatings, phase("round", 2))?.isNext], [2, false]);
  assert.equal(seatingToShow(seatings, phase("lobby", 0, 5))?.seating.round, 1);
});

test("a seating that was called off, or has no tables, is none", () => {
  assert.equal(seatingToShow(new Map([[1, seating(1)]]), phase("lobby", 0)), null);
  assert.equal(seatingToShow(new Map([[1, seating(1, [])]]), phase("round", 1)), null);
  assert.equal(seatingToShow(new Map([[1, seating(1)]]), phase("ended", 1)), null);
});

test("people are sorted as their language does", () => {
  const tables = [{ table: "2", people: ["Zoe", "Ángel"], guests: ["Eva"] }, { table: "10", people: ["ana"], guests: [] }];
  assert.deepEqual(places(seating(1, tables), "es").map(({ name, table }) => `${name} ${table}`), ["ana 10", "Ángel 2", "Zoe 2"]);
});

test("three hundred people fill pages of one length", () => {
  const pages = pagesOf(Array.from({ length: 300 }, (_, n) => n), 36);
  assert.equal(pages.length, 9);
  assert.ok(pages.every((page) => page.length >= 28 && page.length <= 36));
  assert.deepEqual(pages.flat(), Array.from({ length: 300 }, (_, n) => n));
  assert.deepEqual(pagesOf([], 36), [[]]);
});
