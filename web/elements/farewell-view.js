/**
 * Where a page ends: thanks and the matches of the evening, or why there is no connection and what to do about it.
 *
 * @import {Match} from "../protocol/messages.js"
 * @typedef {object} Ending
 * @property {"ended" | "left" | "closed"} kind
 * @property {string} [words] why, for `closed`
 * @property {Match[]} [matches]
 * @property {{label: string, act: () => void}} [action]
 */
import { text } from "../languages/text.js";
import { h, icon, portrait } from "./build.js";

export class FarewellView extends HTMLElement {
  /** @param {Ending} ending */
  update({ kind, words, matches = [], action }) {
    const isThanks = kind !== "closed";
    const sentence = words ?? text(kind === "left" ? "ended.left" : "ended.text");
    this.replaceChildren(
      h("div", { class: "card quiet-card", testid: isThanks ? "ended" : undefined },
        icon(isThanks ? "cup" : "alert"),
        h("h1", {}, text(isThanks ? "ended.title" : "closed.title")),
        h("p", { class: "lead", testid: isThanks ? undefined : "message", role: isThanks ? undefined : "alert" }, sentence),
        matches.length > 0 && h("section", { class: "matches" }, h("h2", {}, text("match.title")), h("ul", { class: "people" }, ...matches.map(matchCard))),
        action && h("button", { type: "button", class: "button primary", onclick: action.act }, action.label)),
    );
  }
}

/** @param {Match} match */
function matchCard({ person, name, contact }) {
  return h("li", { class: "person", testid: "match" }, portrait({ id: person, name }), h("div", { class: "person-words" },
    h("strong", { dir: "auto" }, name), h("span", {}, contact || text("match.no-contact"))));
}

customElements.define("farewell-view", FarewellView);
