/** Asks before something that can't be taken back. Enter says no, unless the question is `ready` for a yes. */
import { h } from "./build.js";

export class ConfirmDialog extends HTMLElement {
  /**
   * @param {{title: string, text: string, yes: string, no: string, ready?: boolean}} words
   * @returns {Promise<boolean>}
   */
  ask({ title, text, yes, no, ready = false }) {
    const dialog = h(
      "dialog",
      { class: "dialog", "aria-labelledby": "confirm-title", "aria-describedby": "confirm-text" },
      h("h2", { id: "confirm-title" }, title),
      h("p", { id: "confirm-text" }, text),
      h("form", { method: "dialog", class: "dialog-buttons" },
        h("button", { class: "button quiet", value: "no" }, no),
        h("button", { class: `button ${ready ? "primary" : "danger"}`, value: "yes", testid: "confirm", autofocus: ready }, yes)),
    );
    this.replaceChildren(dialog);
    dialog.showModal();
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => {
        dialog.remove();
        resolve(dialog.returnValue === "yes");
      });
    });
  }
}

customElements.define("confirm-dialog", ConfirmDialog);
