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

/** Languages written from the right. */
const RIGHT_TO_LEFT = new Set(["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

/** @param {string} tag such as `es-MX` */
const codeOf = (tag) => tag.split("-")[0].toLowerCase();

/** The reader's first language that has a file, in the reader's variety: dates and times are written by it. */
const variety = navigator.languages.find((tag) => languages.includes(codeOf(tag))) ?? "en";

/** The code of the language spoken. */
export const language = codeOf(variety);

/** @type {Language} */
const words = language === "en" ? english : (await import(`./${language}.js`)).default;
const plural = new Intl.PluralRules(language);

Object.assign(document.documentElement, { lang: variety, dir: RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr" });

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
