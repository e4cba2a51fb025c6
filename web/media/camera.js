/**
 * This person's own picture and sound: asked for once, kept through every change of room.
 *
 * Everything works without a camera, without a microphone, or without both.
 *
 * @import {Trouble} from "./trouble.js"
 */
import { SoftPicture, blurBackground, canBlurBackground } from "./soft-picture.js";
import { troubleOf } from "./trouble.js";

/** Enough for a face in a small room; a mesh of six still fits a home connection. */
const PICTURE = { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 24, max: 30 } };
const SOUND = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
/** Text stays readable, and scrolling does not drown everything else. */
const SCREEN = { frameRate: { max: 15 }, width: { max: 1920 }, height: { max: 1080 } };

/**
 * @typedef {object} Choice remembered on this device
 * @property {string} [camera] device id
 * @property {string} [microphone]
 * @property {"all" | "sound" | "none"} [devices] what is asked for at all; `none` listens only
 * @property {boolean} [soft] whether the picture is blurred
 */

export class Camera extends EventTarget {
  /** The camera's own track. @type {MediaStreamTrack | null} */
  video = null;
  /** @type {MediaStreamTrack | null} */
  audio = null;
  /** The screen that is shared, in place of the camera. @type {MediaStreamTrack | null} */
  screen = null;
  /** What the preview shows: without sound, which a browser would play into the void at some cost. */
  stream = new MediaStream();
  /** @type {Trouble | null} */
  trouble = null;
  /** Whether the browser is asking the person right now. */
  asking = false;
  muted = false;
  hidden = false;
  /** @type {SoftPicture | null} */
  #soft = null;
  /** @type {Promise<void>} */
  #opening = Promise.resolve();

  /** @param {Choice} choice */
  constructor(choice) {
    super();
    this.choice = choice;
    navigator.mediaDevices?.addEventListener?.("devicechange", () => this.#plugged());
  }

  /** Opens the devices chosen, and settles for what there is. Never rejects: `trouble` says what is missing. */
  open() {
    this.#opening = this.#opening.then(() => this.#open());
    return this.#opening;
  }

  /** Takes other devices; tracks of the old ones end. @param {Choice} choice */
  choose(choice) {
    Object.assign(this.choice, choice);
    return this.open();
  }

  /** @param {boolean} soft */
  blur(soft) {
    this.choice.soft = soft;
    this.#soften();
    this.#apply();
  }

  /** @param {boolean} muted */
  mute(muted) {
    this.muted = muted;
    this.#apply();
  }

  /** @param {boolean} hidden */
  hide(hidden) {
    this.hidden = hidden;
    this.#apply();
  }

  /**
   * Shows the screen, or a window, in place of the camera until `unshare` or until the browser's own button.
   * @param {() => boolean} isWelcome asked once the person has chosen, which may take a while
   */
  async share(isWelcome) {
    let track;
    try {
      [track] = (await navigator.mediaDevices.getDisplayMedia({ video: SCREEN })).getVideoTracks();
    } catch {
      return; // They thought better of it.
    }
    if (!isWelcome()) return track.stop();
    track.contentHint = "detail";
    track.addEventListener("ended", () => this.unshare());
    this.screen = track;
    this.#apply();
  }

  unshare() {
    if (!this.screen) return;
    this.screen.stop();
    this.screen = null;
    this.#apply();
  }

  /** What the others get. */
  get outgoing() {
    return { audio: this.audio, video: this.screen ?? this.#soft?.track ?? this.video };
  }

  /** Whether others get to see us, or our screen. */
  get shows() {
    return this.screen !== null || (this.video !== null && !this.hidden);
  }

  /** Whether others get to hear us. */
  get sounds() {
    return this.audio !== null && !this.muted;
  }

  /** @param {"videoinput" | "audioinput"} kind @returns {Promise<MediaDeviceInfo[]>} */
  async devices(kind) {
    const all = (await navigator.mediaDevices?.enumerateDevices?.()) ?? [];
    return all.filter((device) => device.kind === kind && device.deviceId !== "");
  }

  close() {
    this.unshare();
    this.#take(null, null);
  }

  async #open() {
    this.trouble = null;
    const { devices = "all" } = this.choice;
    if (devices === "none") return this.#take(null, null);
    this.asking = true;
    this.dispatchEvent(new Event("change"));
    const both = devices === "sound" ? null : await this.#ask({ audio: true, video: true });
    if (both) return this.#take(both.getVideoTracks()[0] ?? null, both.getAudioTracks()[0] ?? null);
    const trouble = this.trouble;
    const sound = trouble === "unsupported" ? null : await this.#ask({ audio: true });
    const picture = devices === "sound" || sound || trouble === "unsupported" ? null : await this.#ask({ video: true });
    this.trouble = trouble ?? this.trouble;
    this.#take(picture?.getVideoTracks()[0] ?? null, sound?.getAudioTracks()[0] ?? null);
  }

  /**
   * The devices chosen, or any others where those are not there today.
   * @param {{audio?: boolean, video?: boolean}} kinds
   */
  async #ask(kinds) {
    try {
      if (!navigator.mediaDevices) throw new DOMException("", "NotSupportedError");
      return await navigator.mediaDevices.getUserMedia(constraints(kinds, this.choice)).catch((error) => {
        if (error.name !== "OverconstrainedError") throw error;
        return navigator.mediaDevices.getUserMedia(constraints(kinds, {}));
      });
    } catch (error) {
      this.trouble = troubleOf(error);
      return null;
    }
  }

  /** @param {MediaStreamTrack | null} video @param {MediaStreamTrack | null} audio */
  #take(video, audio) {
    for (const track of [this.video, this.audio]) track?.stop();
    this.asking = false;
    this.video = video;
    this.audio = audio;
    if (video) video.contentHint = "motion";
    for (const track of [video, audio]) track?.addEventListener("ended", () => this.#unplugged(track));
    this.#soften();
    this.#apply();
  }

  #soften() {
    this.#soft?.stop();
    this.#soft = null;
    const { video, choice } = this;
    if (!video) return;
    if (canBlurBackground(video)) blurBackground(video, choice.soft === true);
    else if (choice.soft) this.#soft = new SoftPicture(video);
  }

  /** A device that was pulled out leaves the other one going. @param {MediaStreamTrack} track */
  #unplugged(track) {
    if (track !== this.video && track !== this.audio) return;
    const kind = track === this.video ? "camera" : "microphone";
    if (track === this.video) this.video = null;
    else this.audio = null;
    this.#soften();
    this.trouble = "missing";
    this.#apply();
    this.dispatchEvent(new CustomEvent("unplugged", { detail: kind }));
  }

  /** What was missing may be there now. */
  #plugged() {
    if (this.trouble === "missing" && !this.asking) this.open();
  }

  #apply() {
    const { audio, video } = this.outgoing;
    for (const track of [this.video, this.#soft?.track]) if (track) track.enabled = !this.hidden;
    if (audio) audio.enabled = !this.muted;
    if (this.stream.getVideoTracks().at(0) !== (video ?? undefined)) this.stream = new MediaStream(video ? [video] : []);
    this.dispatchEvent(new Event("change"));
  }
}

/**
 * A device that was chosen is demanded: as a mere wish it would lose against another that fits the picture's size.
 * @param {{audio?: boolean, video?: boolean}} kinds @param {Choice} choice @returns {MediaStreamConstraints}
 */
function constraints({ audio = false, video = false }, { camera, microphone }) {
  return {
    audio: audio && { ...SOUND, ...(microphone ? { deviceId: { exact: microphone } } : {}) },
    video: video && { ...PICTURE, ...(camera ? { deviceId: { exact: camera } } : {}) },
  };
}
