/**
 * This person's own picture and sound: asked for once, kept through every change of room.
 *
 * Everything works without a camera, without a microphone, or without both.
 */

/** Enough for a face in a small room; a mesh of six still fits a home connection. */
const PICTURE = { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 24, max: 30 } };
const SOUND = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/**
 * @typedef {object} Choice remembered on this device
 * @property {string} [camera] device id
 * @property {string} [microphone]
 * @property {boolean} [soundOnly] no camera is asked for
 */

/** @typedef {"denied" | "missing" | "busy" | "unsupported"} Trouble */

export class Camera extends EventTarget {
  /** @type {MediaStreamTrack | null} */
  video = null;
  /** @type {MediaStreamTrack | null} */
  audio = null;
  /** What the preview shows: our own tracks, never sent as such. */
  stream = new MediaStream();
  /** @type {Trouble | null} */
  trouble = null;
  /** Whether the browser is asking the person right now. */
  asking = false;
  muted = false;
  hidden = false;
  /** @type {Promise<void>} */
  #opening = Promise.resolve();

  /** @param {Choice} choice */
  constructor(choice) {
    super();
    this.choice = choice;
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

  /** Whether others get to see us. */
  get shows() {
    return this.video !== null && !this.hidden;
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
    this.#take(null, null);
  }

  async #open() {
    this.trouble = null;
    this.asking = true;
    this.dispatchEvent(new Event("change"));
    const { camera, microphone, soundOnly } = this.choice;
    const audio = { ...SOUND, ...(microphone ? { deviceId: { ideal: microphone } } : {}) };
    const video = { ...PICTURE, ...(camera ? { deviceId: { ideal: camera } } : {}) };
    const both = soundOnly ? null : await this.#ask({ audio, video });
    if (both) return this.#take(both.getVideoTracks()[0] ?? null, both.getAudioTracks()[0] ?? null);
    const trouble = this.trouble;
    const sound = trouble === "unsupported" ? null : await this.#ask({ audio });
    const picture = soundOnly || sound || trouble === "unsupported" ? null : await this.#ask({ video });
    this.trouble = trouble ?? this.trouble;
    this.#take(picture?.getVideoTracks()[0] ?? null, sound?.getAudioTracks()[0] ?? null);
  }

  /** @param {MediaStreamConstraints} constraints */
  async #ask(constraints) {
    try {
      if (!navigator.mediaDevices) throw new DOMException("", "NotSupportedError");
      return await navigator.mediaDevices.getUserMedia(constraints);
    } catch (error) {
      this.trouble = troubleOf(error);
      return null;
    }
  }

  /** @param {MediaStreamTrack | null} video @param {MediaStreamTrack | null} audio */
  #take(video, audio) {
    for (const track of this.stream.getTracks()) track.stop();
    const tracks = [video, audio].filter((track) => track !== null);
    this.asking = false;
    this.video = video;
    this.audio = audio;
    this.stream = new MediaStream(tracks);
    if (video) video.contentHint = "motion";
    for (const track of tracks) track.addEventListener("ended", () => this.#unplugged(track));
    this.#apply();
  }

  /** A device that was pulled out leaves the other one going. @param {MediaStreamTrack} track */
  #unplugged(track) {
    if (track !== this.video && track !== this.audio) return;
    if (track === this.video) this.video = null;
    else this.audio = null;
    this.trouble = "missing";
    this.#apply();
  }

  #apply() {
    if (this.video) this.video.enabled = !this.hidden;
    if (this.audio) this.audio.enabled = !this.muted;
    this.dispatchEvent(new Event("change"));
  }
}

/** @param {unknown} error @returns {Trouble} */
function troubleOf(error) {
  switch (error instanceof DOMException ? error.name : "") {
    case "NotAllowedError":
    case "SecurityError":
      return "denied";
    case "NotReadableError":
    case "AbortError":
      return "busy";
    case "NotSupportedError":
      return "unsupported";
    default:
      return "missing";
  }
}
