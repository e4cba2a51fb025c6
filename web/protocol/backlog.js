/**
 * What has changed and is not yet drawn. A page takes a few at a time, so that a thousand people who change rooms at
 * once never hold up a press of a button.
 */
export class Backlog {
  /** @type {Set<string>} */
  #keys = new Set();

  /** What changes again before it is drawn keeps its place and is drawn once. @param {Iterable<string>} keys */
  add(keys) {
    for (const key of keys) this.#keys.add(key);
  }

  get isEmpty() {
    return this.#keys.size === 0;
  }

  /** The longest waiting ones. @param {number} most @returns {string[]} */
  take(most) {
    /** @type {string[]} */
    const taken = [];
    for (const key of this.#keys) {
      if (taken.length === most) break;
      taken.push(key);
      this.#keys.delete(key);
    }
    return taken;
  }
}
