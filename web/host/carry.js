/**
 * Carrying a person to a room, with the mouse or a finger. A finger takes somebody by the portrait: everywhere else it
 * scrolls. Escape puts them back.
 */
import { h } from "../elements/build.js";

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

  /**
   * @param {HTMLElement} ground what is carried over
   * @param {{mayDrop: (person: string, room: string) => boolean, drop: (person: string, room: string) => void}} acts
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
    document.documentElement.toggleAttribute("data-carrying", true);
    this.#scroll();
  }

  /** Moves the name along and marks the room under it. */
  #hover() {
    const held = this.#held;
    if (!held?.ghost) return;
    held.ghost.style.transform = `translate(${held.x}px, ${held.y}px)`;
    const room = document.elementFromPoint(held.x, held.y)?.closest("room-card") ?? null;
    if (room === this.#over) return;
    this.#over?.removeAttribute("data-drop");
    this.#over = room;
    if (room instanceof HTMLElement) room.dataset.drop = this.acts.mayDrop(held.person, room.dataset.room ?? "") ? "yes" : "no";
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
    const room = this.#over instanceof HTMLElement && this.#over.dataset.drop === "yes" ? this.#over.dataset.room : undefined;
    if (held.ghost) swallowClick();
    this.#end();
    if (room) this.acts.drop(held.person, room);
  }

  #end() {
    this.#held?.ghost?.remove();
    this.#held = null;
    this.#over?.removeAttribute("data-drop");
    this.#over = null;
    document.documentElement.toggleAttribute("data-carrying", false);
  }
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
