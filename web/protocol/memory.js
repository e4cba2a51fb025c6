/** What outlives a page: a plain object kept as JSON in one of the browser's storages, or nowhere if it has none. */

/**
 * @template {object} Contents
 * @param {Storage | null} storage
 * @param {string} key
 * @param {Contents} initial
 * @returns {Contents} writes through on every assignment
 */
export function remember(storage, key, initial) {
  const contents = { ...initial, ...read(storage, key) };
  return new Proxy(contents, {
    set(target, property, value) {
      Reflect.set(target, property, value);
      try {
        storage?.setItem(key, JSON.stringify(target));
      } catch {
        // A full or forbidden storage costs comfort, not the gathering.
      }
      return true;
    },
  });
}

/** @param {Storage | null} storage @param {string} key */
function read(storage, key) {
  try {
    const value = JSON.parse(storage?.getItem(key) ?? "{}");
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
