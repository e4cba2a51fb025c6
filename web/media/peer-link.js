/**
 * One connection to one other person: from the first offer to the last frame.
 *
 * It connects ahead of time with senders that carry no track, so that nothing is seen or heard before `activate`.
 * Of the two sides the initiator alone makes the first offer; later negotiations are perfect negotiation with the
 * initiator as the impolite side.
 *
 * @import {Signal} from "../protocol/messages.js"
 * @typedef {{audio: MediaStreamTrack | null, video: MediaStreamTrack | null}} Tracks
 * @typedef {{sound: boolean, picture: boolean, screen: boolean}} Signs what the other side says about its devices
 * @typedef {Pick<Signal, "description" | "candidate">} Content
 */
import { LineJudge } from "../protocol/line.js";
import { isSpeaking } from "./hearing.js";
import { sample } from "./line-stats.js";
import { beginFast, limitBitrate, preferVideoCodec } from "./quality.js";

/** Milliseconds from the first frame's time until the picture takes its full size. */
const SETTLING = 1_500;

export class PeerLink extends EventTarget {
  /** What the other side sends; its tracks are there from the first description on. */
  stream = new MediaStream();
  active = false;
  /** What the other side last said of its devices; null where it can't say. @type {Signs | null} */
  signs = null;
  /** Whether the other side is heard right now. */
  speaking = false;
  #makingOffer = false;
  #ignoringOffer = false;
  /** @type {RTCIceCandidateInit[]} */
  #early = [];
  /** Everything about descriptions happens one after the other. */
  #queue = Promise.resolve();
  /** @type {Tracks} */
  #tracks = { audio: null, video: null };
  /** @type {RTCDataChannel | null} */
  #channel = null;
  /** @type {Signs} */
  #ownSigns = { sound: false, picture: false, screen: false };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #patience;
  #closed = false;
  #circumstances = { size: 2, settled: false, detail: false };
  #judge = new LineJudge();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #settling;

  /**
   * @param {object} options
   * @param {string} options.person
   * @param {number} options.link
   * @param {boolean} options.initiator
   * @param {RTCConfiguration} options.configuration
   * @param {(content: Content) => void} options.send
   * @param {number} options.patience milliseconds in which it should stand, from the last sign of progress on
   * @param {(link: PeerLink) => void} options.onStuck it did not stand in time, or fell
   */
  constructor({ person, link, initiator, configuration, send, patience, onStuck }) {
    super();
    this.person = person;
    this.link = link;
    this.initiator = initiator;
    this.send = send;
    this.patience = patience;
    this.onStuck = onStuck;
    this.connection = new RTCPeerConnection(configuration);
    this.connection.addEventListener("icecandidate", ({ candidate }) => send({ candidate: candidate?.toJSON() ?? null }));
    this.connection.addEventListener("connectionstatechange", () => this.#stateChanged());
    this.connection.addEventListener("track", ({ track }) => this.#received(track));
    this.connection.addEventListener("datachannel", ({ channel }) => this.#opened(channel));
    this.connection.addEventListener("negotiationneeded", () => this.#enqueue(() => this.#offer()));
    if (initiator) {
      this.#opened(this.connection.createDataChannel("signs"));
      this.connection.addTransceiver("audio", { direction: "sendrecv" });
      this.connection.addTransceiver("video", { direction: "sendrecv" });
      preferVideoCodec(this.connection);
    }
    this.#watch();
  }

  get state() {
    return this.connection.connectionState;
  }

  /** Whether there is reason to keep it after the server was out of reach. */
  get alive() {
    return !this.#closed && (this.state === "connected" || this.state === "connecting");
  }

  /** The link that the other side speaks of, as it came from the server. @param {Content} content */
  receive({ description, candidate }) {
    this.#enqueue(async () => {
      if (description) await this.#describe(description);
      else if (candidate) await this.#addCandidate(candidate);
    });
  }

  /**
   * From now on both see and hear each other: every sender takes its track at once.
   * @param {Tracks} tracks
   * @param {Signs} signs
   */
  activate(tracks, signs) {
    this.active = true;
    this.#tracks = tracks;
    // First, as somebody waits for the picture: all else here waits for the browser's other threads.
    const sent = this.#applyTracks();
    this.#settling ??= setTimeout(() => this.#settle(), SETTLING);
    this.sign(signs);
    return sent;
  }

  /** Nothing more goes out; the connection itself stays until it is closed. */
  silence() {
    this.active = false;
    this.#tracks = { audio: null, video: null };
    return this.#applyTracks();
  }

  /** Tells the other side what of us it may expect to see and hear. @param {Signs} signs */
  sign(signs) {
    this.#ownSigns = signs;
    if (signs.screen !== this.#circumstances.detail) {
      this.#circumstances = { ...this.#circumstances, detail: signs.screen };
      this.#limit();
    }
    if (this.active && this.#channel?.readyState === "open") this.#channel.send(JSON.stringify(signs));
  }

  /** People in the room decide how much of the line each link may take. @param {number} size */
  fit(size) {
    if (size === this.#circumstances.size) return;
    this.#circumstances = { ...this.#circumstances, size };
    this.#limit();
  }

  /** Listens whether the other side speaks at this moment. */
  hear() {
    const speaking = isSpeaking(this.connection);
    if (speaking === this.speaking) return;
    this.speaking = speaking;
    this.dispatchEvent(new Event("speaking"));
  }

  /** How good this link is; null until that is known. */
  get line() {
    return this.#judge.level;
  }

  async measure() {
    if (this.state === "connected" && this.#judge.take(await sample(this.connection))) this.dispatchEvent(new Event("line"));
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#patience);
    clearTimeout(this.#settling);
    this.connection.close();
  }

  #settle() {
    this.#circumstances = { ...this.#circumstances, settled: true };
    this.#limit();
  }

  #limit() {
    if (this.#closed) return;
    for (const sender of this.connection.getSenders()) {
      if (this.#kindOf(sender) === "video") limitBitrate(sender, this.#circumstances);
    }
  }

  /** @param {() => Promise<void>} step */
  #enqueue(step) {
    this.#queue = this.#queue.then(async () => {
      if (this.#closed) return;
      try {
        await step();
      } catch (error) {
        if (!this.#closed) console.warn("A link could not be negotiated.", error);
      }
    });
  }

  /** The one who was called waits for the first offer. */
  async #offer() {
    if (!this.initiator && this.connection.remoteDescription === null) return;
    if (this.connection.signalingState !== "stable") return;
    this.#makingOffer = true;
    try {
      await this.connection.setLocalDescription();
      this.#sendDescription();
    } finally {
      this.#makingOffer = false;
    }
  }

  /** @param {RTCSessionDescriptionInit} description */
  async #describe(description) {
    const collides =
      description.type === "offer" && (this.#makingOffer || this.connection.signalingState !== "stable");
    this.#ignoringOffer = this.initiator && collides;
    if (this.#ignoringOffer) return;
    await this.connection.setRemoteDescription(beginFast(description));
    if (description.type === "offer") {
      this.#answerInKind();
      await this.connection.setLocalDescription();
      this.#sendDescription();
    }
    this.#watch();
    if (this.active) await this.#applyTracks();
    for (const candidate of this.#early.splice(0)) await this.#addCandidate(candidate);
  }

  /** @param {RTCIceCandidateInit} candidate */
  async #addCandidate(candidate) {
    if (this.connection.remoteDescription === null) {
      this.#early.push(candidate);
      return;
    }
    try {
      await this.connection.addIceCandidate(candidate);
    } catch (error) {
      if (!this.#ignoringOffer) throw error;
    }
  }

  /** The offer's transceivers are used both ways, still without a track. */
  #answerInKind() {
    for (const transceiver of this.connection.getTransceivers()) {
      if (transceiver.currentDirection === null) transceiver.direction = "sendrecv";
    }
    preferVideoCodec(this.connection);
  }

  #sendDescription() {
    const { localDescription } = this.connection;
    if (localDescription) this.send({ description: localDescription.toJSON() });
  }

  async #applyTracks() {
    await Promise.all(
      this.connection.getSenders().map((sender) => {
        const track = this.#tracks[this.#kindOf(sender)];
        return sender.track === track || this.#closed ? undefined : sender.replaceTrack(track);
      }),
    );
  }

  /** @param {RTCRtpSender} sender @returns {"audio" | "video"} */
  #kindOf(sender) {
    const transceiver = this.connection.getTransceivers().find((each) => each.sender === sender);
    return transceiver?.receiver.track.kind === "audio" ? "audio" : "video";
  }

  /** @param {MediaStreamTrack} track */
  #received(track) {
    this.stream.addTrack(track);
    this.dispatchEvent(new Event("stream"));
  }

  /** @param {RTCDataChannel} channel */
  #opened(channel) {
    this.#channel = channel;
    channel.addEventListener("open", () => this.sign(this.#ownSigns));
    channel.addEventListener("message", ({ data }) => {
      this.signs = readSigns(data);
      this.dispatchEvent(new Event("signs"));
    });
  }

  #stateChanged() {
    this.#watch();
    if (this.state === "connected") this.#limit();
    this.dispatchEvent(new Event("state"));
  }

  #watch() {
    clearTimeout(this.#patience);
    if (this.state === "connected" || this.#closed) return;
    this.#patience = setTimeout(() => {
      this.onStuck(this);
      this.#watch();
    }, this.patience);
  }
}

/** @param {unknown} data @returns {Signs | null} */
function readSigns(data) {
  try {
    const signs = JSON.parse(String(data));
    return { sound: signs.sound === true, picture: signs.picture === true, screen: signs.screen === true };
  } catch {
    return null;
  }
}
