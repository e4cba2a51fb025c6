/**
 * Who is here without a room while a round runs, and why: whoever waits for a seat before those who sit out.
 *
 * @import {Roster} from "../protocol/roster.js"
 */
import { whyWaiting } from "../protocol/roster.js";
import { text } from "../languages/text.js";
import { h, show, write } from "./build.js";
import { PersonChip } from "./person-chip.js";

export class WaitingList extends HTMLElement {
  #title = h("h2", { "aria-live": "polite" });
  #lists = {
    seat: h("div", { class: "waiting-people", role: "list", "aria-label": text("host.waiting.seat") }),
    choice: h("div", { class: "waiting-people", role: "list", "aria-label": text("host.waiting.choice") }),
  };
  /** @type {Map<string, PersonChip>} */
  #chips = new Map();

  connectedCallback() {
    this.replaceChildren(this.#title, this.#lists.seat, this.#lists.choice);
    this.#count();
  }

  /** @param {Roster} roster @param {Iterable<string>} people those that changed @param {boolean} isRound */
  update(roster, people, isRound) {
    for (const person of people) {
      const entry = roster.people.get(person);
      const why = entry ? whyWaiting(entry, isRound) : null;
      let chip = this.#chips.get(person);
      if (!entry || !why) {
        chip?.remove();
        this.#chips.delete(person);
        continue;
      }
      if (!chip) this.#chips.set(person, chip = new PersonChip(entry));
      chip.update(entry, why);
      if (chip.parentElement !== this.#lists[why]) this.#lists[why].append(chip);
    }
    this.#count();
  }

  #count() {
    const { size } = this.#chips;
    const waiting = this.#lists.seat.childElementCount;
    show(this, size > 0);
    for (const list of Object.values(this.#lists)) show(list, list.childElementCount > 0);
    write(this.#title, waiting > 0 ? text("host.waiting", { count: waiting }) : text("host.waiting.choice"));
  }
}

customElements.define("waiting-list", WaitingList);
