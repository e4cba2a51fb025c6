/**
 * The rooms of the round, who sits in them, and which of them call for a host. Only touched cards are drawn again.
 *
 * @import {Roster} from "../protocol/roster.js"
 */
import { byRoomNumber } from "../protocol/roster.js";
import { text } from "../languages/text.js";
import { h, icon, portrait, show, write } from "./build.js";

export class RoomCards extends HTMLElement {
  #empty = h("p", { class: "hint" }, text("host.rooms.none"));
  #waiting = h("p", { class: "rooms-waiting", role: "status" });
  #list = h("ul", { class: "rooms" });
  /** @type {Map<string, HTMLElement>} */
  #cards = new Map();
  /** Rooms that want a host. @type {Set<string>} */
  #calls = new Set();

  connectedCallback() {
    this.replaceChildren(h("h2", {}, text("host.rooms")), this.#waiting, this.#empty, this.#list);
  }

  /** @param {Roster} roster @param {Iterable<string>} rooms those that changed */
  update(roster, rooms) {
    let isNew = false;
    for (const room of rooms) {
      const people = roster.rooms.get(room);
      isNew ||= people !== undefined && !this.#cards.has(room);
      if (people) this.#draw(roster, room, people);
      else this.#remove(room);
    }
    if (isNew) this.#arrange();
    show(this.#empty, this.#cards.size === 0);
    const { length } = roster.waiting;
    write(this.#waiting, length > 0 ? text("host.waiting", { count: length }) : "");
  }

  /** @param {string} room @param {boolean} on */
  call(room, on) {
    if (on) this.#calls.add(room);
    else this.#calls.delete(room);
    this.#mark(room);
  }

  /** @param {Roster} roster @param {string} room @param {Set<string>} people */
  #draw(roster, room, people) {
    const card = this.#cards.get(room) ?? this.#add(room);
    const [, list] = card.children;
    list.replaceChildren(...[...people].map((person) => {
      const entry = roster.people.get(person);
      const mark = { id: person, name: entry?.name ?? "" };
      return h("li", { "data-presence": entry?.presence }, portrait(mark), h("span", { dir: "auto" }, mark.name));
    }));
    this.#mark(room);
  }

  /** Cards stand in the order of the rooms' numbers. */
  #arrange() {
    this.#list.append(...[...this.#cards].toSorted(([a], [b]) => byRoomNumber(a, b)).map(([, card]) => card));
  }

  /** @param {string} room */
  #add(room) {
    const number = room.split("-").at(-1) ?? "";
    const done = h("button", { type: "button", class: "button small", onclick: () => this.call(room, false) }, text("host.help.done"));
    const card = h("li", { class: "room-card", "data-room": room }, h("h3", {}, text("host.room", { number })), h("ul", {}),
      h("p", { class: "room-help", hidden: true }, icon("hand"), h("span", {}, text("host.room.help")), done));
    this.#cards.set(room, card);
    return card;
  }

  /** @param {string} room */
  #remove(room) {
    this.#cards.get(room)?.remove();
    this.#cards.delete(room);
    this.#calls.delete(room);
  }

  /** @param {string} room */
  #mark(room) {
    const card = this.#cards.get(room);
    if (!card) return;
    const calls = this.#calls.has(room);
    card.toggleAttribute("data-help", calls);
    show(/** @type {HTMLElement} */ (card.lastElementChild), calls);
  }
}

customElements.define("room-cards", RoomCards);
