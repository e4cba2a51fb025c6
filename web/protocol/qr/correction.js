/** Reed–Solomon over the field of 256 elements with the polynomial 0x11d, as QR codes have it. */

const exponents = new Uint8Array(255);
const logarithms = new Uint8Array(256);
for (let power = 0, value = 1; power < 255; power += 1) {
  exponents[power] = value;
  logarithms[value] = power;
  value = (value << 1) ^ (value & 0x80 ? 0x11d : 0);
}

/** @param {number} one @param {number} other */
export function multiply(one, other) {
  return one === 0 || other === 0 ? 0 : exponents[(logarithms[one] + logarithms[other]) % 255];
}

/** The product of all (x − 2ⁱ), without its leading 1. @param {number} degree */
function generator(degree) {
  let factors = new Uint8Array([1]);
  for (let power = 0; power < degree; power += 1) {
    const next = new Uint8Array(factors.length + 1);
    for (const [place, factor] of factors.entries()) {
      next[place] ^= factor;
      next[place + 1] ^= multiply(factor, exponents[power]);
    }
    factors = next;
  }
  return factors.subarray(1);
}

/**
 * What is left of the data after division by the generator: the bytes of error correction.
 * @param {Uint8Array} data
 * @param {number} count
 */
export function correctionOf(data, count) {
  const divisor = generator(count);
  const rest = new Uint8Array(count);
  for (const byte of data) {
    const factor = byte ^ rest[0];
    rest.copyWithin(0, 1);
    rest[count - 1] = 0;
    for (const [place, each] of divisor.entries()) rest[place] ^= multiply(each, factor);
  }
  return rest;
}
