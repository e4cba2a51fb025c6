/** What this is, and a field for the link that somebody was sent. */
import { readLink } from "../protocol/place.js";
import { text } from "../languages/text.js";
import { h, show } from "./build.js";

export class HomeView extends HTMLElement {
  #link = h("input", { class: "field", id: "home-link", autocomplete: "off", autocapitalize: "none", spellcheck: "false", "aria-describedby": "home-bad" });
  #bad = h("p", { class: "problem", id: "home-bad", role: "alert", hidden: true });

  connectedCallback() {
    const form = h("form", { class: "card home-form" },
      h("label", { for: "home-link" }, text("home.link")),
      h("div", { class: "home-row" }, this.#link, h("button", { class: "button primary" }, text("home.go"))),
      this.#bad);
    form.addEventListener("submit", (event) => this.#go(event));
    this.replaceChildren(
      h("p", { class: "home-name" }, h("img", { src: "/icons/favicon.svg", alt: "" }), text("app.name")),
      h("h1", {}, text("home.title")),
      h("p", { class: "lead" }, text("home.text")),
      form,
      h("p", { class: "hint" }, text("home.nothing")),
    );
  }

  /** @param {SubmitEvent} event */
  #go(event) {
    event.preventDefault();
    const page = readLink(this.#link.value, location.origin);
    show(this.#bad, page === null);
    if (page !== null) return location.assign(page);
    this.#bad.textContent = text("home.bad");
    this.#link.focus();
  }
}

customElements.define("home-view", HomeView);
