/** Short words about what just happened, told to screen readers too. They go by themselves. */
import { text } from "../languages/text.js";
import { h, icon } from "./build.js";

/** Milliseconds: long enough to read two lines twice. */
const STAY = 6_000;
/** More at once would hide the conversation. */
const SHOWN = 3;

export class NoticeBar extends HTMLElement {
  /** @type {Map<string, HTMLElement>} */
  #lasting = new Map();

  connectedCallback() {
    this.setAttribute("role", "status");
    this.setAttribute("aria-live", "polite");
  }

  /** @param {string} words */
  tell(words) {
    this.#add(h("p", { class: "notice" }, words), STAY);
  }

  /** For screen readers alone. @param {string} words */
  whisper(words) {
    const notice = h("p", { class: "unseen" }, words);
    this.append(notice);
    setTimeout(() => notice.remove(), STAY);
  }

  /** What went wrong, in a sentence. @param {string} words */
  complain(words) {
    this.#add(h("p", { class: "notice notice-error", testid: this.dataset.message ?? "message" }, icon("alert"), words), STAY * 1.5);
  }

  /**
   * Stays until it is withdrawn.
   * @param {string} key @param {string} words @param {{label: string, act: () => void}} [action]
   */
  hold(key, words, action) {
    if (this.#lasting.has(key)) return;
    const button = action && h("button", { type: "button", class: "button small", onclick: action.act }, action.label);
    const notice = h("p", { class: "notice notice-lasting" }, h("span", {}, words), button);
    this.#lasting.set(key, notice);
    this.append(notice);
  }

  /** @param {string} key @returns {boolean} whether it was there */
  withdraw(key) {
    this.#lasting.get(key)?.remove();
    return this.#lasting.delete(key);
  }

  /** @param {HTMLElement} notice @param {number} stay */
  #add(notice, stay) {
    const passing = [...this.children].filter((child) => child.matches(".notice:not(.notice-lasting)"));
    if (passing.length >= SHOWN) passing[0].remove();
    notice.append(h("button", {
      type: "button", class: "notice-close", "aria-label": text("control.close"), onclick: () => notice.remove(),
    }, icon("cross")));
    this.append(notice);
    setTimeout(() => notice.remove(), stay);
  }
}

customElements.define("notice-bar", NoticeBar);
