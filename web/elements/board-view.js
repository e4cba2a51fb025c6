/**
 * What the whole venue reads from the projector: where we are, how long yet, how to join.
 *
 * @import {AgendaStep, TableSeating} from "../protocol/messages.js"
 * @import {Seat} from "../protocol/seat.js"
 * @import {Session} from "../protocol/session.js"
 */
import { presentStep } from "../protocol/agenda.js";
import { remaining } from "../protocol/countdown.js";
import { text } from "../languages/text.js";
import { h, show, write } from "./build.js";
import { stepName } from "./agenda-list.js";
import { CountDown } from "./count-down.js";
import { FullScreen } from "./full-screen.js";
import { SeatingBoard } from "./seating-board.js";
import { QrCode } from "./qr-code.js";

export class BoardView extends HTMLElement {
  #title = h("h1", { testid: "board-title" });
  #step = h("p", { class: "board-step" });
  #clock = new CountDown();
  #announcement = h("p", { class: "board-announcement", testid: "board-announcement", role: "status", dir: "auto" });
  #present = h("strong", { testid: "board-present" });
  #presentWords = h("span", {});
  #code = new QrCode();
  #link = h("strong", { testid: "board-join" });
  #seating = new SeatingBoard();
  #join = h("div", { class: "board-join" }, this.#code, h("p", {}, h("span", {}, text("board.join")), this.#link));

  /** @param {Session} session @param {string} link that whoever reads it may join by, where the gathering is open */
  start(session, link) {
    write(this.#link, link.replace(/^https?:\/\//, ""));
    this.#code.update(link);
    show(this.#join, false);
    this.#clock.dataset.testid = "board-countdown";
    this.#clock.left = () => remaining(session.seat.phase, session.clock.now());
    this.#clock.stands = () => session.seat.phase?.paused === true;
    this.replaceChildren(
      h("header", { class: "board-head" }, h("img", { src: "/icons/favicon.svg", alt: "" }), this.#title, new FullScreen()),
      h("main", { class: "board-middle" }, this.#step, this.#clock, this.#announcement, this.#seating),
      h("footer", { class: "board-foot" },
        this.#join,
        h("p", { class: "board-present" }, this.#present, this.#presentWords)),
    );
  }

  /** @param {TableSeating} seating @param {Readonly<Seat>} seat */
  seat(seating, seat) {
    this.#seating.take(seating);
    this.update(seat);
  }

  /** @param {Readonly<Seat>} seat */
  update({ gathering, phase, lobby, announcement, agenda }) {
    write(this.#title, gathering?.title ?? "");
    show(this.#join, gathering?.open === true && phase?.name !== "ended");
    write(this.#step, stepText(phase, presentStep(agenda)));
    show(this.#announcement, announcement !== null);
    write(this.#announcement, announcement?.text ?? "");
    write(this.#present, String(lobby.present));
    write(this.#presentWords, text("board.present", { count: lobby.present }));
    this.toggleAttribute("data-seating", this.#seating.update(phase));
    this.#clock.toggleAttribute("data-paused", phase?.paused === true);
    this.#clock.refresh();
  }
}

/** @param {Seat["phase"]} phase @param {AgendaStep | null} step */
function stepText(phase, step) {
  if (phase?.name === "ended") return text("board.ended");
  if (phase?.name === "round") return phase.paused ? text("room.paused") : text("board.round", { round: phase.round });
  if (step && !phase?.startsAt) return step.text || stepName(step);
  return text(phase?.startsAt ? "board.starts" : "board.lobby");
}

customElements.define("board-view", BoardView);
