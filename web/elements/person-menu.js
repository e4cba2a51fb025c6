/**
 * What a host may do with somebody: move them, let them sit out and bring them back, keep them apart from somebody in their
 * room, remove them.
 * Tells `request` with the request as detail.
 *
 * @import {RosterEntry} from "../protocol/messages.js"
 * @import {Place} from "../protocol/moves.js"
 * @import {Roster} from "../protocol/roster.js"
 */
import { isMovable, places, sitsOut } from "../protocol/moves.js";
import { roomName } from "./room-name.js";
import { text } from "../languages/text.js";
import { h, icon, portrait, show } from "./build.js";
import { plain } from "./plain.js";

/** Rooms offered at a time: more are found sooner by typing than by looking. */
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
    const all = places(roster, entry);
    if (all.length === 0) return [];
    const list = h("ul", { class: "places", "aria-label": text("host.move") });
    const more = h("p", { class: "hint" }, text("host.move.more"));
    const search = h("input", { class: "field", type: "search", testid: "place-search", autocomplete: "off",
      "aria-label": text("host.move.search"), placeholder: text("host.move.search") });
    const fill = () => {
      const sought = plain(search.value);
      const found = all.map((place) => ({ place, label: labelOf(place, roster) })).filter(({ label }) => plain(label).includes(sought));
      list.replaceChildren(...found.slice(0, OFFERED).map(({ place, label }) => this.#place(entry, place, label)));
      show(more, found.length > OFFERED);
    };
    search.addEventListener("input", fill);
    show(search, all.length > 8);
    fill();
    return [h("h3", {}, text("host.move")), search, list, more];
  }

  /** @param {RosterEntry} entry @param {Place} place @param {string} label */
  #place(entry, { room, isFull }, label) {
    return h("li", {}, h("button", { type: "button", class: "place", testid: "place", "data-place": room ?? "free", disabled: isFull, dir: "auto",
      onclick: () => this.#tell({ type: "person.move", person: entry.id, room }) }, isFull ? `${label} · ${text("host.move.full")}` : label));
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
function labelOf({ room, people }, roster) {
  if (room === null) return text("host.move.free");
  const names = people.map((person) => roster.people.get(person)?.name ?? "").join(", ");
  return `${roomName(room, roster.people.get(people[0])?.table)} · ${names}`;
}

customElements.define("person-menu", PersonMenu);
