/**
 * A list of people as cards. Those who stay keep their card, so that nothing flickers.
 * @import {Card} from "../protocol/messages.js"
 */
import { shortName } from "../protocol/names.js";
import { h, portrait } from "./build.js";

export class PersonList extends HTMLElement {
  /** The cards on show, by person. @type {Map<string, HTMLElement>} */
  cards = new Map();
  #list = h("ul", { class: "people" });

  /** @param {string} testid of each card */
  constructor(testid) {
    super();
    this.testid = testid;
    this.append(this.#list);
  }

  /**
   * @template {Card} Kind
   * @param {Kind[]} people @param {(person: Kind) => HTMLElement} [extra] what a card carries beside the name
   */
  update(people, extra) {
    const here = new Set(people.map(({ id }) => id));
    for (const [id, card] of this.cards) {
      if (here.has(id)) continue;
      card.remove();
      this.cards.delete(id);
    }
    const everybody = people.map(({ name }) => name);
    for (const person of people) {
      if (this.cards.has(person.id)) continue;
      const card = this.#card(person, shortName(person.name, everybody), extra?.(person));
      this.cards.set(person.id, card);
      this.#list.append(card);
    }
  }

  /** @param {Card} person @param {string} called @param {HTMLElement} [extra] */
  #card(person, called, extra) {
    const words = person.profile?.answer || person.profile?.headline;
    const lines = h("div", { class: "person-words" },
      h("strong", { dir: "auto", title: person.name }, called),
      words && h("span", { dir: "auto" }, words));
    return h("li", { class: "person", testid: this.testid }, portrait(person), lines, extra);
  }
}

customElements.define("person-list", PersonList);
