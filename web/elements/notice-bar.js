/** Short words about what just happened, told to screen readers too. They go by themselves. */
import { text } from "../languages/text.js";
import { h, icon } from "./build.js";

/** Milliseconds: long enough to read two lines twice. */
const STAY = 6_000;
/** With something to press: long enough to think about it. */
const STAY_TO_ACT = 12_000;
/** More at once would hide the conversation. */
const SHOWN = 3;

export class NoticeBar extends HTMLElement {
  /** @type {Map<string, HTMLElement>} */
  #lasting = new Map();

  connectedCallback() {
    this.setAttribute("role", "status");
    this.setAttribute("aria-live", "polite");
  }

  /** @param {string} words @param {{label: string, act: () => void}} [action] offered once, while the notice is there */
  tell(words, action) {
    const notice = h("p", { class: "notice" }, h("span", {}, words));
    if (action) {
      const act = () => {
        notice.remove();
        action.act();
      };
      notice.append(h("button", { type: "button", class: "button small", testid: "notice-act", onclick: act }, action.label));
    }
    this.#add(notice, action ? STAY_TO_ACT : STAY);
  }

  /** Presses the newest notice's button, if one is there. */
  act() {
    const button = [...this.querySelectorAll("[data-testid=notice-act]")].at(-1);
    if (button instanceof HTMLElement) button.click();
    return button !== undefined;
  }

  /** Takes off what goes by itself anyway. */
  clear() {
    for (const notice of this.querySelectorAll(".notice:not(.notice-lasting)")) notice.remove();
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
    const go = () => (notice.matches(":hover, :focus-within") ? setTimeout(go, stay / 2) : notice.remove());
    setTimeout(go, stay);
  }
}

customElements.define("notice-bar", NoticeBar);
