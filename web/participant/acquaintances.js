/**
 * Whom one met: kept on this device with one's notes, wished for another coffee, or never to be met again.
 *
 * @import {Session} from "../protocol/session.js"
 * @import {Keepsake} from "../protocol/keepsake.js"
 * @import {ConfirmDialog} from "../elements/confirm-dialog.js"
 * @import {NoticeBar} from "../elements/notice-bar.js"
 *
 * @typedef {object} Parts
 * @property {Session} session
 * @property {{wishes: string[]}} tab
 * @property {{people: Keepsake}} keepsake
 * @property {ConfirmDialog} dialog
 * @property {NoticeBar} notices
 * @property {(request: {type: string, [field: string]: unknown}) => Promise<boolean>} ask
 */
import { withMatches, withMet, withNote, without } from "../protocol/keepsake.js";
import { text } from "../languages/text.js";
import { listen } from "../elements/build.js";

export class Acquaintances {
  /** @param {Parts} parts @param {() => void} changed */
  constructor(parts, changed) {
    this.parts = parts;
    this.changed = changed;
  }

  /** Hears what is pressed on a view that shows people. @param {EventTarget} view */
  watch(view) {
    listen(view, "wish", (wish) => this.#wish(wish));
    listen(view, "block", (person) => this.#block(person));
    listen(view, "note", ({ person, note }) => this.#keep(withNote(this.parts.keepsake.people, person, note)));
  }

  /** Everybody met on this evening, on whatever page of this device. */
  get met() {
    return Object.values(this.parts.keepsake.people);
  }

  /** Ids of those with whom another coffee is wished. */
  get wishes() {
    return new Set(this.parts.tab.wishes);
  }

  /** Writes down whom the rooms so far had. */
  keepMet() {
    const { keepsake, session } = this.parts;
    this.#keep(withMatches(withMet(keepsake.people, session.seat.met), session.seat.matches));
  }

  /** @param {{person: string, on: boolean}} wish */
  async #wish({ person, on }) {
    const { ask, tab } = this.parts;
    if (!(await ask({ type: "wish", person, on }))) return;
    tab.wishes = [...tab.wishes.filter((other) => other !== person), ...(on ? [person] : [])];
    this.changed();
  }

  /** @param {{id: string, name: string}} person */
  async #block({ id, name }) {
    const { ask, dialog, notices, keepsake } = this.parts;
    const words = { title: text("block.title", { name }), text: text("block.text"), yes: text("block.yes"), no: text("leave.no") };
    if (!(await dialog.ask(words))) return;
    if (!(await ask({ type: "block", person: id, on: true }))) return;
    this.#keep(without(keepsake.people, id));
    this.changed();
    notices.tell(text("block.done", { name }));
  }

  /** @param {Keepsake} people */
  #keep(people) {
    if (people !== this.parts.keepsake.people) this.parts.keepsake.people = people;
  }
}
