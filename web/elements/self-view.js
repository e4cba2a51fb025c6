/**
 * What the others get of oneself: the camera's picture mirrored, as people know themselves, or the screen.
 * @import {Camera} from "../media/camera.js"
 */
import { text } from "../languages/text.js";
import { h, icon, show } from "./build.js";

export class SelfView extends HTMLElement {
  #video = h("video", { autoplay: true, playsinline: true, "aria-label": text("self.you") });
  #off = h("p", { class: "self-off" }, icon("camera-off"), h("span", {}, text("self.off")));
  #muted = h("span", { class: "tile-mark" }, icon("microphone-off"), h("span", { class: "unseen" }, text("room.muted")));

  connectedCallback() {
    this.#video.muted = true;
    this.replaceChildren(this.#video, this.#off, h("p", { class: "tile-name" }, this.#muted, text("self.you")));
  }

  /** @param {Camera} camera */
  watch(camera) {
    let isSeen = false;
    const update = () => {
      this.toggleAttribute("data-screen", camera.screen !== null);
      // Each view of the page has one, and only that which is seen plays.
      const stream = isSeen && camera.shows ? camera.stream : null;
      if (this.#video.srcObject !== stream) this.#video.srcObject = stream;
      show(this.#video, camera.shows);
      show(this.#off, !camera.shows);
      show(this.#muted, !camera.sounds);
    };
    camera.addEventListener("change", update);
    new IntersectionObserver(([{ isIntersecting }]) => {
      isSeen = isIntersecting;
      update();
    }).observe(this);
    update();
  }
}

customElements.define("self-view", SelfView);
