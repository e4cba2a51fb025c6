/**
 * A QR code of a text: ISO/IEC 18004 in byte mode, sizes 1 to 10, error correction M. That is enough for every link
 * of ours, and a photograph of a projector's picture is read even where a seventh of it is lost.
 */
import { codewords } from "./codewords.js";
import { Grid } from "./grid.js";
import { mask, maskBest } from "./masks.js";
import { versionFor } from "./versions.js";

/** Light modules that must lie around a code. */
export const MARGIN = 4;

/**
 * @param {string} text
 * @param {number} [maskNumber] the best one where none is given
 * @returns {Grid | null} null where the text is longer than 213 bytes
 */
export function encode(text, maskNumber) {
  const bytes = new TextEncoder().encode(text);
  const version = versionFor(bytes.length);
  if (!version) return null;
  const grid = new Grid(version);
  grid.lay(codewords(bytes, version));
  if (maskNumber === undefined) maskBest(grid);
  else mask(grid, maskNumber);
  return grid;
}

/**
 * The dark modules as the path of an SVG, one unit each, the margin around them.
 * @param {Grid} grid
 */
export function path(grid) {
  let result = "";
  for (let y = 0; y < grid.size; y += 1) {
    for (let x = 0; x < grid.size; x += 1) {
      if (!grid.isDark(x, y)) continue;
      let length = 1;
      while (x + length < grid.size && grid.isDark(x + length, y)) length += 1;
      result += `M${x + MARGIN} ${y + MARGIN}h${length}v1h-${length}z`;
      x += length - 1;
    }
  }
  return result;
}
