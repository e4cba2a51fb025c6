/**
 * Another person of the room: picture or initials, name, and the wish for another coffee.
 *
 * A tile is made as soon as the coming room is known, and stays out of sight and silent until `begin`.
 *
 * @import {Peer} from "../protocol/messages.js"
 * @import {PeerLink} from "../media/peer-link.js"
 */
import { text } from "../languages/text.js";
import { h, icon, portrait, show, write } from "./build.js";
import { WishButton } from "./wish-button.js";

/** What a link tells that shows on a tile. */
const TOLD = ["state", "signs", "speaking", "line"];

export class PeerTile extends HTMLElement {
  #video = h("video", { autoplay: true, playsinline: true });
  #name = h("strong", {});
  #headline = h("span", { class: "tile-headline" });
  #muted = h("span", { class: "tile-mark" }, icon("microphone-off"), h("span", { class: "unseen" }, text("room.muted")));
  #line = h("span", { class: "tile-mark" }, icon("signal"), h("span", { class: "unseen" }, text("line.peer")));
  #state = h("p", { class: "tile-state" });
  #wish;
  /** @type {PeerLink | null} */
  #link = null;
  /** What the others in the room call this person. */
  called = "";
  /** Whether it is a table's screen, which nobody wishes another coffee with. */
  table = false;
  #seen = false;
  #begun = false;
  #update = () => this.refresh();

  /** @param {Peer} peer */
  constructor(peer) {
    super();
    this.peer = peer;
    this.hidden = true;
    this.#video.muted = true;
    this.#wish = new WishButton(peer);
    this.append(
      h("div", { class: "tile-portrait" }, portrait(peer), this.#state),
      this.#video,
      h("div", { class: "tile-name" }, this.#muted, this.#line, this.#name, this.#headline),
      this.#wish,
    );
  }

  /** The connection that the picture comes from; a new one starts from a blank picture. @param {PeerLink | undefined} link */
  connect(link) {
    if (!link || link === this.#link) return;
    this.#disconnect();
    this.#link = link;
    for (const type of TOLD) link.addEventListener(type, this.#update);
    link.addEventListener("stream", this.#attach);
    this.#attach();
    if (this.#begun) this.#awaitFrame(performance.now());
    this.refresh();
  }

  /**
   * The room has begun: shows and sounds from now on.
   * @param {number} start on the clock of `performance.now()`
   */
  begin(start) {
    if (this.#begun) return;
    this.#begun = true;
    this.hidden = false;
    this.dataset.testid = "tile";
    this.dataset.peer = this.peer.id;
    this.#video.dataset.testid = "video";
    this.#wish.expose();
    this.#video.muted = false;
    this.#awaitFrame(start);
    this.refresh();
  }

  /** Whether another coffee is wished for. @param {boolean} on */
  set wished(on) {
    this.#wish.on = on;
  }

  refresh() {
    const { peer } = this;
    show(this.#wish, !this.table);
    write(this.#name, this.called || peer.name);
    this.#name.title = peer.name;
    write(this.#headline, peer.profile?.answer || peer.profile?.headline || "");
    show(this.#muted, this.#link?.signs?.sound === false);
    show(this.#line, this.#link?.line === "weak");
    this.#tellScreen(this.#link?.signs?.screen === true);
    const showsPicture = this.#seen && this.#link?.signs?.picture !== false;
    this.toggleAttribute("data-picture", showsPicture);
    this.toggleAttribute("data-lost", peer.presence === "lost");
    this.toggleAttribute("data-speaking", this.#link?.speaking === true);
    write(this.#state, this.#stateText());
  }

  /** Lets go of the picture; the connection is the mesh's. */
  end() {
    this.#disconnect();
    this.remove();
  }

  /** Starts picture and sound; browsers may want a press of a button first. */
  async play() {
    try {
      await this.#video.play();
    } catch (error) {
      if (error instanceof DOMException && error.name === "NotAllowedError") {
        this.dispatchEvent(new Event("silenced", { bubbles: true }));
      }
    }
  }

  #attach = () => {
    if (!this.#link || this.#link.stream.getTracks().length === 0) return;
    if (this.#video.srcObject !== this.#link.stream) this.#video.srcObject = this.#link.stream;
    this.play();
    this.refresh();
  };

  /** Whether this person shows a screen. */
  get sharing() {
    return this.hasAttribute("data-screen");
  }

  /** Sets the picture free of the page, to stay above other windows. */
  async float() {
    await this.#video.requestPictureInPicture();
  }

  /** @param {boolean} sharing */
  #tellScreen(sharing) {
    if (sharing === this.sharing) return;
    this.toggleAttribute("data-screen", sharing);
    if (sharing) this.dispatchEvent(new CustomEvent("screen", { detail: this.peer, bubbles: true }));
  }

  #disconnect() {
    if (!this.#link) return;
    for (const type of TOLD) this.#link.removeEventListener(type, this.#update);
    this.#link.removeEventListener("stream", this.#attach);
    this.#video.srcObject = null;
    this.#seen = false;
  }

  /** @param {number} start */
  #awaitFrame(start) {
    const link = this.#link;
    this.#video.requestVideoFrameCallback((_, { presentationTime }) => {
      if (link !== this.#link) return;
      if (presentationTime < start) return this.#awaitFrame(start);
      this.#seen = true;
      this.refresh();
      this.dispatchEvent(new CustomEvent("first-frame", {
        detail: { peer: this.peer.id, start, end: presentationTime }, bubbles: true,
      }));
    });
  }

  #stateText() {
    if (this.peer.presence === "lost" && this.#link?.state !== "connected") return text("room.lost", { name: this.peer.name });
    if (this.#link?.state === "connected") return "";
    return text(this.#link?.state === "disconnected" || this.#link?.state === "failed" ? "room.reconnecting" : "room.connecting");
  }
}

customElements.define("peer-tile", PeerTile);
