/**
 * The words of the pages in the reader's language.
 *
 * A language is one file here, named by its code, with the keys of `en.js`. A value is a sentence with `{names}` in
 * it, or `{one, other, …}` sentences chosen by the plural of `{count}`.
 *
 * @typedef {string | Partial<Record<Intl.LDMLPluralRule, string>>} Entry
 * @typedef {Record<string, Entry>} Language
 * @typedef {keyof typeof english} Key
 */
import english from "./en.js";

/** The code of the language spoken. */
export const language = await choose(navigator.languages);

/** @type {Language} */
const words = language === "en" ? english : (await load(language)) ?? english;
const plural = new Intl.PluralRules(language);

document.documentElement.lang = language;

/**
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function text(key, values = {}) {
  const entry = words[key] ?? english[key];
  const sentence = typeof entry === "string" ? entry : entry[plural.select(Number(values.count))] ?? entry.other ?? "";
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** The first language of the reader's that has a file. @param {readonly string[]} wanted */
async function choose(wanted) {
  for (const tag of wanted) {
    const code = tag.split("-")[0].toLowerCase();
    if (code === "en" || (await load(code))) return code;
  }
  return "en";
}

/** @param {string} code @returns {Promise<Language | null>} */
async function load(code) {
  try {
    return (await import(`./${code}.js`)).default;
  } catch {
    return null;
  }
}
