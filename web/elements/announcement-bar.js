/**
 * What the host says to everybody. Stays until it is closed. Tells `dismiss`.
 * @import {Announcement} from "../protocol/messages.js"
 */
import { text } from "../languages/text.js";
import { h, icon, show, write } from "./build.js";

export class AnnouncementBar extends HTMLElement {
  #from = h("strong", {});
  #text = h("p", { testid: "announcement", dir: "auto" });

  connectedCallback() {
    this.setAttribute("role", "status");
    this.replaceChildren(
      icon("megaphone"),
      h("div", { class: "announcement-words" }, this.#from, this.#text),
      h("button", {
        type: "button", class: "button quiet icon-button", "aria-label": text("control.close"), title: text("control.close"),
        onclick: () => this.dispatchEvent(new Event("dismiss")),
      }, icon("cross")),
    );
  }

  /** @param {Announcement | null} announcement */
  update(announcement) {
    write(this.#from, announcement?.from ? text("notice.announcement", { name: announcement.from }) : "");
    write(this.#text, announcement?.text ?? "");
    show(this, announcement !== null);
  }
}

customElements.define("announcement-bar", AnnouncementBar);
