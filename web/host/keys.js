/**
 * Hears the host's keys, and writes them on the buttons that do the same.
 *
 * @import {Act} from "../protocol/shortcuts.js"
 */
import { actOf, keys } from "../protocol/shortcuts.js";

export class Keys {
  /** @param {{keys: boolean}} memory of this device @param {(act: Act) => void} act */
  constructor(memory, act) {
    this.memory = memory;
    this.act = act;
    document.addEventListener("keydown", (event) => this.#press(event));
    this.#label();
  }

  get on() {
    return this.memory.keys;
  }

  set on(on) {
    this.memory.keys = on;
    this.#label();
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (!this.on || isTaken(event.target)) return;
    const act = actOf(event);
    if (!act) return;
    event.preventDefault();
    this.act(act);
  }

  /** Names each button's key to whoever looks at it and whoever hears it. */
  #label() {
    for (const button of document.querySelectorAll("[data-act]")) {
      if (!(button instanceof HTMLElement)) continue;
      const key = keys[/** @type {Act} */ (button.dataset.act)];
      const label = button.ariaLabel ?? button.textContent ?? "";
      button.title = this.on ? `${label} (${key})` : label;
      if (this.on) button.setAttribute("aria-keyshortcuts", key);
      else button.removeAttribute("aria-keyshortcuts");
    }
  }
}

/** Whether the key belongs to a field that is typed into, or to a question that is open. @param {EventTarget | null} target */
function isTaken(target) {
  if (document.querySelector("dialog[open]")) return true;
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}
