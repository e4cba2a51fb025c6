/**
 * The evening at a glance: the agenda as a line, where we are on it, what is now and what comes next. Without an agenda
 * the line is the round.
 *
 * @import {Agenda, Phase} from "../protocol/messages.js"
 * @import {Next} from "../protocol/timeline.js"
 */
import { presentStep } from "../protocol/agenda.js";
import { next, progress, stretches } from "../protocol/timeline.js";
import { text } from "../languages/text.js";
import { stepName, stepTime } from "./agenda-list.js";
import { h, mark, show, write } from "./build.js";

/** Milliseconds between two looks at how far we are: on the widest screen an hour moves by a pixel in that time. */
const TICK = 2_000;

export class EveningLine extends HTMLElement {
  #bar = h("div", { class: "line-bar", testid: "timeline", "aria-hidden": "true" });
  #now = h("p", { class: "line-now", dir: "auto" });
  #next = h("p", { class: "line-next", testid: "next-step", dir: "auto" });
  /** @type {{agenda: Agenda | null, phase: Phase | null}} */
  #shown = { agenda: null, phase: null };
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;
  /** The server's clock. @type {() => number} */
  now = Date.now;

  connectedCallback() {
    this.replaceChildren(h("div", { class: "line-words" }, this.#now, this.#next), this.#bar);
    this.#timer = setInterval(() => this.#advance(), TICK);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  /** @param {Agenda | null} agenda @param {Phase | null} phase */
  update(agenda, phase) {
    if (agenda !== this.#shown.agenda || this.#bar.childElementCount === 0) this.#lay(agenda);
    this.#shown = { agenda, phase };
    const step = presentStep(agenda);
    write(this.#now, step ? stepName(step) : "");
    write(this.#next, nextText(next(agenda, phase)));
    show(this, step !== null || this.#next.textContent !== "" || (agenda?.steps.length ?? 0) > 0);
    this.#advance();
  }

  /** @param {Agenda | null} agenda */
  #lay(agenda) {
    const pieces = stretches(agenda).map(({ step, share, state }) => {
      const piece = h("span", { class: "line-step", "data-state": state, title: stepName(step) },
        h("span", { class: "line-name" }, stepName(step)), h("span", { class: "line-time" }, stepTime(step)));
      piece.style.flexGrow = String(share);
      return piece;
    });
    this.#bar.replaceChildren(...(pieces.length > 0 ? pieces : [h("span", { class: "line-step", "data-state": "present" })]));
  }

  #advance() {
    const { agenda, phase } = this.#shown;
    const present = this.#bar.querySelector("[data-state=present]");
    if (!(present instanceof HTMLElement)) return;
    const at = `${(100 * progress(presentStep(agenda), phase, this.now())).toFixed(1)}%`;
    if (present.style.getPropertyValue("--at") !== at) present.style.setProperty("--at", at);
    mark(this.#bar, "paused", phase?.paused ? "" : null);
  }
}

/** @param {Next | null} following */
function nextText(following) {
  if (!following) return "";
  const { kind, at } = following;
  const what = kind === "step" ? stepName(following.step)
    : kind === "round" ? text("host.phase.round", { round: following.round }) : text("host.phase.lobby");
  return at === null ? text("host.next", { what }) : text("host.next.at", { what, time: stepTime({ startsAt: at }) });
}

customElements.define("evening-line", EveningLine);
