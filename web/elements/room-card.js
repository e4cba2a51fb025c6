/**
 * One room on the host's page: who sits in it, and whether it calls for a host. Tells `seen` when a host has seen to it,
 * and `visit` (the room as detail) when one wants to look in.
 *
 * @import {PersonChip} from "./person-chip.js"
 */
import { text } from "../languages/text.js";
import { h, icon, show } from "./build.js";
import { roomName } from "./room-name.js";

export class RoomCard extends HTMLElement {
  #people = h("div", { class: "room-people", role: "list" });
  #help = h("p", { class: "room-help", hidden: true }, icon("hand"), h("span", {}, text("host.room.help")),
    h("button", { type: "button", class: "button small", testid: "seen", onclick: () => this.dispatchEvent(new Event("seen")) },
      text("host.help.done")));

  /** @param {string} room @param {string} [table] at which it is */
  constructor(room, table) {
    super();
    const title = roomName(room, table);
    this.#people.setAttribute("aria-label", title);
    const visit = h("button", {
      type: "button", class: "button quiet icon-button", testid: "visit", title: text("host.visit"), "aria-label": `${text("host.visit")}: ${title}`,
      onclick: () => this.dispatchEvent(new CustomEvent("visit", { detail: room, bubbles: true })),
    }, icon("door"));
    this.append(h("div", { class: "room-title" }, h("h3", {}, title), visit), this.#help, this.#people);
    this.dataset.room = room;
    this.dataset.testid = "room-card";
    this.setAttribute("role", "listitem");
  }

  /** Seats somebody here; whoever had the keyboard's focus on them keeps it. @param {PersonChip} chip */
  take(chip) {
    const focused = chip.contains(document.activeElement) ? document.activeElement : null;
    this.#people.append(chip);
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }

  get isEmpty() {
    return this.#people.childElementCount === 0;
  }

  /** @param {boolean} on */
  set calls(on) {
    this.toggleAttribute("data-help", on);
    show(this.#help, on);
  }
}

customElements.define("room-card", RoomCard);
