/** Never again in a room with somebody: nobody is told. Tells `block` to whoever is above it, who asks first. */
import { text } from "../languages/text.js";
import { h } from "./build.js";

export class BlockButton extends HTMLElement {
  /** @param {{id: string, name: string}} person */
  constructor({ id, name }) {
    super();
    this.append(h("button", {
      type: "button", class: "button quiet block", testid: "block", "aria-label": text("block.label", { name }),
      onclick: () => this.dispatchEvent(new CustomEvent("block", { detail: { id, name }, bubbles: true })),
    }, text("block.on")));
  }
}

customElements.define("block-button", BlockButton);
