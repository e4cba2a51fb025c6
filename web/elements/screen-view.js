/**
 * The screen of a table while nobody from home is on it: whose it is, who comes here next, and when.
 *
 * @import {Clock} from "../protocol/clock.js"
 * @import {Seat} from "../protocol/seat.js"
 */
import { format, remaining } from "../protocol/countdown.js";
import { text } from "../languages/text.js";
import { h, show, write } from "./build.js";
import { CountDown } from "./count-down.js";
import { tableName } from "./table-view.js";

export class ScreenView extends HTMLElement {
  #title = h("h1", { class: "screen-table", testid: "screen-table" });
  #words = h("p", { class: "screen-words", role: "status", testid: "screen-words" });
  #code = h("p", { class: "screen-code", testid: "code" });
  #help = h("p", { class: "screen-help" });
  #clock = new CountDown();
  #action = h("button", { type: "button", class: "button primary" });

  /** @param {{clock: Clock, seat: Readonly<Seat>}} session */
  start(session) {
    this.#clock.className = "screen-clock";
    this.#clock.left = () => session.seat.coming ? Math.max(0, session.seat.coming.startsAt - session.clock.now()) : remaining(session.seat.phase, session.clock.now());
    this.#clock.tell = format;
    this.#clear();
    this.replaceChildren(this.#title, this.#words, this.#code, this.#help, this.#clock, this.#action);
  }

  #clear() {
    for (const element of [this.#code, this.#help, this.#clock, this.#action]) show(element, false);
  }

  /** The code that somebody types to say whose screen this is. @param {string} code */
  askForTable(code) {
    this.#clear();
    write(this.#title, text("screen.pair"));
    write(this.#words, text("screen.pair.text"));
    write(this.#code, `${code.slice(0, 3)} ${code.slice(3)}`);
    write(this.#help, text("screen.pair.help", { code }));
    show(this.#code, true);
    show(this.#help, true);
  }

  /** @param {Readonly<Seat>} seat */
  update({ you, running, coming, phase }) {
    this.#clear();
    write(this.#title, tableName(you?.name ?? ""));
    const guests = coming?.around ?? [];
    const online = (coming?.peers ?? []).map(({ name }) => text("table.on-screen", { name }));
    const names = new Intl.ListFormat(document.documentElement.lang).format([...guests.map(({ name }) => name), ...online]);
    if (coming?.room) write(this.#words, text("screen.coming", { names }));
    else if (phase?.name === "ended") write(this.#words, text("ended.text"));
    else write(this.#words, running?.room ? text("screen.alone") : phase?.name === "round" ? running?.reason ?? text("screen.free") : text("screen.free"));
    show(this.#clock, coming !== null || phase?.name === "round");
    this.#clock.refresh();
  }

  /** What stands in the way, and what to do about it. @param {string} words @param {{label: string, act: () => void}} [action] */
  say(words, action) {
    this.#clear();
    write(this.#words, words);
    show(this.#action, action !== undefined);
    if (!action) return;
    write(this.#action, action.label);
    this.#action.onclick = action.act;
  }
}

customElements.define("screen-view", ScreenView);
