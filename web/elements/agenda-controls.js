/**
 * The scripted evening on the host's page: its steps, and the buttons that begin it, go on, and stop it.
 *
 * Tells `request` with the request as detail; `agenda.stop` asks first.
 *
 * @import {Agenda} from "../protocol/messages.js"
 */
import { possibleSteps } from "../protocol/agenda.js";
import { text } from "../languages/text.js";
import { h, icon, show } from "./build.js";
import { AgendaList } from "./agenda-list.js";

export class AgendaControls extends HTMLElement {
  #list = new AgendaList();
  #start = this.#button("start", "play", "primary wide");
  #next = this.#button("next", "rotate", "primary wide");
  #stop = this.#button("stop", "stop", "quiet");

  connectedCallback() {
    this.replaceChildren(this.#list, h("div", { class: "agenda-buttons" }, this.#start, this.#next, this.#stop));
    this.update(null);
  }

  /** @param {Agenda | null} agenda */
  update(agenda) {
    show(this, agenda !== null);
    this.#list.update(agenda);
    const can = possibleSteps(agenda);
    show(this.#start, can.has("start"));
    show(this.#next, can.has("next"));
    show(this.#stop, can.has("stop"));
  }

  /** @param {"start" | "next" | "stop"} name @param {string} drawing @param {string} look */
  #button(name, drawing, look) {
    const ask = () => this.dispatchEvent(new CustomEvent("request", { detail: { type: `agenda.${name}` } }));
    return h("button", { type: "button", class: `button ${look}`, testid: `agenda-${name}`, onclick: ask },
      icon(drawing), text(`agenda.${name}`));
  }
}

customElements.define("agenda-controls", AgendaControls);
