/**
 * Draws the roster wherever it is shown: all people, the rooms, those who wait. A few people a frame, however many
 * messages bring changes.
 *
 * @import {Roster} from "../protocol/roster.js"
 */
import { Backlog } from "../protocol/backlog.js";
import { text } from "../languages/text.js";
import { find, write } from "../elements/build.js";
import { PeopleRoster } from "../elements/people-roster.js";
import { RoomCards } from "../elements/room-cards.js";
import { WaitingList } from "../elements/waiting-list.js";

/** People drawn in one frame: few enough that no frame is late, enough that a thousand are there in half a second. */
const DRAWN = 48;

export class Drawing {
  #cards = find(RoomCards, "room-cards");
  #people = find(PeopleRoster, "people-roster");
  #waiting = find(WaitingList, "waiting-list");
  #present = find(HTMLElement, "[data-testid=present-count]");
  #stale = new Backlog();
  #isAsked = false;
  #isRound = false;

  /** @param {Roster} roster */
  constructor(roster) {
    this.roster = roster;
  }

  /** Draws these people in one of the next frames. @param {Iterable<string>} people */
  touch(people) {
    this.#stale.add(people);
    if (this.#isAsked || this.#stale.isEmpty) return;
    this.#isAsked = true;
    requestAnimationFrame(() => this.#draw());
  }

  /** Who sits out is shown as waiting only while the others talk. @param {boolean} isRound */
  set isRound(isRound) {
    if (isRound === this.#isRound) return;
    this.#isRound = isRound;
    this.touch([...this.roster.people.values()].filter(({ passing, waiting }) => passing || waiting).map(({ id }) => id));
  }

  #draw() {
    this.#isAsked = false;
    const people = this.#stale.take(DRAWN);
    this.#people.update(this.roster, people);
    this.#cards.update(this.roster, people);
    this.#waiting.update(this.roster, people, this.#isRound);
    write(this.#present, text("host.present", { count: this.roster.present }));
    document.documentElement.toggleAttribute("data-drawing", !this.#stale.isEmpty);
    this.touch([]);
  }
}
