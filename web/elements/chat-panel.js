/** The room's written words; they go with the room. Tells `say` (detail: the text) and `close`. */
import { text } from "../languages/text.js";
import { h, icon, show } from "./build.js";

/** Lines that are kept: more than anybody scrolls back in one round. */
const LINES = 300;

export class ChatPanel extends HTMLElement {
  #log = h("div", { class: "chat-log", testid: "chat-log", role: "log", tabindex: "0", "aria-label": text("chat.title") });
  #empty = h("p", { class: "chat-empty" }, text("chat.empty"));
  #text = h("input", {
    class: "field", testid: "chat-text", "aria-label": text("chat.text"), placeholder: text("chat.text"),
    autocomplete: "off", maxlength: 2000, enterkeyhint: "send",
  });

  connectedCallback() {
    this.setAttribute("role", "region");
    this.setAttribute("aria-label", text("chat.title"));
    const form = h("form", { class: "chat-form" }, this.#text, h("button", {
      class: "button icon-button", testid: "chat-send", "aria-label": text("chat.send"), title: text("chat.send"),
    }, icon("send")));
    form.addEventListener("submit", (event) => this.#say(event));
    this.replaceChildren(
      h("header", { class: "chat-head" }, h("h2", {}, text("chat.title")), h("button", {
        type: "button", class: "button quiet icon-button", "aria-label": text("control.close"), title: text("control.close"),
        onclick: () => this.dispatchEvent(new Event("close")),
      }, icon("cross"))),
      this.#empty,
      this.#log,
      form,
    );
    this.addEventListener("keydown", ({ key }) => key === "Escape" && this.dispatchEvent(new Event("close")));
  }

  /** @param {string} name @param {string} words @param {boolean} own */
  add(name, words, own = false) {
    show(this.#empty, false);
    this.#log.append(h("div", { class: own ? "chat-line chat-own" : "chat-line" }, h("strong", {}, own ? text("chat.you") : name), h("p", { dir: "auto" }, words)));
    while (this.#log.childElementCount > LINES) this.#log.firstElementChild?.remove();
    this.#log.scrollTop = this.#log.scrollHeight;
  }

  /** Forgets the room's words. */
  clear() {
    this.#log.replaceChildren();
    show(this.#empty, true);
  }

  focusText() {
    this.#text.focus();
  }

  /** @param {SubmitEvent} event */
  #say(event) {
    event.preventDefault();
    const words = this.#text.value.trim();
    if (!words) return;
    if (this.dispatchEvent(new CustomEvent("say", { detail: words, cancelable: true }))) this.#text.value = "";
  }
}

customElements.define("chat-panel", ChatPanel);
