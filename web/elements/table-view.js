/**
 * A phone in the venue: which table, with whom, about what, how long yet, and where to go next. No camera, no sound:
 * picture and voice of those at home are the table's own.
 *
 * @import {Assignment, Card} from "../protocol/messages.js"
 * @import {Clock} from "../protocol/clock.js"
 * @import {Seat} from "../protocol/seat.js"
 */
import { format, remaining } from "../protocol/countdown.js";
import { atTable } from "../protocol/venue.js";
import { text } from "../languages/text.js";
import { h, portrait, show, write } from "./build.js";
import { CountDown } from "./count-down.js";
import { roundText } from "./room-view.js";
import { WishButton } from "./wish-button.js";

export class TableView extends HTMLElement {
  #round = h("p", { class: "room-round" });
  #table = h("h1", { class: "table-name", testid: "table" });
  #company = h("p", { class: "table-company", testid: "company" });
  #prompt = h("p", { class: "lobby-prompt", testid: "table-prompt" });
  #clock = new CountDown();
  #people = h("ul", { class: "people", "aria-label": text("room.people") });
  #now = h("section", { class: "card table-card" },
    h("header", { class: "table-head" }, h("div", {}, this.#round, this.#table), this.#clock), this.#company, this.#prompt, this.#people);
  #nextTable = h("strong", { class: "table-name", testid: "next-table" });
  #nextCompany = h("p", { class: "table-company" });
  #walk = new CountDown();
  #next = h("section", { class: "card table-next", role: "status" }, h("h2", {}, text("table.next")), this.#nextTable, this.#nextCompany, this.#walk);
  /** Who is shown at present, so that a pressed wish is not drawn anew. */
  #shown = "";
  /** @type {Map<string, WishButton>} */
  #buttons = new Map();

  /** @param {{clock: Clock, seat: Readonly<Seat>}} session */
  start(session) {
    this.#clock.dataset.testid = "table-countdown";
    this.#clock.setAttribute("aria-label", text("room.left"));
    this.#clock.left = () => remaining(session.seat.phase, session.clock.now());
    this.#clock.stands = () => session.seat.phase?.paused === true;
    this.#walk.className = "lobby-called";
    this.#walk.left = () => session.seat.coming && Math.max(0, session.seat.coming.startsAt - session.clock.now());
    this.#walk.tell = (milliseconds) => text("table.walk", { time: format(milliseconds) });
    this.replaceChildren(this.#next, this.#now);
  }

  /** @param {Readonly<Seat>} seat @param {ReadonlySet<string>} wishes */
  update({ you, running, coming, phase }, wishes) {
    const now = atTable(running, you);
    const next = atTable(coming, you);
    show(this.#now, now !== null);
    show(this.#next, next !== null);
    if (now) this.#describe(now, wishes);
    write(this.#round, roundText(phase));
    if (next) {
      write(this.#nextTable, tableName(next.table));
      write(this.#nextCompany, companyText(next.around, next.onScreen));
    }
    this.#clock.refresh();
    this.#walk.refresh();
  }

  /** @param {ReadonlySet<string>} wishes */
  showWishes(wishes) {
    for (const [person, button] of this.#buttons) button.on = wishes.has(person);
  }

  /** @param {NonNullable<ReturnType<typeof atTable>>} place @param {ReadonlySet<string>} wishes */
  #describe({ table, around, onScreen, prompt }, wishes) {
    write(this.#table, tableName(table));
    write(this.#company, companyText(around, onScreen));
    write(this.#prompt, prompt);
    show(this.#prompt, prompt !== "");
    const people = [...around, ...onScreen];
    const shown = people.map(({ id, name }) => `${id} ${name}`).join("\n");
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.#buttons.clear();
      this.#people.replaceChildren(...people.map((person) => this.#card(person)));
    }
    this.showWishes(wishes);
  }

  /** @param {Card} person */
  #card(person) {
    const wish = new WishButton(person);
    wish.expose();
    this.#buttons.set(person.id, wish);
    const words = [person.mode === "online" ? text("table.from-home") : "", person.profile.answer || person.profile.headline];
    return h("li", { class: "person" }, portrait(person), h("div", { class: "person-words" },
      h("strong", { dir: "auto" }, person.name), h("span", { dir: "auto" }, words.filter(Boolean).join(" · "))), wish);
  }
}

/** A table as people call it: a number or a name. @param {string} table */
export function tableName(table) {
  return text("table.name", { table });
}

/** @param {Card[]} around @param {Card[]} onScreen */
export function companyText(around, onScreen) {
  if (around.length + onScreen.length === 0) return text("table.nobody");
  const people = [...around.map(({ name }) => name), ...onScreen.map(({ name }) => text("table.on-screen", { name }))];
  return text("table.with", { names: new Intl.ListFormat(document.documentElement.lang).format(people) });
}

customElements.define("table-view", TableView);
