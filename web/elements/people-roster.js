/**
 * Everybody of the gathering in one list. With a thousand of them only rows that changed are touched, and rows out
 * of sight cost nothing. Tells `person` with the id of whoever was pressed, and `remove` with the entry as detail.
 *
 * @import {Roster} from "../protocol/roster.js"
 * @import {RosterEntry} from "../protocol/messages.js"
 */
import { roomName } from "./room-name.js";
import { text } from "../languages/text.js";
import { h, icon, mark, portrait, show, write } from "./build.js";
import { plain } from "./plain.js";

export class PeopleRoster extends HTMLElement {
  #search = h("input", {
    class: "field", type: "search", "aria-label": text("host.search"), placeholder: text("host.search"), autocomplete: "off",
  });
  #empty = h("p", { class: "hint" }, text("host.roster.none"));
  #list = h("ul", { class: "roster", testid: "roster" });
  /** @type {Map<string, HTMLElement>} */
  #rows = new Map();
  #sought = "";

  connectedCallback() {
    this.#search.addEventListener("input", () => this.#filter());
    this.replaceChildren(h("h2", {}, text("host.roster")), this.#search, this.#empty, this.#list);
  }

  /** @param {Roster} roster @param {Iterable<string>} people those that changed */
  update(roster, people) {
    const added = document.createDocumentFragment();
    this.#sought = plain(this.#search.value);
    for (const person of people) {
      const entry = roster.people.get(person);
      if (!entry) this.#remove(person);
      else this.#draw(entry, added);
    }
    if (added.hasChildNodes()) this.#list.append(added);
    show(this.#empty, this.#rows.size === 0);
    show(this.#search, this.#rows.size > 8);
  }

  /** @param {RosterEntry} entry @param {DocumentFragment} added */
  #draw(entry, added) {
    let row = this.#rows.get(entry.id);
    if (!row) {
      row = this.#row(entry);
      this.#rows.set(entry.id, row);
      added.append(row);
    }
    mark(row, "presence", entry.presence);
    mark(row, "room", entry.room ?? "");
    const [, name, state] = row.children;
    write(name, entry.name);
    write(state, stateOf(entry));
    this.#filterRow(row);
  }

  /** @param {RosterEntry} entry */
  #row(entry) {
    const remove = h("button", {
      type: "button", class: "button quiet icon-button", "aria-label": text("host.remove", { name: entry.name }),
      title: text("host.remove", { name: entry.name }),
      onclick: () => this.dispatchEvent(new CustomEvent("remove", { detail: entry })),
    }, icon("cross"));
    const tell = () => this.dispatchEvent(new CustomEvent("person", { detail: entry.id, bubbles: true }));
    return h("li", { class: "roster-person", testid: "roster-person", "data-person": entry.id },
      portrait(entry), h("button", { type: "button", class: "roster-name", dir: "auto", "aria-haspopup": "dialog", onclick: tell }),
      h("span", { class: "roster-state" }), remove);
  }

  /** @param {string} person */
  #remove(person) {
    this.#rows.get(person)?.remove();
    this.#rows.delete(person);
  }

  #filter() {
    this.#sought = plain(this.#search.value);
    for (const row of this.#rows.values()) this.#filterRow(row);
  }

  /** @param {HTMLElement} row */
  #filterRow(row) {
    show(row, this.#sought === "" || plain(row.children[1].textContent ?? "").includes(this.#sought));
  }
}

/** @param {RosterEntry} entry */
function stateOf({ presence, room, table, passing, waiting }) {
  if (presence !== "present" && !(presence === "checked-in" && room)) return text(`presence.${presence}`);
  if (passing) return text("presence.passing");
  if (room) return roomName(room, table);
  return text(waiting ? "presence.waiting" : "presence.present");
}

customElements.define("people-roster", PeopleRoster);
