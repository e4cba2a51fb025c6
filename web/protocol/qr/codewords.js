/**
 * A text as the bytes that a QR code carries: mode, length, text and padding, cut into blocks with their correction,
 * the blocks interleaved.
 *
 * @import {Version} from "./versions.js"
 */
import { correctionOf } from "./correction.js";
import { countBits, dataBytes } from "./versions.js";

const BYTE_MODE = 0b0100;
const PADDING = [0xec, 0x11];

/** @param {Uint8Array} text @param {Version} version */
export function codewords(text, version) {
  const data = padded(text, version);
  /** @type {Uint8Array[]} */
  const blocks = [];
  let from = 0;
  for (const length of version.blocks) blocks.push(data.subarray(from, from += length));
  return [...interleaved(blocks), ...interleaved(blocks.map((block) => correctionOf(block, version.correction)))];
}

/** @param {Uint8Array} text @param {Version} version */
function padded(text, version) {
  /** @type {number[]} */
  const bits = [];
  const write = (/** @type {number} */ value, /** @type {number} */ count) => {
    for (let bit = count - 1; bit >= 0; bit -= 1) bits.push((value >> bit) & 1);
  };
  write(BYTE_MODE, 4);
  write(text.length, countBits(version));
  for (const byte of text) write(byte, 8);
  const room = dataBytes(version);
  write(0, Math.min(4, 8 * room - bits.length));
  write(0, -bits.length & 7);
  for (let turn = 0; bits.length < 8 * room; turn ^= 1) write(PADDING[turn], 8);
  return Uint8Array.from({ length: room }, (_, place) => Number.parseInt(bits.slice(8 * place, 8 * place + 8).join(""), 2));
}

/** The first of every block, then the second; short blocks end sooner. @param {Uint8Array[]} blocks */
function* interleaved(blocks) {
  const longest = Math.max(...blocks.map(({ length }) => length));
  for (let place = 0; place < longest; place += 1) {
    for (const block of blocks) if (place < block.length) yield block[place];
  }
}
