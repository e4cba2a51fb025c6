/** Names as people call each other. */

/**
 * The first name, or the whole one where another person of the same company has the same first name.
 * @param {string} name @param {string[]} all everybody's names, this one among them
 */
export function shortName(name, all) {
  const first = firstName(name);
  return all.filter((other) => firstName(other) === first).length > 1 ? name : first;
}

/** @param {string} name */
export function firstName(name) {
  return name.trim().split(/\s+/u)[0];
}
