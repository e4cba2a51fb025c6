/**
 * A camera's picture without its details: drawn very small and back to size, which costs next to nothing. Where the
 * camera can blur its own background, that is used instead and the face stays clear.
 */

/** Pixels of the smallest copy: a face remains a face, and the shelf behind it nobody's business. */
const GRAIN = { width: 24, height: 18 };
const RATE = 20;

/** @param {MediaStreamTrack} track */
export function canBlurBackground(track) {
  const { backgroundBlur } = /** @type {{backgroundBlur?: boolean[]}} */ (track.getCapabilities?.() ?? {});
  return backgroundBlur?.includes(true) === true;
}

/** @param {MediaStreamTrack} track @param {boolean} on */
export function blurBackground(track, on) {
  const constraints = /** @type {MediaTrackConstraints} */ ({ backgroundBlur: on });
  return track.applyConstraints(constraints).catch(() => {});
}

export class SoftPicture {
  #source = document.createElement("video");
  #grain = Object.assign(document.createElement("canvas"), GRAIN);
  #canvas = document.createElement("canvas");

  /** @param {MediaStreamTrack} track of the camera; it stays the caller's */
  constructor(track) {
    const { width = 640, height = 480 } = track.getSettings();
    Object.assign(this.#canvas, { width, height });
    this.#source.muted = true;
    this.#source.srcObject = new MediaStream([track]);
    this.#source.play().catch(() => {});
    this.timer = setInterval(() => this.#draw(), 1000 / RATE);
    this.#draw();
    this.track = this.#canvas.captureStream(RATE).getVideoTracks()[0];
  }

  stop() {
    clearInterval(this.timer);
    this.track.stop();
    this.#source.srcObject = null;
  }

  #draw() {
    const small = this.#grain.getContext("2d");
    const large = this.#canvas.getContext("2d");
    if (!small || !large) return;
    small.drawImage(this.#source, 0, 0, GRAIN.width, GRAIN.height);
    large.imageSmoothingQuality = "high";
    large.drawImage(this.#grain, 0, 0, this.#canvas.width, this.#canvas.height);
  }
}
