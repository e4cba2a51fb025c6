/**
 * What ISO/IEC 18004 says of the sizes 1 to 10 at error correction M, by the version's number less one.
 *
 * @typedef {object} Version
 * @property {number} number
 * @property {number} size modules along one side
 * @property {number[]} blocks data bytes of each block
 * @property {number} correction bytes of error correction in each block
 * @property {number[]} alignment where the centres of the small squares lie, in both directions
 */

/** @type {[blocks: number[], correction: number, alignment: number[]][]} */
const rows = [
  [[16], 10, []],
  [[28], 16, [6, 18]],
  [[44], 26, [6, 22]],
  [[32, 32], 18, [6, 26]],
  [[43, 43], 24, [6, 30]],
  [[27, 27, 27, 27], 16, [6, 34]],
  [[31, 31, 31, 31], 18, [6, 22, 38]],
  [[38, 38, 39, 39], 22, [6, 24, 42]],
  [[36, 36, 36, 37, 37], 22, [6, 26, 46]],
  [[43, 43, 43, 43, 44], 26, [6, 28, 50]],
];

/** @type {Version[]} */
export const versions = rows.map(([blocks, correction, alignment], index) =>
  ({ number: index + 1, size: 21 + 4 * index, blocks, correction, alignment }));

/** @param {Version} version */
export function dataBytes({ blocks }) {
  return blocks.reduce((sum, block) => sum + block, 0);
}

/** Bits that tell how many bytes follow. @param {Version} version */
export function countBits({ number }) {
  return number < 10 ? 8 : 16;
}

/**
 * The smallest version that holds so many bytes; undefined where none does.
 * @param {number} bytes
 */
export function versionFor(bytes) {
  return versions.find((version) => 4 + countBits(version) + 8 * bytes <= 8 * dataBytes(version));
}
