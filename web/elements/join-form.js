/**
 * The door: see yourself, say your name, go in. Tells `join` with the profile as detail.
 *
 * @import {Camera} from "../media/camera.js"
 * @import {Look} from "../protocol/messages.js"
 * @typedef {{name: string, headline: string, topics: string, contact: string}} Remembered
 */
import { text } from "../languages/text.js";
import { h, show, write } from "./build.js";
import { DevicePicker } from "./device-picker.js";
import { SelfView } from "./self-view.js";

/** Where there is space, nothing is folded away. */
const ROOMY = "(min-width: 46rem) and (min-height: 60rem)";
/** As the server takes them. */
const MOST_TOPICS = 12;
const TOPIC_LENGTH = 60;

export class JoinForm extends HTMLElement {
  #name = field("name", { testid: "name", name: "name", autocomplete: "name", maxlength: 80, required: true });
  #answer = field("answer", { maxlength: 200, testid: "answer" });
  #headline = field("headline", { maxlength: 140, testid: "headline" });
  #topics = field("topics", { maxlength: 300, testid: "topics" });
  #contact = field("contact", { maxlength: 200, autocomplete: "email", testid: "contact" });
  #question = h("label", { for: "join-answer" }, text("join.question"));
  #place = h("fieldset", { class: "join-place", testid: "place" }, h("legend", {}, text("join.place")),
    this.#choice("online", text("join.place.online")), this.#choice("venue", text("join.place.venue")));
  #lead = h("p", { class: "lead" }, text("join.lead"));
  #problem = h("p", { class: "problem", role: "alert" });
  #when = h("p", { class: "join-when", role: "status", testid: "when" });
  #title = h("h1", {}, text("join.title"));
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
    this.#topics.value = settings.topics;
    this.#contact.value = settings.contact;
    this.#self.dataset.testid = "preview";
    const form = h("form", { class: "card join-card", testid: "join-form", novalidate: true },
      this.#title, this.#when, this.#lead,
      labelled(text("join.name"), this.#name), this.#place, this.#problem,
      labelled(this.#question, this.#answer, text("join.question.hint")),
      h("details", { class: "more" }, h("summary", {}, text("join.more"), h("span", { class: "optional" }, text("join.optional"))),
        labelled(text("join.headline"), this.#headline, text("join.headline.hint")),
        labelled(text("join.topics"), this.#topics, text("join.topics.hint")),
        labelled(text("join.contact"), this.#contact, text("join.contact.hint"))),
      this.#go);
    const details = form.querySelector("details");
    if (details) details.open = matchMedia(ROOMY).matches;
    form.addEventListener("submit", (event) => this.#submit(event, settings));
    this.#preview.append(new DevicePicker(camera));
    this.replaceChildren(this.#preview, form);
    this.#self.watch(camera);
    show(this.#problem, false);
    show(this.#when, false);
    show(this.#place, false);
  }

  /** What the server knows of the gathering and of whoever holds the link. @param {Look} look */
  welcome({ gathering, startsAt, you }) {
    write(this.#title, gathering.title || text("join.title"));
    write(this.#question, gathering.question ?? text("join.question"));
    if (startsAt !== null) {
      const time = new Date(startsAt).toLocaleString(document.documentElement.lang, { weekday: "long", hour: "numeric", minute: "2-digit" });
      write(this.#when, text("join.when", { time }));
    }
    show(this.#when, startsAt !== null);
    if (gathering.venue) this.#askForPlace(you?.mode);
    if (!you) return;
    if (!this.#name.readOnly) this.#name.value ||= you.name;
    const { headline, topics, answer = "" } = you.profile;
    for (const [input, value] of /** @type {const} */ ([
      [this.#headline, headline], [this.#topics, topics.join(", ")], [this.#answer, answer], [this.#contact, you.contact],
    ])) if (value) input.value = value;
  }

  /** Where the person says to be; null while nobody has asked or answered. @returns {"online" | "venue" | null} */
  get place() {
    const chosen = this.#place.querySelector("input:checked");
    return chosen instanceof HTMLInputElement ? /** @type {"online" | "venue"} */ (chosen.value) : null;
  }

  /** @param {string | undefined} mode as the guest list has it */
  #askForPlace(mode) {
    show(this.#place, true);
    for (const input of this.#place.querySelectorAll("input")) input.checked = input.value === mode;
    this.#placed();
  }

  /** Whoever is in the venue needs no camera. */
  #placed() {
    const { place } = this;
    const looks = place === "online" || this.#place.hidden === true;
    show(this.#preview, looks);
    write(this.#lead, text(looks ? "join.lead" : "join.lead.venue"));
    if (place) this.dispatchEvent(new CustomEvent("place", { detail: place }));
  }

  /** @param {string} value @param {string} words */
  #choice(value, words) {
    return h("label", {}, h("input", { type: "radio", name: "place", value, testid: `place-${value}`, onchange: () => this.#placed() }), h("span", {}, words));
  }

  /** Nobody stands at the door any more: its picture and its meter cost what the room's own need. */
  leave() {
    this.#preview.remove();
  }

  /** What is wrong with the form, in the server's words. @param {string} words */
  complain(words) {
    this.busy = false;
    write(this.#problem, words);
    show(this.#problem, true);
    this.#name.focus();
  }

  /** While the server is asked, the button says so. @param {boolean} busy */
  set busy(busy) {
    this.#go.disabled = busy;
    write(this.#go, text(busy ? "join.going" : "join.go"));
  }

  /** @param {SubmitEvent} event @param {Remembered} settings */
  #submit(event, settings) {
    event.preventDefault();
    const fields = [this.#name, this.#headline, this.#topics, this.#contact, this.#answer];
    const [name, headline, topics, contact, answer] = fields.map(({ value }) => value.trim());
    show(this.#problem, false);
    this.#name.setAttribute("aria-invalid", String(!name));
    if (!name) return this.complain(text("join.name.missing"));
    const { place } = this;
    if (!this.#place.hidden && !place) {
      this.complain(text("join.place.missing"));
      return this.#place.querySelector("input")?.focus();
    }
    Object.assign(settings, { name, headline, topics, contact });
    const profile = { headline, topics: readTopics(topics), company: "", answer };
    this.dispatchEvent(new CustomEvent("join", { detail: { name, profile, contact, ...(place ? { mode: place } : {}) } }));
  }
}

/** @param {string} words with commas between them */
export function readTopics(words) {
  return words.split(",").map((topic) => topic.trim().slice(0, TOPIC_LENGTH)).filter(Boolean).slice(0, MOST_TOPICS);
}

/** @param {string} name @param {Record<string, unknown>} properties */
function field(name, properties) {
  return h("input", { class: "field", id: `join-${name}`, dir: "auto", autocomplete: "off", ...properties });
}

/** @param {string | HTMLElement} label @param {HTMLElement} input @param {string} [hint] */
function labelled(label, input, hint) {
  if (hint) input.setAttribute("aria-describedby", `${input.id}-hint`);
  return h("div", { class: "labelled" },
    typeof label === "string" ? h("label", { for: input.id }, label) : label,
    input, hint && h("p", { class: "hint", id: `${input.id}-hint` }, hint));
}

customElements.define("join-form", JoinForm);
