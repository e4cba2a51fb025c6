/**
 * What a person has to notice: the last minute and the last seconds, a weak line, a sound that the browser holds back.
 *
 * @import {Camera} from "../media/camera.js"
 * @import {Level} from "../protocol/line.js"
 * @import {Session} from "../protocol/session.js"
 * @import {NoticeBar} from "../elements/notice-bar.js"
 */
import { Chime } from "../media/chime.js";
import { text } from "../languages/text.js";

/** Milliseconds that a phone in the venue shakes and rests: for a new table, for the last minute, for the last seconds. */
const SHAKES = { table: [300, 150, 300], minute: [200], ten: [100, 80, 100] };

export class Cues {
  #chime = new Chime();

  /** @param {NoticeBar} notices @param {{session: Session, camera: Camera, device: {chime: boolean}}} parts */
  constructor(notices, parts) {
    this.notices = notices;
    this.parts = parts;
  }

  /** The last seconds are seen on the clock; who does not see it is told. @param {"minute" | "ten"} cue */
  time(cue) {
    if (this.parts.device.chime) this.#chime.play(cue);
    if (cue === "minute") this.notices.tell(text("notice.minute"));
    else this.notices.whisper(text("notice.ten"));
  }

  /** A phone in a pocket. @param {keyof typeof SHAKES} cue */
  shake(cue) {
    navigator.vibrate?.(SHAKES[cue]);
  }

  /** @param {Level} level */
  line(level) {
    const { session, camera } = this.parts;
    session.connection.send({ type: "quality", level });
    this.notices.withdraw("line");
    if (level !== "weak") return;
    if (!camera.shows) return this.notices.hold("line", text("line.weak"));
    this.notices.hold("line", text("line.weak.picture"), { label: text("control.hide"), act: () => this.#savePicture() });
  }

  /** @param {() => void} play what a press of a button allows */
  silence(play) {
    const act = () => {
      this.notices.withdraw("sound");
      play();
    };
    this.notices.hold("sound", text("notice.silent"), { label: text("control.sound"), act });
  }

  #savePicture() {
    this.notices.withdraw("line");
    this.parts.camera.unshare();
    this.parts.camera.hide(true);
  }
}
