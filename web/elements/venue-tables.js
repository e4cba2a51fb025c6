/**
 * The venue on the host's page: which tables are open, whose screens are on, and whose a screen is that shows a code.
 * Tells `request` with what the server is asked.
 *
 * @import {Table} from "../protocol/messages.js"
 */
import { text } from "../languages/text.js";
import { h, show } from "./build.js";
import { tableName } from "./table-view.js";

export class VenueTables extends HTMLElement {
  #list = h("ul", { class: "venue-list", testid: "tables" });
  #code = h("input", { class: "field", id: "venue-code", testid: "pair-code", autocomplete: "off", maxlength: 20, required: true, spellcheck: "false" });
  #table = h("select", { class: "field", id: "venue-table", testid: "pair-table", "aria-label": text("venue.table") });
  #name = h("input", { class: "field", id: "venue-name", testid: "table-name", autocomplete: "off", maxlength: 40, required: true });
  #seats = h("input", { class: "field", id: "venue-seats", testid: "table-seats", type: "number", min: 2, max: 100, value: 4, required: true });
  #screen = h("input", { type: "checkbox", testid: "table-screen" });

  connectedCallback() {
    const pair = h("form", { class: "venue-form" }, h("label", { for: "venue-code" }, text("venue.code")), this.#code, this.#table,
      h("button", { class: "button small", testid: "pair" }, text("venue.pair")));
    const add = h("form", { class: "venue-form" }, h("label", { for: "venue-name" }, text("venue.name")), this.#name,
      h("label", { for: "venue-seats" }, text("venue.seats")), this.#seats,
      h("label", { class: "toggle" }, this.#screen, h("span", {}, text("venue.screen"))), h("button", { class: "button small", testid: "table-add" }, text("venue.add")));
    this.#submits(pair, () => ({ type: "screen.pair", code: this.#code.value.trim(), table: this.#table.value }));
    this.#submits(add, () => ({ type: "table.add", table: this.#name.value.trim(), seats: Number(this.#seats.value), screen: this.#screen.checked }));
    this.replaceChildren(h("details", {}, h("summary", {}, h("h2", {}, text("venue.title"))), this.#list, pair, add));
  }

  /** @param {Table[]} tables */
  update(tables) {
    show(this, tables.length > 0);
    const chosen = this.#table.value;
    this.#list.replaceChildren(...tables.map((table) => this.#row(table)));
    this.#table.replaceChildren(...tables.map(({ name }) => h("option", { value: name, selected: name === chosen }, tableName(name))));
  }

  /** @param {Table} table */
  #row({ name, seats, screen, open, connected }) {
    const state = [text("venue.seats.count", { count: seats }), connected ? text("venue.screen.on") : screen && text("venue.screen.off"), !open && text("venue.closed")];
    const request = { type: open ? "table.close" : "table.open", table: name };
    return h("li", { "data-table": name }, h("strong", {}, tableName(name)), h("span", { class: "hint" }, state.filter(Boolean).join(" · ")),
      h("button", { type: "button", class: "button quiet small", "aria-label": `${text(open ? "venue.close" : "venue.open")}: ${tableName(name)}`,
        onclick: () => this.#tell(request) }, text(open ? "venue.close" : "venue.open")));
  }

  /** @param {HTMLFormElement} form @param {() => object} request */
  #submits(form, request) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#tell(request());
      for (const input of [this.#code, this.#name]) input.value = "";
      this.#screen.checked = false;
    });
  }

  /** @param {object} request */
  #tell(request) {
    this.dispatchEvent(new CustomEvent("request", { detail: request }));
  }
}

customElements.define("venue-tables", VenueTables);
