/**
 * A round without a room: why, for how long, and what comes next. Whoever sits out is in again by one press: tells `pass`.
 *
 * @import {Seat} from "../protocol/seat.js"
 * @import {Clock} from "../protocol/clock.js"
 * @import {Key} from "../languages/text.js"
 */
import { format, remaining } from "../protocol/countdown.js";
import { text } from "../languages/text.js";
import { h, icon, show, write } from "./build.js";
import { CountDown } from "./count-down.js";
import { nextText } from "./room-view.js";

export class WaitingView extends HTMLElement {
  #reason = h("p", { class: "lead", testid: "waiting" });
  #back = h("button", { type: "button", class: "button primary", testid: "come-back", onclick: () => this.dispatchEvent(new Event("pass")) },
    icon("play"), text("waiting.back"));
  #time = new CountDown();
  #next = new CountDown();

  /** @param {{clock: Clock, seat: Readonly<Seat>}} session */
  start(session) {
    this.#time.left = () => remaining(session.seat.phase, session.clock.now());
    this.#time.stands = () => session.seat.phase?.paused === true;
    this.#time.tell = (milliseconds) => text("waiting.time", { time: format(milliseconds) });
    this.#next.className = "room-next";
    this.#next.left = () => session.seat.coming && Math.max(0, session.seat.coming.startsAt - session.clock.now());
    this.#next.tell = (milliseconds) => nextText(session.seat.coming, milliseconds);
    this.replaceChildren(
      h("div", { class: "card quiet-card" }, icon("cup"), h("h1", {}, text("waiting.title")), this.#reason, this.#back, this.#time, this.#next),
    );
  }

  /** @param {Readonly<Seat>} seat */
  update({ passing, running, coming }) {
    write(this.#reason, passing ? text(passingText(passing)) : running?.reason || text("waiting.reason"));
    show(this.#back, passing !== null);
    show(this.#next, coming?.room !== null && coming !== null);
    this.#time.refresh();
    this.#next.refresh();
  }
}

/**
 * What whoever sits out is told, or no longer does.
 * @param {Seat["passing"]} passing
 * @returns {Key}
 */
export function passingText(passing) {
  if (passing === null) return "passing.back";
  return passing === "host" ? "passing.host" : "passing.self";
}

customElements.define("waiting-view", WaitingView);
