/**
 * The words of the pages in the reader's language.
 *
 * A language is one file here, named by its code and listed in `languages`, with the keys of `en.js`. A value is a sentence with `{names}` in
 * it, or `{one, other, …}` sentences chosen by the plural of `{count}`.
 *
 * @typedef {string | Partial<Record<Intl.LDMLPluralRule, string>>} Entry
 * @typedef {Record<string, Entry>} Language
 * @typedef {keyof typeof english} Key
 */
import english from "./en.js";

/** The languages that have a file. */
export const languages = ["en", "es"];

/** The code of the language spoken: the reader's first that has a file. */
export const language = navigator.languages.map((tag) => tag.split("-")[0].toLowerCase())
  .find((code) => languages.includes(code)) ?? "en";

/** @type {Language} */
const words = language === "en" ? english : (await import(`./${language}.js`)).default;
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
