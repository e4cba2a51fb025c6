/** A sentence to everybody. Tells `say` with the text as detail. */
import { text } from "../languages/text.js";
import { h, icon } from "./build.js";

export class AnnounceForm extends HTMLElement {
  #text = h("input", {
    class: "field", id: "announce-text", testid: "announce-text", maxlength: 500, required: true, autocomplete: "off",
    "aria-label": text("host.announce.text"),
  });
  #button = h("button", { class: "button", testid: "announce" }, icon("megaphone"), text("host.announce"));

  connectedCallback() {
    const form = h("form", { class: "announce-form" }, h("h2", {}, text("host.announce.title")), this.#text, this.#button);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const words = this.#text.value.trim();
      if (words) this.dispatchEvent(new CustomEvent("say", { detail: words }));
    });
    this.replaceChildren(form);
  }

  /** Empties the field once the words are out. */
  clear() {
    this.#text.value = "";
  }

  /** @param {boolean} possible */
  set enabled(possible) {
    this.#button.disabled = !possible;
    this.#text.disabled = !possible;
  }
}

customElements.define("announce-form", AnnounceForm);
