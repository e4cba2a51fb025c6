/**
 * What a host may do with somebody: move them, let them sit out and bring them back, keep them apart from somebody in their
 * room, remove them.
 * Tells `request` with the request as detail.
 *
 * @import {RosterEntry} from "../protocol/messages.js"
 * @import {Place} from "../protocol/moves.js"
 * @import {Roster} from "../protocol/roster.js"
 *
 * @typedef {object} Choice
 * @property {string} label
 * @property {boolean} disabled
 * @property {import("./build.js").Properties} properties of its button
 * @property {{type: string, [field: string]: unknown}} request
 */
import { companions, isMovable, places, sitsOut } from "../protocol/moves.js";
import { roomName } from "./room-name.js";
import { text } from "../languages/text.js";
import { h, icon, portrait, show } from "./build.js";
import { plain } from "./plain.js";

/** Rooms and people offered at a time: more are found sooner by typing than by looking. */
const OFFERED = 24;

export class PersonMenu extends HTMLElement {
  #dialog = h("dialog", { class: "dialog person-menu", testid: "person-menu" });

  connectedCallback() {
    this.replaceChildren(this.#dialog);
    // A press beside it closes it, as of a menu.
    this.#dialog.addEventListener("click", (event) => event.target === this.#dialog && this.#dialog.close());
  }

  /** @param {RosterEntry} entry @param {Roster} roster */
  open(entry, roster) {
    const close = h("button", { type: "button", class: "button quiet icon-button", "aria-label": text("control.close"),
      onclick: () => this.#dialog.close() }, icon("cross"));
    this.#dialog.replaceChildren(
      h("header", { class: "person-menu-head" }, portrait(entry), h("h2", { id: "person-menu-name", dir: "auto" }, entry.name), close),
      ...this.#moves(entry, roster), ...this.#pass(entry), ...this.#apart(entry, roster),
      h("button", { type: "button", class: "button danger", testid: "remove-person",
        onclick: () => this.#tell({ type: "person.remove", person: entry.id }) }, text("host.remove.out")),
    );
    this.#dialog.setAttribute("aria-labelledby", "person-menu-name");
    this.#dialog.showModal();
  }

  /** @param {RosterEntry} entry @param {Roster} roster */
  #moves(entry, roster) {
    const rooms = places(roster, entry).map((place) => ({
      label: labelOf(place, roster), disabled: place.isFull, properties: { testid: "place", "data-place": place.room ?? "free" },
      request: { type: "person.move", person: entry.id, room: place.room },
    }));
    const others = companions(roster, entry).map(({ id, name }) => ({
      label: name, disabled: false, properties: { testid: "companion", "data-companion": id }, request: { type: "person.move", person: entry.id, with: id },
    }));
    /** @type {HTMLElement[]} */
    const parts = rooms.length === 0 ? [] : [h("h3", {}, text("host.move")),
      ...this.#choices(rooms, "place-search", text("host.move.search"), text("host.move"))];
    if (others.length > 0) {
      parts.push(h("details", {}, h("summary", {}, text("host.move.new")),
        ...this.#choices(others, "companion-search", text("host.search"), text("host.move.new"))));
    }
    return parts;
  }

  /**
   * Choices to press; among many, some are found by typing.
   * @param {Choice[]} all @param {string} testid of the search @param {string} label of the search @param {string} name of the list
   */
  #choices(all, testid, label, name) {
    const list = h("ul", { class: "places", "aria-label": name });
    const more = h("p", { class: "hint" }, text("host.move.more"));
    const search = h("input", { class: "field", type: "search", testid, autocomplete: "off", "aria-label": label, placeholder: label });
    const fill = () => {
      const sought = plain(search.value);
      const found = all.filter((choice) => plain(choice.label).includes(sought));
      list.replaceChildren(...found.slice(0, OFFERED).map((choice) => this.#choice(choice)));
      show(more, found.length > OFFERED);
    };
    search.addEventListener("input", fill);
    show(search, all.length > 8);
    fill();
    return [search, list, more];
  }

  /** @param {Choice} choice */
  #choice({ label, disabled, properties, request }) {
    return h("li", {}, h("button", { ...properties, type: "button", class: "place", disabled, dir: "auto", onclick: () => this.#tell(request) }, label));
  }

  /** @param {RosterEntry} entry */
  #pass(entry) {
    if (!isMovable(entry)) return [];
    const on = !sitsOut(entry);
    return [h("button", { type: "button", class: "button", testid: on ? "let-sit-out" : "bring-back",
      onclick: () => this.#tell({ type: "person.pass", person: entry.id, on }) }, icon(on ? "cup" : "play"), text(on ? "host.pass.out" : "host.pass.in"))];
  }

  /** @param {RosterEntry} entry @param {Roster} roster */
  #apart(entry, roster) {
    const others = [...(entry.room === null ? [] : roster.rooms.get(entry.room) ?? [])].filter((id) => id !== entry.id);
    if (others.length === 0) return [];
    return [h("h3", {}, text("host.apart")), h("ul", { class: "places" }, ...others.map((other) =>
      h("li", {}, h("button", { type: "button", class: "place", testid: "apart", dir: "auto",
        onclick: () => this.#tell({ type: "pair.keep", people: [entry.id, other], rule: "apart" }) },
      roster.people.get(other)?.name ?? other))))];
  }

  /** @param {{type: string, [field: string]: unknown}} request */
  #tell(request) {
    this.#dialog.close();
    this.dispatchEvent(new CustomEvent("request", { detail: request }));
  }
}

/** A room by its number and those who sit there. @param {Place} place @param {Roster} roster */
function labelOf({ room, people, isFull }, roster) {
  if (room === null) return text("host.move.free");
  const names = people.map((person) => roster.people.get(person)?.name ?? "").join(", ");
  const label = `${roomName(room, roster.people.get(people[0])?.table)} · ${names}`;
  return isFull ? `${label} · ${text("host.move.full")}` : label;
}

customElements.define("person-menu", PersonMenu);
