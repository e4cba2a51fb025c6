/**
 * Which camera and microphone, how loud the microphone is, and what to do where the browser gives none.
 * @import {Camera, Choice} from "../media/camera.js"
 * @import {Key} from "../languages/text.js"
 */
import { LevelMeter } from "../media/level-meter.js";
import { text } from "../languages/text.js";
import { h, icon, show, write } from "./build.js";
import { adviceOn } from "./device-advice.js";

/** @type {[NonNullable<Choice["devices"]>, Key][]} */
const WAYS = [["all", "join.all"], ["sound", "join.sound"], ["none", "join.listen"]];

export class DevicePicker extends HTMLElement {
  #camera = h("select", { class: "field", id: "device-camera" });
  #microphone = h("select", { class: "field", id: "device-microphone" });
  #rows = {
    camera: row("camera", text("join.camera"), this.#camera),
    microphone: row("microphone", text("join.microphone"), this.#microphone),
  };
  #level = h("meter", { class: "level", min: 0, max: 1, "aria-label": text("join.level") });
  #advice = h("p", { class: "advice", role: "status", testid: "advice" });
  #retry = h("button", { type: "button", class: "button small", testid: "retry" }, text("device.retry"));
  #ways = WAYS.map(([devices, label]) => this.#way(devices, text(label)));
  #meter = new LevelMeter();
  /** @type {MediaStreamTrack | null} */
  #metered = null;

  /** @param {Camera} camera */
  constructor(camera) {
    super();
    this.camera = camera;
    this.#camera.addEventListener("change", () => camera.choose({ camera: this.#camera.value, devices: "all" }));
    this.#microphone.addEventListener("change", () => camera.choose({ microphone: this.#microphone.value }));
    this.#retry.addEventListener("click", () => camera.open());
    this.append(
      h("fieldset", { class: "ways" }, h("legend", { class: "unseen" }, text("join.ways")), ...this.#ways.map(({ label }) => label)),
      h("div", { class: "advice-row" }, this.#advice, this.#retry),
      this.#rows.camera, this.#rows.microphone, this.#level,
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
    const { devices = "all" } = camera.choice;
    const advice = devices === "none" ? text("join.listen.hint") : adviceOn(camera);
    show(this.#advice, advice !== "");
    write(this.#advice, advice);
    show(this.#retry, camera.trouble !== null);
    for (const { input } of this.#ways) input.checked = input.value === devices;
    if (camera.audio !== this.#metered) {
      this.stop();
      this.#metered = camera.audio;
      if (camera.audio) this.#meter.start(camera.audio, (level) => (this.#level.value = level));
    }
    show(this.#level, camera.audio !== null);
    show(this.#rows.camera, devices === "all");
    show(this.#rows.microphone, devices !== "none");
    fill(this.#camera, await camera.devices("videoinput"), camera.video);
    fill(this.#microphone, await camera.devices("audioinput"), camera.audio);
  };

  /** @param {NonNullable<Choice["devices"]>} devices @param {string} words */
  #way(devices, words) {
    const input = h("input", {
      type: "radio", name: "devices", value: devices, testid: `devices-${devices}`, onchange: () => this.camera.choose({ devices }),
    });
    return { input, label: h("label", { class: "way" }, input, h("span", {}, words)) };
  }
}

/** @param {string} drawing @param {string} label @param {HTMLSelectElement} select */
function row(drawing, label, select) {
  return h("div", { class: "device-row" }, h("label", { for: select.id }, icon(drawing), h("span", { class: "unseen" }, label)), select);
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
