/**
 * The host's keys: one press for what an evening asks for most.
 *
 * @typedef {"start" | "rotate" | "extend" | "pause" | "undo" | "keys"} Act
 * @typedef {{key: string, ctrlKey: boolean, altKey: boolean, metaKey: boolean, repeat: boolean}} Press
 */

/** @type {Record<Act, string>} */
export const keys = { start: "S", rotate: "R", extend: "E", pause: "P", undo: "U", keys: "?" };

/**
 * What a press of a key asks for. A key held down asks once, and with a modifier it is the browser's.
 * @param {Press} press
 * @returns {Act | null}
 */
export function actOf({ key, ctrlKey, altKey, metaKey, repeat }) {
  if (ctrlKey || altKey || metaKey || repeat) return null;
  const found = Object.entries(keys).find(([, each]) => each === key.toUpperCase());
  return found ? /** @type {Act} */ (found[0]) : null;
}
