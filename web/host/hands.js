/**
 * What a host does to people with a pointer: a press opens somebody's menu, and whoever is carried to a room is moved, or
 * sits out where those sit who do.
 *
 * @import {Roster} from "../protocol/roster.js"
 * @import {Request} from "../protocol/undo.js"
 */
import { isMovable, MOST, OUT, sitsOut } from "../protocol/moves.js";
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
      mayDrop: (person, place) => this.#mayDrop(person, place),
      drop: (person, place) => ask(place === OUT ? { type: "person.pass", person, on: true } : { type: "person.move", person, room: place }),
    }).begin();
  }

  /** @param {string} person */
  #open(person) {
    const entry = this.roster.people.get(person);
    if (entry) this.#menu.open(entry, this.roster);
  }

  /** @param {string} person @param {string} place */
  #mayDrop(person, place) {
    const entry = this.roster.people.get(person);
    if (!entry) return false;
    if (place === OUT) return isMovable(entry) && !sitsOut(entry);
    return entry.room !== place && (this.roster.rooms.get(place)?.size ?? MOST) < MOST;
  }
}
