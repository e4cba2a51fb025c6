/**
 * Who has the word in a circle, and for how long yet.
 *
 * @import {Assignment} from "../protocol/messages.js"
 * @import {Seat} from "../protocol/seat.js"
 * @import {Clock} from "../protocol/clock.js"
 */
import { format } from "../protocol/countdown.js";
import { speaker } from "../protocol/turns.js";
import { text } from "../languages/text.js";
import { show } from "./build.js";
import { CountDown } from "./count-down.js";

export class TurnLine extends HTMLElement {
  #clock = new CountDown();
  /** @type {{clock: Clock, seat: Readonly<Seat>} | null} */
  #session = null;

  /** @param {{clock: Clock, seat: Readonly<Seat>}} session */
  start(session) {
    this.#session = session;
    this.dataset.testid = "turn";
    this.setAttribute("aria-live", "polite");
    this.#clock.left = () => this.#turn()?.left ?? null;
    this.#clock.stands = () => session.seat.phase?.paused === true;
    this.#clock.tell = (left) => this.#words(left);
    this.replaceChildren(this.#clock);
    show(this, false);
  }

  refresh() {
    show(this, Boolean(this.#session?.seat.running?.turns));
    this.#clock.refresh();
  }

  #turn() {
    const { clock, seat } = this.#session ?? {};
    const turns = seat?.running?.turns;
    return clock && turns ? speaker(turns, seat.phase?.pausedAt ?? clock.now()) : null;
  }

  /** @param {number} left */
  #words(left) {
    const seat = this.#session?.seat;
    const person = this.#turn()?.person;
    if (person === seat?.you?.id) return text("turn.yours", { time: format(left) });
    const name = seat?.running?.peers.find(({ id }) => id === person)?.name ?? "…";
    return text("turn.other", { name, time: format(left) });
  }
}

customElements.define("turn-line", TurnLine);
