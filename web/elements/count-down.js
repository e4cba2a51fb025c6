/**
 * A time that runs down on the server's clock. It turns at the same instant on everybody's page: the next look is
 * set for the moment at which the second changes, and not a second after the last look.
 *
 * Tells `cue` (detail `minute` or `ten`) when such a moment passes.
 */
import { cue, format } from "../protocol/countdown.js";
import { write } from "./build.js";

export class CountDown extends HTMLElement {
  /** Milliseconds left, or null for none. @type {() => number | null} */
  left = () => null;
  /** Whether time stands still. @type {() => boolean} */
  stands = () => false;
  /** @type {(milliseconds: number) => string} */
  tell = format;
  /** @type {number | null} */
  #last = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  connectedCallback() {
    this.setAttribute("role", "timer");
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
  }

  /** Looks at the clock now, and from then on whenever the second changes. */
  refresh() {
    clearTimeout(this.#timer);
    const left = this.left();
    write(this, left === null ? "" : this.tell(left));
    this.toggleAttribute("data-soon", left !== null && left <= 10_000);
    const passed = cue(this.#last, left);
    this.#last = left;
    if (passed) this.dispatchEvent(new CustomEvent("cue", { detail: passed, bubbles: true }));
    if (left === null || left === 0 || this.stands()) return;
    this.#timer = setTimeout(() => this.refresh(), (left % 1000) + 1);
  }
}

customElements.define("count-down", CountDown);
