/** Words as people type them into a search: without case and accents. @param {string} words */
export function plain(words) {
  return words.trim().normalize("NFD").replaceAll(/\p{M}/gu, "").toLocaleLowerCase();
}
