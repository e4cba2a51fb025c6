/** Another coffee with somebody: pressed and taken back, and nobody is told. Tells `wish` to whoever is above it. */
import { text } from "../languages/text.js";
import { h, icon } from "./build.js";

export class WishButton extends HTMLElement {
  #button = h("button", { type: "button", class: "wish" }, icon("cup"), h("span", {}, text("wish.on")));

  /** @param {{id: string, name: string}} person */
  constructor({ id, name }) {
    super();
    this.#button.setAttribute("aria-label", text("wish.label", { name }));
    this.#button.title = text("wish.private", { name });
    this.#button.addEventListener("click", () =>
      this.dispatchEvent(new CustomEvent("wish", { detail: { person: id, on: !this.on }, bubbles: true })));
    this.append(this.#button);
    this.on = false;
  }

  /** Lets tests find it, once it is on show. */
  expose() {
    this.#button.dataset.testid = "wish";
  }

  get on() {
    return this.#button.getAttribute("aria-pressed") === "true";
  }

  set on(on) {
    this.#button.setAttribute("aria-pressed", String(on));
  }
}

customElements.define("wish-button", WishButton);
