/** A button, and the key F, that give the page the whole screen and take it back. */
import { text } from "../languages/text.js";
import { h, icon, show } from "./build.js";

export class FullScreen extends HTMLElement {
  #button = h("button", {
    type: "button", class: "button quiet icon-button", testid: "full-screen", "aria-label": text("board.full"),
    title: `${text("board.full")} (F)`, "aria-keyshortcuts": "F", onclick: () => this.#toggle(),
  }, icon("expand"));
  /** @param {KeyboardEvent} event */
  #key = (event) => {
    if (event.key.toLowerCase() === "f" && !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat) this.#toggle();
  };

  connectedCallback() {
    show(this, document.fullscreenEnabled);
    this.replaceChildren(this.#button);
    document.addEventListener("keydown", this.#key);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.#key);
  }

  /** A browser that refuses leaves the page as it is. */
  #toggle() {
    const turn = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    turn.catch(() => {});
  }
}

customElements.define("full-screen", FullScreen);
