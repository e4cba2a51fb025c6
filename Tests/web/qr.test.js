import assert from "node:assert/strict";
import { test } from "node:test";
import { correctionOf } from "../../web/protocol/qr/correction.js";
import { encode, MARGIN, path } from "../../web/protocol/qr/encode.js";
import { Grid } from "../../web/protocol/qr/grid.js";
import { penalty } from "../../web/protocol/qr/masks.js";
import { versions } from "../../web/protocol/qr/versions.js";

// What a code says is read by a decoder that is not ours: Tests/browser/test_board.py. Here is what that one forgives.

test("the bytes of error correction are those of the usual example, 1-M", () => {
  const data = Uint8Array.of(32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17);
  assert.deepEqual([...correctionOf(data, 10)], [196, 35, 39, 119, 235, 215, 231, 226, 93, 23]);
});

test("the smallest size that holds the text is taken, to the last byte", () => {
  const most = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213];
  for (const [index, bytes] of most.entries()) {
    assert.equal(encode("x".repeat(bytes))?.version.number, index + 1);
    assert.equal(encode("x".repeat(bytes + 1))?.version.number, index < 9 ? index + 2 : undefined);
  }
  assert.equal(encode("é".repeat(107)), null, "bytes count, not characters");
});

test("every size has room for exactly its codewords, and a few modules to spare", () => {
  for (const version of versions) {
    const free = new Grid(version).fixed.filter((fixed) => fixed === 0).length;
    const bits = 8 * version.blocks.reduce((sum, block) => sum + block + version.correction, 0);
    assert.equal(free - bits, version.number >= 2 && version.number <= 6 ? 7 : 0, `version ${version.number}`);
  }
});

/** @param {Grid} grid @param {[number, number][]} places */
const read = (grid, places) => places.map(([x, y]) => Number(grid.isDark(x, y))).join("");

test("mask and version are told twice, as the standard's tables have them", () => {
  const grid = encode("x".repeat(122), 0);
  const { size } = grid;
  const along = [0, 1, 2, 3, 4, 5, 7, 8].map((x) => [x, 8]);
  const up = [7, 5, 4, 3, 2, 1, 0].map((y) => [8, y]);
  assert.equal(read(grid, [...along, ...up]), "101010000010010");
  const down = Array.from({ length: 7 }, (_, place) => [8, size - 1 - place]);
  const right = Array.from({ length: 8 }, (_, place) => [size - 8 + place, 8]);
  assert.equal(read(grid, [...down, ...right]), "101010000010010");
  const version = Array.from({ length: 18 }, (_, place) => [5 - Math.floor(place / 3), size - 9 - (place % 3)]);
  assert.equal(read(grid, version), "000111110010010100");
  assert.equal(read(grid, version.map(([x, y]) => [y, x])), "000111110010010100");
});

test("the mask is the one with the lowest penalty", () => {
  const text = "https://coffee.example.org/g/cafe";
  const penalties = Array.from({ length: 8 }, (_, number) => penalty(encode(text, number)));
  assert.equal(penalty(encode(text)), Math.min(...penalties));
  assert.ok(new Set(penalties).size > 1);
});

test("a plain square costs what the four rules say", () => {
  const grid = { size: 11, modules: new Uint8Array(121) };
  // Runs of eleven in 22 lines, a hundred squares of two by two, and no dark module at all.
  assert.equal(penalty(grid), 22 * 9 + 100 * 3 + 100);
});

test("the drawing has every dark module and the margin", () => {
  const grid = encode("x", 3);
  const drawn = [...path(grid).matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, length]) => [x, y, length].map(Number));
  assert.equal(drawn.reduce((sum, [, , length]) => sum + length, 0), grid.modules.filter((module) => module === 1).length);
  assert.deepEqual(drawn[0], [MARGIN, MARGIN, 7]);
});
