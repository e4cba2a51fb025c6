/**
 * The list at the venue's door: found by name, checked in with one press. Tells `request` with what the server is asked.
 *
 * @import {RosterEntry} from "../protocol/messages.js"
 */
import { found } from "../protocol/door.js";
import { text } from "../languages/text.js";
import { h, portrait, show, write } from "./build.js";

/** Guests drawn at once: whoever looks for one types a letter more. */
const SHOWN = 40;

export class DoorList extends HTMLElement {
  #search = h("input", { class: "field", type: "search", id: "door-search", testid: "search", autocomplete: "off", placeholder: text("door.search.hint"), oninput: () => this.#draw() });
  #counts = h("p", { class: "door-counts", role: "status", testid: "counts" });
  #list = h("ul", { class: "people", testid: "guests" });
  #more = h("p", { class: "people-more" });
  #add = h("button", { type: "button", class: "button wide", testid: "add", onclick: () => this.#addPerson() });
  /** @type {RosterEntry[]} */
  #people = [];

  connectedCallback() {
    this.replaceChildren(h("label", { for: "door-search" }, text("door.search")), this.#search, this.#counts, this.#list, this.#more, this.#add);
    this.#draw();
  }

  /** @param {RosterEntry[]} people */
  update(people) {
    this.#people = people;
    this.#draw();
  }

  /** The next guest is looked for from the beginning. */
  clear() {
    this.#search.value = "";
    this.#draw();
    this.#search.focus();
  }

  #draw() {
    const words = this.#search.value.trim();
    const all = found(this.#people, words);
    this.#list.replaceChildren(...all.slice(0, SHOWN).map((person) => this.#card(person)));
    show(this.#more, all.length > SHOWN);
    write(this.#more, text("lobby.more", { count: all.length - SHOWN }));
    show(this.#add, words !== "");
    write(this.#add, text("door.add", { name: words }));
    const inVenue = this.#people.filter(({ mode, presence }) => mode === "venue" && isHere(presence)).length;
    const expected = this.#people.filter(({ presence }) => presence === "expected").length;
    write(this.#counts, text("door.counts", { venue: inVenue, expected }));
  }

  /** @param {RosterEntry} person */
  #card(person) {
    const { id, name, mode, presence, table } = person;
    const place = presence === "checked-in" ? "" : text(mode === "venue" ? "door.venue" : "door.home");
    const state = [text(`presence.${presence}`), place, table && text("table.name", { table })];
    const here = isHere(presence);
    return h("li", { class: "person", "data-person": id }, portrait(person),
      h("div", { class: "person-words" }, h("strong", { dir: "auto" }, name), h("span", {}, state.filter(Boolean).join(" · "))),
      h("div", { class: "door-buttons" },
        !here && this.#button("check-in", text("door.check-in"), { type: "person.checkin", person: id, on: true }, "primary"),
        presence === "checked-in" && this.#button("check-out", text("door.check-out"), { type: "person.checkin", person: id, on: false }),
        here && presence !== "checked-in" && this.#button("mode", text(mode === "venue" ? "door.to-home" : "door.to-venue"),
          { type: "person.mode", person: id, mode: mode === "venue" ? "online" : "venue" })));
  }

  /** @param {string} name @param {string} words @param {object} request @param {string} [kind] */
  #button(name, words, request, kind = "quiet") {
    return h("button", { type: "button", class: `button small ${kind}`, testid: name, onclick: () => this.#tell(request) }, words);
  }

  #addPerson() {
    this.#tell({ type: "person.add", name: this.#search.value.trim() });
  }

  /** @param {object} request */
  #tell(request) {
    this.dispatchEvent(new CustomEvent("request", { detail: request }));
  }
}

/** @param {RosterEntry["presence"]} presence */
function isHere(presence) {
  return presence === "present" || presence === "checked-in" || presence === "lost";
}

customElements.define("door-list", DoorList);
