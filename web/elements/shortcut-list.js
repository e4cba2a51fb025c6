/** The keys of the page, and the switch for those whom single keys are in the way of. Tells `switch` with on or off. */
import { keys } from "../protocol/shortcuts.js";
import { text } from "../languages/text.js";
import { h } from "./build.js";

export class ShortcutList extends HTMLElement {
  #switch = h("input", { type: "checkbox", id: "keys-on", testid: "keys-on",
    onchange: () => this.dispatchEvent(new CustomEvent("switch", { detail: this.#switch.checked })) });
  #dialog = h("dialog", { class: "dialog", testid: "shortcuts", "aria-labelledby": "shortcuts-title" },
    h("h2", { id: "shortcuts-title" }, text("host.keys")),
    h("dl", { class: "shortcuts" }, ...Object.entries(keys).flatMap(([act, key]) =>
      [h("dt", {}, h("kbd", {}, key)), h("dd", {}, text(/** @type {import("../languages/text.js").Key} */ (`host.keys.${act}`)))])),
    h("p", { class: "shortcuts-switch" }, this.#switch, h("label", { for: "keys-on" }, text("host.keys.on"))),
    h("form", { method: "dialog", class: "dialog-buttons" }, h("button", { class: "button", autofocus: true }, text("control.close"))));

  connectedCallback() {
    this.replaceChildren(this.#dialog);
  }

  /** @param {boolean} on whether keys are heard */
  open(on) {
    this.#switch.checked = on;
    this.#dialog.showModal();
  }
}

customElements.define("shortcut-list", ShortcutList);
