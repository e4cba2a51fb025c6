/**
 * The server's clock as seen from here, so that every countdown agrees.
 *
 * The offset comes from `time` round trips: of the samples kept, the one with the least round trip is believed,
 * because its error is at most half of that trip.
 */

/** Samples taken at the beginning and at every later measurement. */
const SAMPLES = 5;
/** Milliseconds between two samples of a measurement. */
const SPACING = 150;
/** Milliseconds between measurements: clocks drift by less than 2 ms in that time. */
const INTERVAL = 30_000;
/** Samples that are remembered: about four measurements. */
const KEPT = 20;

export class Clock {
  /** @type {{offset: number, roundTrip: number}[]} */
  #samples = [];
  /** @type {ReturnType<typeof setTimeout>[]} */
  #timers = [];

  /**
   * @param {(message: {type: "time", t0: number}) => void} send
   * @param {() => number} [local] milliseconds, monotonic
   */
  constructor(send, local = () => performance.now()) {
    this.send = send;
    this.local = local;
  }

  /** Milliseconds on the server's clock. */
  now() {
    return this.local() + this.offset;
  }

  /**
   * The instant of the server's clock on ours, which is that of `performance.now()`.
   * @param {number} instant
   */
  toLocal(instant) {
    return instant - this.offset;
  }

  /** Milliseconds that the server's clock is ahead of ours. */
  get offset() {
    const [first, ...others] = this.#samples;
    if (!first) return Date.now() - this.local();
    return others.reduce((best, sample) => (sample.roundTrip < best.roundTrip ? sample : best), first).offset;
  }

  /**
   * Begins to measure and goes on until `stop`. What `welcome` says serves until the first answer.
   * @param {number} now the welcome's
   */
  start(now) {
    this.stop();
    if (this.#samples.length === 0) {
      this.#samples.push({ offset: now - this.local(), roundTrip: Infinity });
    }
    this.#measure();
  }

  stop() {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
  }

  /** @param {{t0: number, now: number}} answer */
  receive({ t0, now }) {
    const local = this.local();
    const roundTrip = local - t0;
    if (roundTrip < 0) return;
    this.#samples.push({ offset: now + roundTrip / 2 - local, roundTrip });
    if (this.#samples.length > KEPT) this.#samples.shift();
  }

  #measure() {
    this.#timers = Array.from({ length: SAMPLES }, (_, index) =>
      setTimeout(() => this.send({ type: "time", t0: this.local() }), index * SPACING));
    this.#timers.push(setTimeout(() => this.#measure(), INTERVAL));
  }
}
