/**
 * What a room offers beyond the buttons at hand: other devices, blur, the screen, a picture that floats, the chime.
 * Tells `share`, `float` and `change-place`.
 *
 * @import {Camera} from "../media/camera.js"
 * @typedef {object} Abilities
 * @property {boolean} inRoom
 * @property {boolean} canFloat whether the browser floats a picture over other windows
 * @property {boolean | null} inVenue null where there is no venue to be in
 * @property {string} sharer who shares a screen now, "" if nobody else does
 */
import { text } from "../languages/text.js";
import { h, icon, show, write } from "./build.js";
import { DevicePicker } from "./device-picker.js";

export class SettingsDialog extends HTMLElement {
  #share = this.#action("share", "screen");
  #float = this.#action("float", "float");
  #place = this.#action("change-place", "door");
  #sharer = h("p", { class: "hint" });

  /** @param {{camera: Camera, device: {chime: boolean}}} context @param {Abilities} abilities */
  open({ camera, device }, { inRoom, canFloat, inVenue, sharer }) {
    const canShare = "getDisplayMedia" in (navigator.mediaDevices ?? {});
    write(this.#share.children[1], text(camera.screen ? "settings.unshare" : "settings.share"));
    write(this.#float.children[1], text("settings.float"));
    write(this.#sharer, sharer ? text("settings.sharer", { name: sharer }) : "");
    this.#share.disabled = sharer !== "";
    write(this.#place.children[1], text(inVenue ? "settings.go-home" : "settings.go-venue"));
    show(this.#place, inVenue !== null);
    show(this.#share, inRoom && canShare && !inVenue);
    show(this.#sharer, inRoom && sharer !== "");
    show(this.#float, inRoom && canFloat && !inVenue);
    const dialog = h(
      "dialog",
      { class: "dialog settings", "aria-labelledby": "settings-title", testid: "settings" },
      h("h2", { id: "settings-title" }, text("settings.title")),
      h("div", { class: "settings-actions" }, this.#share, this.#float, this.#place), this.#sharer,
      !inVenue && new DevicePicker(camera),
      !inVenue && toggle("blur", text("settings.blur"), camera.choice.soft === true, (on) => camera.blur(on)),
      toggle("chime", text("settings.chime"), device.chime, (on) => (device.chime = on)),
      h("form", { method: "dialog", class: "dialog-buttons" }, h("button", { class: "button", testid: "settings-close" }, text("control.close"))),
    );
    this.replaceChildren(dialog);
    dialog.addEventListener("close", () => dialog.remove());
    dialog.showModal();
  }

  close() {
    this.querySelector("dialog")?.close();
  }

  /** @param {string} name @param {string} drawing */
  #action(name, drawing) {
    const act = () => {
      this.close();
      this.dispatchEvent(new Event(name));
    };
    return h("button", { type: "button", class: "button small", testid: name, onclick: act }, icon(drawing), h("span", {}));
  }
}

/** @param {string} name @param {string} words @param {boolean} on @param {(on: boolean) => void} set */
function toggle(name, words, on, set) {
  const input = h("input", { type: "checkbox", testid: name });
  input.checked = on;
  input.addEventListener("change", () => set(input.checked));
  return h("label", { class: "toggle" }, input, h("span", {}, words));
}

customElements.define("settings-dialog", SettingsDialog);
