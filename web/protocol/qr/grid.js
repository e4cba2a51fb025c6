/**
 * The square of modules: the patterns by which a reader finds its way, and the path on which the data is laid.
 *
 * @import {Version} from "./versions.js"
 */

export class Grid {
  /** @param {Version} version */
  constructor(version) {
    this.version = version;
    this.size = version.size;
    /** 1 is dark. */
    this.modules = new Uint8Array(this.size ** 2);
    /** Modules that carry no data, and that no mask touches. */
    this.fixed = new Uint8Array(this.size ** 2);
    this.#patterns();
  }

  /** @param {number} x @param {number} y */
  isDark(x, y) {
    return this.modules[y * this.size + x] === 1;
  }

  /** @param {number} x @param {number} y @param {boolean | number} dark */
  fix(x, y, dark) {
    this.modules[y * this.size + x] = Number(dark);
    this.fixed[y * this.size + x] = 1;
  }

  /** Lays the bits in pairs of columns from the right, up and down in turn. @param {number[]} codewords */
  lay(codewords) {
    const { size } = this;
    let bit = 0;
    for (let right = size - 1, upward = true; right > 0; right -= 2, upward = !upward) {
      // The column of the timing pattern is left out.
      if (right === 6) right = 5;
      for (let step = 0; step < size; step += 1) {
        const y = upward ? size - 1 - step : step;
        for (const x of [right, right - 1]) {
          if (this.fixed[y * size + x]) continue;
          this.modules[y * size + x] = ((codewords[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
          bit += 1;
        }
      }
    }
  }

  #patterns() {
    const { size, version } = this;
    for (let place = 0; place < size; place += 1) {
      this.fix(place, 6, place % 2 === 0);
      this.fix(6, place, place % 2 === 0);
    }
    for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) this.#rings(x, y, 4, [0, 1, 3]);
    const last = size - 7;
    for (const y of version.alignment) {
      for (const x of version.alignment) {
        const isCorner = (x === 6 && (y === 6 || y === last)) || (x === last && y === 6);
        if (!isCorner) this.#rings(x, y, 2, [0, 2]);
      }
    }
    this.tellMask(0);
    if (version.number >= 7) this.#tellVersion();
  }

  /** Squares around each other. @param {number} x @param {number} y @param {number} reach @param {number[]} dark */
  #rings(x, y, reach, dark) {
    for (let down = -reach; down <= reach; down += 1) {
      for (let across = -reach; across <= reach; across += 1) {
        const [column, row] = [x + across, y + down];
        const isInside = column >= 0 && row >= 0 && column < this.size && row < this.size;
        if (isInside) this.fix(column, row, dark.includes(Math.max(Math.abs(across), Math.abs(down))));
      }
    }
  }

  /** Which mask lies over the data, twice, with error correction M (00) before it. @param {number} mask */
  tellMask(mask) {
    const { size } = this;
    const bits = withCheck(mask, 0x537, 10) ^ 0x5412;
    const bit = (/** @type {number} */ place) => (bits >> place) & 1;
    for (let place = 0; place < 15; place += 1) {
      // Round the upper left square, past the timing pattern.
      if (place < 8) this.fix(8, place < 6 ? place : place + 1, bit(place));
      else this.fix(place === 8 ? 7 : 14 - place, 8, bit(place));
      // Beside the two others.
      if (place < 8) this.fix(size - 1 - place, 8, bit(place));
      else this.fix(8, size - 15 + place, bit(place));
    }
    this.fix(8, size - 8, true);
  }

  #tellVersion() {
    const bits = withCheck(this.version.number, 0x1f25, 12);
    for (let place = 0; place < 18; place += 1) {
      const [near, far] = [Math.floor(place / 3), this.size - 11 + (place % 3)];
      this.fix(near, far, (bits >> place) & 1);
      this.fix(far, near, (bits >> place) & 1);
    }
  }
}

/** A number with its BCH check behind it. @param {number} value @param {number} divisor @param {number} bits of the check */
function withCheck(value, divisor, bits) {
  let rest = value << bits;
  for (let bit = 31 - Math.clz32(rest | 1); bit >= bits; bit -= 1) if ((rest >> bit) & 1) rest ^= divisor << (bit - bits);
  return (value << bits) | rest;
}
