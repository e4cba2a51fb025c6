/**
 * Where a page ends: thanks, the matches and whom one met, or why there is no connection and what to do about it.
 *
 * @import {Souvenir} from "../protocol/keepsake.js"
 * @typedef {object} Ending
 * @property {"ended" | "left" | "closed" | "refused" | "early"} kind
 * @property {string} [words] why, for `closed`, `refused` and `early`
 * @property {Souvenir[]} [met]
 * @property {{label: string, act: () => void}} [action]
 */
import { text } from "../languages/text.js";
import { vCards } from "../protocol/vcard.js";
import { h, icon, portrait } from "./build.js";
import { NoteField } from "./note-field.js";

/** @type {Record<Ending["kind"], import("../languages/text.js").Key>} */
const TITLES = { ended: "ended.title", left: "ended.title", closed: "closed.title", refused: "refused.title", early: "early.title" };

export class FarewellView extends HTMLElement {
  /** @param {Ending} ending */
  update({ kind, words, met = [], action }) {
    const isThanks = kind === "ended" || kind === "left";
    const sentence = words ?? text(kind === "left" ? "ended.left" : "ended.text");
    const matches = met.filter(({ contact }) => contact !== null);
    const others = met.filter(({ contact }) => contact === null);
    this.replaceChildren(
      h("div", { class: "card quiet-card", testid: isThanks ? "ended" : undefined },
        icon(kind === "closed" || kind === "refused" ? "alert" : "cup"),
        h("h1", {}, text(TITLES[kind])),
        h("p", { class: "lead", testid: isThanks ? undefined : "message", role: isThanks ? undefined : "alert" }, sentence),
        matches.length > 0 && people(text("match.title"), matches, matchCard),
        matches.length > 0 && h("button", { type: "button", class: "button small", testid: "vcard", onclick: () => download(matches) }, text("match.download")),
        others.length > 0 && people(text("lobby.met"), others, metCard),
        met.length > 0 && h("p", { class: "hint" }, text("note.stays")),
        action && h("button", { type: "button", class: "button primary", onclick: action.act }, action.label)),
    );
  }
}

/** @param {string} title @param {Souvenir[]} met @param {(person: Souvenir) => HTMLElement} make */
function people(title, met, make) {
  return h("section", { class: "matches" }, h("h2", {}, title), h("ul", { class: "people" }, ...met.map(make)));
}

/** @param {Souvenir} person */
function matchCard(person) {
  return card(person, person.contact || text("match.no-contact"), "match");
}

/** @param {Souvenir} person */
function metCard(person) {
  return card(person, person.profile.answer || person.profile.headline, "met");
}

/** @param {Souvenir} person @param {string} words @param {string} testid */
function card(person, words, testid) {
  return h("li", { class: "person person-noted", testid }, portrait(person), h("div", { class: "person-words" },
    h("strong", { dir: "auto" }, person.name), words && h("span", { dir: "auto" }, words), new NoteField(person)));
}

/** The people's own words go into a file, and from there into any address book. @param {Souvenir[]} matches */
function download(matches) {
  const contacts = matches.map(({ name, contact, note }) => ({ name, contact: contact ?? "", note }));
  const url = URL.createObjectURL(new Blob([vCards(contacts)], { type: "text/vcard" }));
  h("a", { href: url, download: "tertulia.vcf" }).click();
  URL.revokeObjectURL(url);
}

customElements.define("farewell-view", FarewellView);
