/**
 * A round without a room: why, for how long, and what comes next.
 *
 * @import {Seat} from "../protocol/seat.js"
 * @import {Clock} from "../protocol/clock.js"
 */
import { format, remaining } from "../protocol/countdown.js";
import { text } from "../languages/text.js";
import { h, icon, show, write } from "./build.js";
import { CountDown } from "./count-down.js";
import { nextText } from "./room-view.js";

export class WaitingView extends HTMLElement {
  #reason = h("p", { class: "lead", testid: "waiting" });
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
      h("div", { class: "card quiet-card" }, icon("cup"), h("h1", {}, text("waiting.title")), this.#reason, this.#time, this.#next),
    );
  }

  /** @param {Readonly<Seat>} seat */
  update({ running, coming }) {
    write(this.#reason, running?.reason || text("waiting.reason"));
    show(this.#next, coming?.room !== null && coming !== null);
    this.#time.refresh();
    this.#next.refresh();
  }
}

customElements.define("waiting-view", WaitingView);
