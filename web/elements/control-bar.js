/**
 * The buttons that are always at hand. Tells `mute`, `camera`, `chat`, `help`, `pass`, `more` and `leave` as events
 * of those names; what they come to is shown by `update`.
 */
import { text } from "../languages/text.js";
import { h, icon, show, write } from "./build.js";

/**
 * @typedef {object} Controls
 * @property {boolean} muted
 * @property {boolean} hidden
 * @property {boolean} inRoom
 * @property {boolean} inVenue whether picture and voice are the table's
 * @property {boolean} chatting
 * @property {number} unread
 * @property {boolean} helping
 * @property {boolean} passing
 */

/** @typedef {"mute" | "camera" | "chat" | "help" | "pass" | "more" | "leave"} Name */

export class ControlBar extends HTMLElement {
  /** @type {Record<Name, HTMLButtonElement>} */
  #buttons = {
    mute: this.#button("mute", "microphone"),
    camera: this.#button("camera", "camera"),
    chat: this.#button("chat", "chat"),
    help: this.#button("help", "hand"),
    pass: this.#button("pass", "pause"),
    more: this.#button("more", "more"),
    leave: this.#button("leave", "door"),
  };
  #badge = h("span", { class: "badge", hidden: true });

  connectedCallback() {
    this.setAttribute("role", "toolbar");
    this.#buttons.chat.dataset.testid = "chat-toggle";
    this.#buttons.chat.append(this.#badge);
    this.replaceChildren(...Object.values(this.#buttons));
  }

  /** @param {Controls} controls */
  update({ muted, hidden, inRoom, inVenue, chatting, unread, helping, passing }) {
    this.#set("mute", text("control.microphone"), muted, muted ? "microphone-off" : "microphone");
    this.#set("camera", text("control.camera"), hidden, hidden ? "camera-off" : "camera");
    say(this.#buttons.mute, text(muted ? "control.unmute" : "control.mute"));
    say(this.#buttons.camera, text(hidden ? "control.show" : "control.hide"));
    this.#set("chat", text("control.chat"), chatting, "chat");
    this.#set("help", text(helping ? "control.help.on" : "control.help"), helping, "hand");
    this.#set("pass", text(passing ? "control.pass.on" : "control.pass"), passing, "pause");
    this.#set("more", text("control.more"), null, "more");
    this.#set("leave", text("control.leave"), null, "door");
    show(this.#buttons.mute, !inVenue);
    show(this.#buttons.camera, !inVenue);
    show(this.#buttons.chat, inRoom);
    show(this.#buttons.help, inRoom);
    show(this.#badge, unread > 0);
    write(this.#badge, unread > 0 ? String(unread) : "");
    say(this.#buttons.chat, unread > 0 ? text("control.chat.unread", { count: unread }) : text("control.chat"));
  }

  /** @param {Name} name @param {string} drawing */
  #button(name, drawing) {
    return h(
      "button",
      { type: "button", class: `control control-${name}`, testid: name, onclick: () => this.dispatchEvent(new Event(name)) },
      icon(drawing),
      h("span", { class: "control-label" }),
    );
  }

  /** @param {Name} name @param {string} label @param {boolean | null} pressed @param {string} drawing */
  #set(name, label, pressed, drawing) {
    const button = this.#buttons[name];
    write(button.children[1], label);
    button.toggleAttribute("data-on", pressed === true);
    button.children[0].className = `icon icon-${drawing}`;
  }
}

/** What the button does, for those who hear it or hover over it. @param {HTMLButtonElement} button @param {string} label */
function say(button, label) {
  if (button.title === label) return;
  button.title = label;
  button.setAttribute("aria-label", label);
}

customElements.define("control-bar", ControlBar);
