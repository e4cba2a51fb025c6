/**
 * The head of the host's page: whose gathering it is, where the evening stands, and the link to give out.
 *
 * @import {Phase} from "../protocol/messages.js"
 * @import {Session} from "../protocol/session.js"
 */
import { remaining } from "../protocol/countdown.js";
import { text } from "../languages/text.js";
import { find, h, icon, write } from "../elements/build.js";
import { CountDown } from "../elements/count-down.js";
import { EveningLine } from "../elements/evening-line.js";

export class Head {
  #line = find(EveningLine, "evening-line");
  #clock = find(CountDown, "count-down");
  #phaseName = find(HTMLElement, "[data-testid=host-phase]");
  #title = find(HTMLElement, "h1");

  /** @param {Session} session @param {string} link to join @param {() => void} copied is called when the link has been copied */
  constructor(session, link, copied) {
    this.session = session;
    this.#clock.left = () => remaining(session.seat.phase, session.clock.now());
    this.#clock.stands = () => session.seat.phase?.paused === true;
    this.#line.now = () => session.clock.now();
    this.#showLink(link, copied);
  }

  update() {
    const { phase, gathering, agenda } = this.session.seat;
    const title = gathering?.title ?? "";
    write(this.#title, title);
    document.title = text("page.host", { title });
    write(this.#phaseName, phaseText(phase));
    this.#clock.refresh();
    this.#line.update(agenda, phase);
  }

  /** @param {string} link @param {() => void} copied */
  #showLink(link, copied) {
    const copy = async () => {
      await navigator.clipboard.writeText(link);
      copied();
    };
    find(HTMLElement, ".host-link").append(
      h("span", { class: "hint" }, text("host.link")), h("a", { href: link, target: "_blank", rel: "noopener" }, link),
      h("button", { type: "button", class: "button quiet icon-button", "aria-label": text("host.copy"), title: text("host.copy"), onclick: copy }, icon("copy")));
  }
}

/** @param {Phase | null} phase */
function phaseText(phase) {
  if (!phase) return "";
  const { name, round, rounds, paused, startsAt } = phase;
  if (name === "ended" || name === "break") return text(`host.phase.${name}`);
  if (name === "lobby") return text(startsAt === null ? "host.phase.lobby" : "host.phase.called");
  if (paused) return text("host.phase.paused", { round });
  return rounds && rounds > round ? text("host.phase.round.of", { round, rounds }) : text("host.phase.round", { round });
}
