/**
 * Somebody in a room or waiting for one, on the host's page: name, presence, connection. It is pressed for what a host
 * may do with the person, and carried to another room. Tells `person`, which bubbles, with the id as detail.
 *
 * @import {RosterEntry} from "../protocol/messages.js"
 */
import { text } from "../languages/text.js";
import { h, icon, mark, portrait, write } from "./build.js";

export class PersonChip extends HTMLElement {
  #name = h("span", { class: "chip-name", dir: "auto" });
  #state = h("span", { class: "chip-state" });
  #quality = h("span", { class: "chip-quality" });

  /** @param {RosterEntry} entry */
  constructor(entry) {
    super();
    const tell = () => this.dispatchEvent(new CustomEvent("person", { detail: entry.id, bubbles: true }));
    this.append(h("button", { type: "button", class: "chip", "aria-haspopup": "dialog", testid: "chip", onclick: tell },
      portrait(entry), this.#name, this.#state, this.#quality));
    this.dataset.person = entry.id;
    this.setAttribute("role", "listitem");
  }

  /** @param {RosterEntry} entry @param {"seat" | "choice" | null} why without a room */
  update({ name, presence, quality }, why = null) {
    mark(this, "presence", presence);
    write(this.#name, name);
    write(this.#state, presence === "present" ? (why ? text(`host.why.${why}`) : "") : text(`presence.${presence}`));
    if ((this.dataset.quality ?? null) === (quality ?? null)) return;
    mark(this, "quality", quality);
    this.#quality.replaceChildren(...(quality
      ? [icon(`signal-${quality}`), h("span", { class: "unseen" }, text(`quality.${quality}`))] : []));
  }
}

customElements.define("person-chip", PersonChip);
