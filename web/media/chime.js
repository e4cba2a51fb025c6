/** A soft sound for the last minute and the last ten seconds: two sine tones that nobody is startled by. */

/** Hertz, one tone after the other. @type {Record<"minute" | "ten", number[]>} */
const TONES = { minute: [523.25, 659.25], ten: [659.25, 523.25, 659.25] };
/** Of full volume: below speech. */
const LOUDNESS = 0.06;
/** Seconds from one tone to the next. */
const STEP = 0.22;

export class Chime {
  /** @param {"minute" | "ten"} cue */
  play(cue) {
    const context = new AudioContext();
    const { currentTime, destination } = context;
    const tones = TONES[cue];
    for (const [index, frequency] of tones.entries()) {
      const start = currentTime + index * STEP;
      const tone = new OscillatorNode(context, { frequency });
      const volume = new GainNode(context, { gain: 0 });
      volume.gain.setValueAtTime(0, start);
      volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.04);
      volume.gain.exponentialRampToValueAtTime(0.0001, start + STEP * 2);
      tone.connect(volume).connect(destination);
      tone.start(start);
      tone.stop(start + STEP * 2);
      // An open context goes on playing silence, through the change of rooms too.
      if (index === tones.length - 1) tone.addEventListener("ended", () => context.close());
    }
  }
}
