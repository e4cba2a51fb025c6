/** A note about somebody, for oneself. Tells `note` with person and text whenever it was changed. */
import { text } from "../languages/text.js";
import { h, icon } from "./build.js";

/** Characters: a page of notes, and no more than a browser's storage bears for a whole evening. */
const LENGTH = 2_000;

export class NoteField extends HTMLElement {
  /** @param {{id: string, name: string, note: string}} person */
  constructor({ id, name, note }) {
    super();
    const field = h("textarea", { class: "field", rows: 2, maxlength: LENGTH, dir: "auto", testid: "my-note", "aria-label": text("note.label", { name }) });
    field.value = note;
    field.addEventListener("change", () =>
      this.dispatchEvent(new CustomEvent("note", { detail: { person: id, note: field.value.trim() }, bubbles: true })));
    this.append(h("details", { open: note !== "" },
      h("summary", {}, icon("note"), text("note.title")), field, h("p", { class: "hint" }, text("note.hint"))));
  }
}

customElements.define("note-field", NoteField);
