/**
 * The door: see yourself, say your name, go in. Tells `join` with the profile as detail.
 *
 * @import {Camera} from "../media/camera.js"
 * @typedef {{name: string, headline: string, contact: string}} Remembered
 */
import { text } from "../languages/text.js";
import { h, show, write } from "./build.js";
import { DevicePicker } from "./device-picker.js";
import { SelfView } from "./self-view.js";

/** Where there is space, nothing is folded away. */
const ROOMY = "(min-width: 46rem) and (min-height: 44rem)";

export class JoinForm extends HTMLElement {
  #name = h("input", { class: "field", id: "join-name", testid: "name", name: "name", autocomplete: "name", maxlength: 80, required: true });
  #headline = h("input", { class: "field", id: "join-headline", maxlength: 140, "aria-describedby": "join-headline-hint", autocomplete: "off" });
  #contact = h("input", { class: "field", id: "join-contact", maxlength: 200, "aria-describedby": "join-contact-hint", autocomplete: "email" });
  #problem = h("p", { class: "problem", role: "alert" });
  #go = h("button", { class: "button primary wide", testid: "join" }, text("join.go"));
  #self = new SelfView();
  #preview = h("div", { class: "join-preview" }, this.#self);

  /**
   * @param {object} context
   * @param {Camera} context.camera
   * @param {Remembered} context.settings
   * @param {string | undefined} context.givenName a name that the link fixes
   */
  start({ camera, settings, givenName }) {
    this.#name.value = givenName ?? settings.name;
    this.#name.readOnly = givenName !== undefined;
    this.#headline.value = settings.headline;
    this.#contact.value = settings.contact;
    this.#self.dataset.testid = "preview";
    const form = h("form", { class: "card join-card", testid: "join-form", novalidate: true },
      h("h1", {}, text("join.title")), h("p", { class: "lead" }, text("join.lead")),
      labelled("join-name", text("join.name"), this.#name), this.#problem,
      h("details", { class: "more" }, h("summary", {}, text("join.more"), h("span", { class: "optional" }, text("join.optional"))),
        labelled("join-headline", text("join.headline"), this.#headline, text("join.headline.hint")),
        labelled("join-contact", text("join.contact"), this.#contact, text("join.contact.hint"))),
      this.#go);
    const details = form.querySelector("details");
    if (details) details.open = matchMedia(ROOMY).matches;
    form.addEventListener("submit", (event) => this.#submit(event, settings));
    this.#preview.append(new DevicePicker(camera));
    this.replaceChildren(this.#preview, form);
    this.#self.watch(camera);
    show(this.#problem, false);
  }

  /** Nobody stands at the door any more: its picture and its meter cost what the room's own need. */
  leave() {
    this.#preview.remove();
  }

  /** While the server is asked, the button says so. @param {boolean} busy */
  set busy(busy) {
    this.#go.disabled = busy;
    write(this.#go, text(busy ? "join.going" : "join.go"));
  }

  /** @param {SubmitEvent} event @param {Remembered} settings */
  #submit(event, settings) {
    event.preventDefault();
    const [name, headline, contact] = [this.#name, this.#headline, this.#contact].map(({ value }) => value.trim());
    show(this.#problem, !name);
    this.#name.setAttribute("aria-invalid", String(!name));
    if (!name) {
      write(this.#problem, text("join.name.missing"));
      this.#name.focus();
      return;
    }
    Object.assign(settings, { name, headline, contact });
    this.dispatchEvent(new CustomEvent("join", { detail: { name, profile: { headline, topics: [], company: "" }, contact } }));
  }
}

/** @param {string} id @param {string} label @param {HTMLElement} field @param {string} [hint] */
function labelled(id, label, field, hint) {
  return h("div", { class: "labelled" },
    h("label", { for: id }, label),
    field, hint && h("p", { class: "hint", id: `${id}-hint` }, hint));
}

customElements.define("join-form", JoinForm);
