/**
 * What a host may do with the round, each button only where the server would take it.
 *
 * Tells `request` with the request as detail; `end` and `close` ask first.
 *
 * @import {Phase} from "../protocol/messages.js"
 * @import {Control} from "../protocol/roster.js"
 */
import { possible } from "../protocol/roster.js";
import { text } from "../languages/text.js";
import { h, icon, show } from "./build.js";

/** Seconds that one press makes a round longer or shorter. */
const STEP = 60;

/** The keys' names for what has a key. @type {Partial<Record<Control, import("../protocol/shortcuts.js").Act>>} */
const ACTS = { rotate: "rotate", extend: "extend", pause: "pause", resume: "pause" };

export class HostControls extends HTMLElement {
  #people = number("people", 2, 2, 6, 1);
  #minutes = number("minutes", 5, 0.1, 180, "any");
  #rounds = number("rounds", 1, 1, 100, 1);
  #prompt = h("input", { class: "field", id: "host-prompt", testid: "prompt", maxlength: 500, autocomplete: "off" });
  #start = h("button", { class: "button primary wide", testid: "start", "data-act": "start" }, icon("play"), text("host.start"));
  #form = h("form", { class: "start-form", testid: "start-form" });
  /** @type {Map<Control, HTMLButtonElement>} */
  #buttons = new Map();
  #running = h("div", { class: "round-buttons" });

  connectedCallback() {
    this.#form.append(
      h("h2", {}, text("host.start.title")),
      h("div", { class: "start-numbers" },
        labelled(text("host.people"), this.#people), labelled(text("host.minutes"), this.#minutes), labelled(text("host.rounds"), this.#rounds)),
      labelled(text("host.prompt"), this.#prompt),
      this.#start,
    );
    this.#form.addEventListener("submit", (event) => this.#submit(event));
    this.#buttons.set("start", this.#start);
    this.#running.append(
      this.#button("rotate", "rotate", text("host.rotate"), { type: "rotate" }, "primary wide"),
      this.#button("extend", null, text("host.extend"), { type: "round.extend", seconds: STEP }),
      this.#button("shorten", null, text("host.shorten"), { type: "round.extend", seconds: -STEP }),
      this.#button("pause", "halt", text("host.pause"), { type: "round.pause" }),
      this.#button("resume", "play", text("host.resume"), { type: "round.resume" }, "primary"),
      this.#button("end", "stop", text("host.end"), { type: "round.end" }, "danger"),
    );
    this.replaceChildren(this.#form, h("section", { class: "round-now" }, h("h2", {}, text("host.now")), this.#running));
    this.update(null);
  }

  /** @param {Phase | null} phase */
  update(phase) {
    const can = possible(phase);
    for (const [name, button] of this.#buttons) button.disabled = !can.has(name);
    for (const field of [this.#people, this.#minutes, this.#rounds, this.#prompt]) field.disabled = !can.has("start");
    const isRound = phase?.name === "round" || can.has("end");
    show(this.#form, !isRound);
    show(/** @type {HTMLElement} */ (this.#running.parentElement), isRound);
    for (const [name, other] of /** @type {[Control, boolean][]} */ ([["pause", !phase?.paused], ["resume", phase?.paused === true]])) {
      const button = this.#buttons.get(name);
      if (button) show(button, other);
    }
  }

  /** @param {Control} name @param {string | null} drawing @param {string} label @param {{type: string, seconds?: number}} request */
  #button(name, drawing, label, request, look = "") {
    const button = h("button", { type: "button", class: `button ${look}`, testid: name, "data-act": ACTS[name], onclick: () => this.#ask(request) },
      drawing && icon(drawing), label);
    this.#buttons.set(name, button);
    return button;
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    this.#ask(this.#wanted);
  }

  /** The round that the form asks for; null where it can't be started, or a field is wrong, which is then pointed at. */
  get ready() {
    return !this.#start.disabled && this.#form.reportValidity() ? this.#wanted : null;
  }

  get #wanted() {
    return {
      type: "round.start",
      people: this.#people.valueAsNumber,
      lengthSeconds: Math.round(this.#minutes.valueAsNumber * 60),
      rounds: this.#rounds.valueAsNumber,
      prompt: this.#prompt.value.trim(),
    };
  }

  /** @param {{type: string, [field: string]: unknown}} request */
  #ask(request) {
    this.dispatchEvent(new CustomEvent("request", { detail: request }));
  }
}

/** @param {string} name @param {number} value @param {number} min @param {number} max @param {number | "any"} step */
function number(name, value, min, max, step) {
  return h("input", { class: "field", type: "number", id: `host-${name}`, testid: name, value, min, max, step, required: true });
}

/** @param {string} label @param {HTMLInputElement} field */
function labelled(label, field) {
  return h("div", { class: "labelled" }, h("label", { for: field.id }, label), field);
}

customElements.define("host-controls", HostControls);
