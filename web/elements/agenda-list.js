/**
 * The evening's steps with their times, the present one marked.
 *
 * @import {Agenda, AgendaStep} from "../protocol/messages.js"
 */
import { text } from "../languages/text.js";
import { h, show } from "./build.js";

export class AgendaList extends HTMLElement {
  #list = h("ol", { class: "agenda", testid: "agenda" });
  /** @type {Agenda | null} */
  #agenda = null;

  connectedCallback() {
    this.replaceChildren(h("h2", {}, text("agenda.title")), this.#list);
  }

  /** @param {Agenda | null} agenda */
  update(agenda) {
    show(this, agenda !== null);
    if (agenda === this.#agenda) return;
    this.#agenda = agenda;
    this.#list.replaceChildren(...(agenda?.steps ?? []).map((step, place) => line(step, place + 1 === agenda?.step)));
  }
}

/** What a step is called: by its title, or else by its kind. @param {AgendaStep} step */
export function stepName({ kind, title }) {
  return title || text(`agenda.${kind}`);
}

/** @param {AgendaStep} step @param {boolean} present */
function line(step, present) {
  return h("li", { "aria-current": present && "step" },
    h("span", { class: "agenda-time" }, stepTime(step)),
    h("span", { dir: "auto" }, stepName(step)));
}

/** When it begins, as a clock on the wall has it; nothing where nobody knows. @param {{startsAt: number | null}} step */
export function stepTime({ startsAt }) {
  if (startsAt === null) return "";
  return new Date(startsAt).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
}

customElements.define("agenda-list", AgendaList);
