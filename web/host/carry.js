/**
 * Carrying a person to a room, or to those who sit out, with the mouse or a finger. A finger takes somebody by the portrait:
 * everywhere else it scrolls. Escape puts them back.
 */
import { OUT } from "../protocol/moves.js";
import { text } from "../languages/text.js";
import { h, icon } from "../elements/build.js";

/** Pixels before a press becomes a carrying. */
const SLACK = 6;
/** Pixels from the edge within which the page scrolls along, and how far each frame. */
const EDGE = 72;
const SPEED = 14;

export class Carry {
  /** @type {{person: string, pointer: number, x: number, y: number, ghost: HTMLElement | null} | null} */
  #held = null;
  /** @type {Element | null} */
  #over = null;
  /** Nobody may sit out yet, or they may be out of sight: while somebody is carried there is a place for it. */
  #out = h("div", { class: "sitting-out", "aria-hidden": "true", testid: "sitting-out" }, icon("cup"), text("host.pass.here"));

  /**
   * @param {HTMLElement} ground what is carried over
   * @param {{mayDrop: (person: string, place: string) => boolean, drop: (person: string, place: string) => void}} acts a place
   *   is a room, or `OUT`
   */
  constructor(ground, acts) {
    this.ground = ground;
    this.acts = acts;
  }

  begin() {
    this.ground.addEventListener("pointerdown", (event) => this.#down(event));
    addEventListener("pointermove", (event) => this.#move(event));
    addEventListener("pointerup", (event) => this.#up(event));
    addEventListener("pointercancel", () => this.#end());
    addEventListener("keydown", (event) => event.key === "Escape" && this.#end());
  }

  /** @param {PointerEvent} event */
  #down({ target, button, pointerType, pointerId, clientX, clientY }) {
    if (!(target instanceof Element) || button !== 0 || this.#held) return;
    const bearer = target.closest("[data-person]");
    const isHandle = pointerType === "mouse" ? !target.closest(".icon-button") : target.closest(".portrait") !== null;
    if (!(bearer instanceof HTMLElement) || !isHandle) return;
    this.#held = { person: bearer.dataset.person ?? "", pointer: pointerId, x: clientX, y: clientY, ghost: null };
  }

  /** @param {PointerEvent} event */
  #move({ pointerId, clientX, clientY }) {
    const held = this.#held;
    if (!held || held.pointer !== pointerId) return;
    if (!held.ghost && Math.hypot(clientX - held.x, clientY - held.y) < SLACK) return;
    Object.assign(held, { x: clientX, y: clientY });
    if (!held.ghost) this.#lift(held);
    this.#hover();
  }

  /** @param {{person: string, ghost: HTMLElement | null}} held */
  #lift(held) {
    const bearer = this.ground.querySelector(`[data-person="${CSS.escape(held.person)}"]`);
    const name = bearer?.querySelector(".chip-name, .roster-name")?.textContent ?? "";
    held.ghost = h("div", { class: "carried", "aria-hidden": "true" }, name);
    document.body.append(held.ghost);
    if (this.acts.mayDrop(held.person, OUT)) document.body.append(this.#out);
    document.documentElement.toggleAttribute("data-carrying", true);
    this.#scroll();
  }

  /** Moves the name along and marks the place under it. */
  #hover() {
    const held = this.#held;
    if (!held?.ghost) return;
    held.ghost.style.transform = `translate(${held.x}px, ${held.y}px)`;
    const place = document.elementFromPoint(held.x, held.y)?.closest("room-card, waiting-list, .sitting-out") ?? null;
    if (place === this.#over) return;
    this.#over?.removeAttribute("data-drop");
    this.#over = place;
    if (place instanceof HTMLElement) place.dataset.drop = this.acts.mayDrop(held.person, placeOf(place)) ? "yes" : "no";
  }

  /** While somebody is held near an edge, what lies beyond comes nearer. */
  #scroll() {
    const held = this.#held;
    if (!held?.ghost) return;
    const way = held.y < EDGE ? -SPEED : held.y > innerHeight - EDGE ? SPEED : 0;
    if (way !== 0) {
      scrollBy({ top: way, behavior: "instant" });
      this.#hover();
    }
    requestAnimationFrame(() => this.#scroll());
  }

  /** @param {PointerEvent} event */
  #up({ pointerId }) {
    const held = this.#held;
    if (!held || held.pointer !== pointerId) return;
    const place = this.#over instanceof HTMLElement && this.#over.dataset.drop === "yes" ? placeOf(this.#over) : null;
    if (held.ghost) swallowClick();
    this.#end();
    if (place) this.acts.drop(held.person, place);
  }

  #end() {
    this.#held?.ghost?.remove();
    this.#out.remove();
    this.#held = null;
    this.#over?.removeAttribute("data-drop");
    this.#over = null;
    document.documentElement.toggleAttribute("data-carrying", false);
  }
}

/** @param {HTMLElement} place */
function placeOf(place) {
  return place.dataset.room ?? OUT;
}

/** The release that ends a carrying is no press of what lies under it. */
function swallowClick() {
  const swallow = (/** @type {Event} */ event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", swallow, { capture: true }));
}
