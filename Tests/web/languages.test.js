import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import english from "../../web/languages/en.js";

const web = fileURLToPath(new URL("../../web/", import.meta.url));
const codes = readdirSync(`${web}languages`).map((file) => /^([a-z]{2})\.js$/.exec(file)?.[1]).filter(Boolean);
const sources = readdirSync(web, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".js") && !file.startsWith("languages/"))
  .map((file) => readFileSync(web + file, "utf8"))
  .join("\n");

const sentences = (entry) => (typeof entry === "string" ? [entry] : Object.values(entry));
const withoutCount = (list) => list.filter((name) => name !== "{count}");
const names = (entry) => [...new Set(sentences(entry).join(" ").match(/\{\w+\}/g) ?? [])].toSorted();

test("there are two languages at least", () => {
  assert.ok(codes.includes("en") && codes.includes("es"), String(codes));
});

for (const code of codes) {
  const { default: words } = await import(`../../web/languages/${code}.js`);

  test(`${code} has every key of English and no other`, () => {
    assert.deepEqual(Object.keys(words).toSorted(), Object.keys(english).toSorted());
  });

  test(`${code} fills in the same names as English, and leaves no sentence empty`, () => {
    for (const [key, entry] of Object.entries(words)) {
      assert.deepEqual(withoutCount(names(entry)), withoutCount(names(english[key])), key);
      assert.ok(sentences(entry).every((sentence) => sentence.trim() !== ""), key);
    }
  });

  test(`${code} has a sentence for every plural of its own`, () => {
    const categories = new Intl.PluralRules(code).resolvedOptions().pluralCategories.filter((each) => each !== "many");
    for (const [key, entry] of Object.entries(words)) {
      if (typeof entry === "string") continue;
      for (const category of categories) assert.ok(category in entry, `${key}: ${category}`);
      assert.ok("other" in entry, key);
    }
  });
}

test("every key is used, and every key that is used is there", () => {
  const quoted = new Set([...sources.matchAll(/["`]([a-z]+(?:\.[a-z-]+)+)["`]/g)].map(([, key]) => key));
  const composed = [...sources.matchAll(/`([a-z.-]+)\.\$\{/g)].map(([, prefix]) => `${prefix}.`);
  const isUsed = (key) => quoted.has(key) || composed.some((prefix) => key.startsWith(prefix));
  assert.deepEqual(Object.keys(english).filter((key) => !isUsed(key)), []);
  const asked = [...sources.matchAll(/\btext\("([^"]+)"/g)].map(([, key]) => key);
  assert.deepEqual(asked.filter((key) => !(key in english)), []);
});
