/**
 * Who sits where, for everybody in the venue at once: by name, in pages that turn by themselves.
 *
 * @import {Place} from "../protocol/seating.js"
 * @import {Phase, TableSeating} from "../protocol/messages.js"
 */
import { pagesOf, places, seatingToShow } from "../protocol/seating.js";
import { text } from "../languages/text.js";
import { h, mark, show, write } from "./build.js";

/** Milliseconds that a page stands: to find one's name among three dozen. */
const TURN = 7_000;
/** What a column needs at the least, in the unit of the letters' height. */
const ROW = 1.6;
const COLUMN = 10;

export class SeatingBoard extends HTMLElement {
  #title = h("h2", { testid: "seating-title" });
  #page = h("span", { class: "seating-page" });
  #list = h("ul", { class: "seating-list" });
  /** @type {Map<number, TableSeating>} */
  #seatings = new Map();
  #shown = "";
  #number = 0;
  /** @type {Place[]} */
  #people = [];

  connectedCallback() {
    this.replaceChildren(h("header", { class: "seating-head" }, this.#title, this.#page), this.#list);
    setInterval(() => this.#turn(), TURN);
    new ResizeObserver(() => this.#draw()).observe(this.#list);
  }

  /** @param {TableSeating} seating */
  take(seating) {
    this.#seatings.set(seating.round, seating);
    this.#seatings.delete(seating.round - 2);
  }

  /** @param {Phase | null} phase @returns {boolean} whether there is something to show */
  update(phase) {
    const found = seatingToShow(this.#seatings, phase);
    show(this, found !== null);
    if (!found) return false;
    write(this.#title, text(found.isNext ? "board.seats.next" : "board.seats"));
    mark(this, "next", found.isNext ? "" : null);
    const people = places(found.seating, document.documentElement.lang);
    const shown = `${found.seating.round} ${JSON.stringify(people)}`;
    if (shown === this.#shown) return true;
    this.#shown = shown;
    this.#people = people;
    this.#number = 0;
    this.#draw();
    return true;
  }

  #turn() {
    this.#number += 1;
    this.#draw();
  }

  #draw() {
    const size = parseFloat(getComputedStyle(this.#list).fontSize) || 16;
    const rows = Math.max(1, Math.floor(this.#list.clientHeight / (ROW * size)));
    const columns = Math.max(1, Math.floor(this.#list.clientWidth / (COLUMN * size)));
    const pages = pagesOf(this.#people, rows * columns);
    const number = this.#number % pages.length;
    const page = pages[number];
    this.#list.style.setProperty("--rows", String(Math.min(rows, Math.ceil(page.length / columns) || 1)));
    this.#list.replaceChildren(...page.map(({ name, table }) => h("li", {}, h("span", { class: "seating-name", dir: "auto" }, name), h("strong", {}, table))));
    write(this.#page, pages.length > 1 ? text("board.page", { page: number + 1, pages: pages.length }) : "");
  }
}

customElements.define("seating-board", SeatingBoard);
