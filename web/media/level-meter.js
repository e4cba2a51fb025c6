/** How loud a microphone is right now, for the moving bar beside the preview. */

/** Times a second that the level is told: smooth to the eye, and next to nothing to compute. */
const RATE = 12;

export class LevelMeter {
  /** @type {AudioContext | null} */
  #context = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;

  /** @param {MediaStreamTrack} track @param {(level: number) => void} tell from 0 to 1 */
  start(track, tell) {
    this.stop();
    this.#context = new AudioContext();
    const analyser = new AnalyserNode(this.#context, { fftSize: 512 });
    this.#context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    this.#timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      tell(Math.min(1, Math.sqrt(power) * 4));
    }, 1000 / RATE);
  }

  stop() {
    clearInterval(this.#timer);
    this.#context?.close();
    this.#context = null;
  }
}
