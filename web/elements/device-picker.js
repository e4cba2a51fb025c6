/**
 * Which camera and microphone, how loud the microphone is, and what to do where the browser gives none.
 * @import {Camera, Trouble} from "../media/camera.js"
 */
import { LevelMeter } from "../media/level-meter.js";
import { text } from "../languages/text.js";
import { h, icon, show, write } from "./build.js";

/** @type {Record<Trouble, "device.denied" | "device.missing" | "device.busy" | "device.unsupported">} */
const ADVICE = {
  denied: "device.denied", missing: "device.missing", busy: "device.busy", unsupported: "device.unsupported",
};

export class DevicePicker extends HTMLElement {
  #camera = h("select", { class: "field", id: "device-camera" });
  #microphone = h("select", { class: "field", id: "device-microphone" });
  #level = h("meter", { class: "level", min: 0, max: 1, "aria-label": text("join.level") });
  #advice = h("p", { class: "advice", role: "status" });
  #retry = h("button", { type: "button", class: "button small" }, text("device.retry"));
  #without = h("button", { type: "button", class: "button small", testid: "no-camera" });
  #meter = new LevelMeter();
  /** @type {MediaStreamTrack | null} */
  #metered = null;

  /** @param {Camera} camera */
  constructor(camera) {
    super();
    this.camera = camera;
    this.#camera.addEventListener("change", () => camera.choose({ camera: this.#camera.value, soundOnly: false }));
    this.#microphone.addEventListener("change", () => camera.choose({ microphone: this.#microphone.value }));
    this.#retry.addEventListener("click", () => camera.open());
    this.#without.addEventListener("click", () => camera.choose({ soundOnly: !camera.choice.soundOnly }));
    this.append(
      this.#advice,
      h("div", { class: "device-buttons" }, this.#without, this.#retry),
      h("div", { class: "device-row" }, h("label", { for: "device-camera" }, icon("camera"), h("span", { class: "unseen" }, text("join.camera"))), this.#camera),
      h("div", { class: "device-row" }, h("label", { for: "device-microphone" }, icon("microphone"), h("span", { class: "unseen" }, text("join.microphone"))), this.#microphone),
      this.#level,
    );
  }

  connectedCallback() {
    this.camera.addEventListener("change", this.#update);
    this.#update();
  }

  disconnectedCallback() {
    this.camera.removeEventListener("change", this.#update);
    this.stop();
  }

  /** The meter costs an audio context: nobody needs it in a room. */
  stop() {
    this.#meter.stop();
    this.#metered = null;
  }

  #update = async () => {
    const { camera } = this;
    const advice = camera.asking ? text("device.asking") : camera.trouble ? text(ADVICE[camera.trouble]) : "";
    show(this.#advice, advice !== "");
    write(this.#advice, advice);
    show(this.#retry, camera.trouble !== null);
    write(this.#without, text(camera.choice.soundOnly ? "join.with-camera" : "join.no-camera"));
    if (camera.audio !== this.#metered) {
      this.stop();
      this.#metered = camera.audio;
      if (camera.audio) this.#meter.start(camera.audio, (level) => (this.#level.value = level));
    }
    show(this.#level, camera.audio !== null);
    fill(this.#camera, await camera.devices("videoinput"), camera.video);
    fill(this.#microphone, await camera.devices("audioinput"), camera.audio);
  };
}

/** @param {HTMLSelectElement} select @param {MediaDeviceInfo[]} devices @param {MediaStreamTrack | null} track */
function fill(select, devices, track) {
  const options = devices.map(({ deviceId, label }, index) =>
    h("option", { value: deviceId }, label || text("device.unnamed", { number: index + 1 })));
  if (!track) options.unshift(h("option", { value: "" }, text("device.none")));
  select.replaceChildren(...options);
  select.value = track?.getSettings().deviceId ?? "";
  select.disabled = devices.length === 0;
}

customElements.define("device-picker", DevicePicker);
