/**
 * Masks break up what a reader could take for something else; the one with the lowest penalty is the best to read.
 *
 * @import {Grid} from "./grid.js"
 */

/** Which modules each mask turns over. @type {((x: number, y: number) => boolean)[]} */
const masks = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Lays a mask over the data, or takes it off again. @param {Grid} grid @param {number} number */
export function mask(grid, number) {
  const { size, fixed, modules } = grid;
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) if (!fixed[y * size + x] && masks[number](x, y)) modules[y * size + x] ^= 1;
  }
  grid.tellMask(number);
}

/** Masks the grid as it is read best. @param {Grid} grid */
export function maskBest(grid) {
  const penalties = masks.map((_, number) => {
    mask(grid, number);
    const result = penalty(grid);
    mask(grid, number);
    return result;
  });
  mask(grid, penalties.indexOf(Math.min(...penalties)));
}

/** How hard a code is to read, by the standard's four rules. @param {Grid} grid */
export function penalty(grid) {
  const { size, modules } = grid;
  let sum = 0;
  for (let place = 0; place < size; place += 1) {
    sum += lineOf(Array.from({ length: size }, (_, x) => modules[place * size + x]));
    sum += lineOf(Array.from({ length: size }, (_, y) => modules[y * size + place]));
  }
  for (let y = 1; y < size; y += 1) {
    for (let x = 1; x < size; x += 1) {
      const at = y * size + x;
      const dark = modules[at] + modules[at - 1] + modules[at - size] + modules[at - size - 1];
      if (dark === 0 || dark === 4) sum += 3;
    }
  }
  const share = modules.reduce((dark, module) => dark + module, 0) / modules.length;
  return sum + 10 * Math.floor(Math.abs(share - 0.5) * 20);
}

/** Long runs, and what looks like the middle of a corner's square with a light margin. @param {number[]} line */
function lineOf(line) {
  const text = line.join("");
  let sum = 0;
  for (const [{ length }] of text.matchAll(/0{5,}|1{5,}/g)) sum += length - 2;
  for (let from = 0; from + 11 <= text.length; from += 1) {
    const piece = text.slice(from, from + 11);
    if (piece === "10111010000" || piece === "00001011101") sum += 40;
  }
  return sum;
}
