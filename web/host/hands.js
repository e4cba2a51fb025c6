/**
 * What a host does to people with a pointer: a press opens somebody's menu, and whoever is carried to a room is moved.
 *
 * @import {Roster} from "../protocol/roster.js"
 * @import {Request} from "../protocol/undo.js"
 */
import { MOST } from "../protocol/moves.js";
import { find, listen } from "../elements/build.js";
import { PersonMenu } from "../elements/person-menu.js";
import { Carry } from "./carry.js";

export class Hands {
  #menu = find(PersonMenu, "person-menu");

  /** @param {HTMLElement} ground @param {Roster} roster @param {(request: Request) => void} ask */
  constructor(ground, roster, ask) {
    this.roster = roster;
    listen(this.#menu, "request", ask);
    listen(ground, "person", (person) => this.#open(person));
    new Carry(ground, {
      mayDrop: (person, room) => this.#mayDrop(person, room),
      drop: (person, room) => ask({ type: "person.move", person, room }),
    }).begin();
  }

  /** @param {string} person */
  #open(person) {
    const entry = this.roster.people.get(person);
    if (entry) this.#menu.open(entry, this.roster);
  }

  /** @param {string} person @param {string} room */
  #mayDrop(person, room) {
    return this.roster.people.get(person)?.room !== room && (this.roster.rooms.get(room)?.size ?? MOST) < MOST;
  }
}
