/**
 * The rooms of the round as cards: those that call for a host first, the longest waiting before the others, then by
 * number. A person has one chip that moves from card to card; what did not change is not touched. Tells `seen` with the
 * room and whoever called from it.
 *
 * @import {HelpCall, RosterEntry} from "../protocol/messages.js"
 * @import {Roster} from "../protocol/roster.js"
 */
import { byRoomNumber } from "../protocol/roster.js";
import { text } from "../languages/text.js";
import { h, show, write } from "./build.js";
import { PersonChip } from "./person-chip.js";
import { RoomCard } from "./room-card.js";

export class RoomCards extends HTMLElement {
  #title = h("h2", {});
  #empty = h("p", { class: "hint" }, text("host.rooms.none"));
  #list = h("div", { class: "rooms", role: "list" });
  /** @type {Map<string, RoomCard>} */
  #cards = new Map();
  /** @type {Map<string, PersonChip>} */
  #chips = new Map();
  /** Rooms that want a host, in the order of their calls, and who called. @type {Map<string, string>} */
  #calls = new Map();
  /** The rooms as they stand on the page. @type {string[]} */
  #order = [];

  connectedCallback() {
    this.replaceChildren(this.#title, this.#empty, this.#list);
    this.#count();
  }

  /** @param {Roster} roster @param {Iterable<string>} people those that changed */
  update(roster, people) {
    for (const person of people) {
      const entry = roster.people.get(person);
      if (entry?.room) this.#seat(entry, entry.room);
      else this.#unseat(person);
    }
    this.#count();
  }

  /** @param {HelpCall & {room: string}} call */
  call({ room, on, from }) {
    if (this.#calls.has(room) === on) return;
    const card = this.#cards.get(room);
    if (card) this.#order.splice(this.#order.indexOf(room), 1);
    if (on) this.#calls.set(room, from);
    else this.#calls.delete(room);
    if (!card) return;
    card.calls = on;
    this.#place(room, card);
  }

  /** @param {RosterEntry} entry @param {string} room */
  #seat(entry, room) {
    let chip = this.#chips.get(entry.id);
    if (!chip) this.#chips.set(entry.id, chip = new PersonChip(entry));
    chip.update(entry);
    const before = chip.closest("room-card");
    const card = this.#cards.get(room) ?? this.#add(room, entry.table);
    if (before === card) return;
    card.take(chip);
    if (before instanceof RoomCard) this.#clear(before);
  }

  /** @param {string} person */
  #unseat(person) {
    const chip = this.#chips.get(person);
    const card = chip?.closest("room-card");
    chip?.remove();
    this.#chips.delete(person);
    if (card instanceof RoomCard) this.#clear(card);
  }

  /** @param {string} room @param {string} [table] */
  #add(room, table) {
    const card = new RoomCard(room, table);
    this.#cards.set(room, card);
    card.calls = this.#calls.has(room);
    card.addEventListener("seen", () => this.dispatchEvent(new CustomEvent("seen", { detail: { room, person: this.#calls.get(room) } })));
    this.#place(room, card);
    return card;
  }

  /** Takes a room off the page once nobody is left in it. @param {RoomCard} card */
  #clear(card) {
    if (!card.isEmpty) return;
    const room = card.dataset.room ?? "";
    card.remove();
    this.#cards.delete(room);
    this.#calls.delete(room);
    this.#order.splice(this.#order.indexOf(room), 1);
  }

  /** Puts a card where it belongs, and no other one anywhere else. @param {string} room @param {RoomCard} card */
  #place(room, card) {
    let [from, to] = [0, this.#order.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.#compare(this.#order[middle], room) < 0) from = middle + 1;
      else to = middle;
    }
    const after = this.#cards.get(this.#order[from]) ?? null;
    this.#order.splice(from, 0, room);
    this.#list.insertBefore(card, after);
  }

  /** @param {string} one @param {string} other */
  #compare(one, other) {
    const calls = [...this.#calls.keys()];
    const rank = (/** @type {string} */ room) => (this.#calls.has(room) ? calls.indexOf(room) : calls.length);
    return rank(one) - rank(other) || byRoomNumber(one, other);
  }

  #count() {
    const { size } = this.#cards;
    show(this.#empty, size === 0);
    write(this.#title, size === 0 ? text("host.rooms") : `${text("host.rooms")} (${size})`);
  }
}

customElements.define("room-cards", RoomCards);
