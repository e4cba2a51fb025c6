/**
 * The way in: what a link leads to, and who is told at once that it leads nowhere.
 *
 * @import {Camera} from "../media/camera.js"
 * @import {Session} from "../protocol/session.js"
 * @import {JoinForm} from "../elements/join-form.js"
 * @import {Ending} from "../elements/farewell-view.js"
 *
 * @typedef {object} Parts
 * @property {{gathering: string}} place
 * @property {Session} session
 * @property {Camera} camera
 * @property {{resume: string | null, venue: boolean}} tab
 * @property {{name: string, headline: string, topics: string, contact: string}} device
 * @property {{name?: string, nbf?: number}} claims
 */
import { RequestError } from "../protocol/connection.js";
import { text } from "../languages/text.js";
import { listen, show } from "../elements/build.js";
import { readTopics } from "../elements/join-form.js";
import { refusalText } from "../elements/refusal.js";

/** What the server says of a link that is no good; anything else may be better in a moment. */
const REFUSALS = new Set(["unauthorized", "not-found", "forbidden", "malformed"]);
/** Milliseconds: browsers count no further. */
const LONGEST_TIMER = 2 ** 31 - 1;

export class Door {
  /**
   * @param {JoinForm} form @param {Parts} parts
   * @param {{title: (words: string) => void, end: (ending: Ending, phase: string) => void, isOver: () => void}} tell
   */
  constructor(form, parts, tell) {
    this.form = form;
    this.parts = parts;
    this.tell = tell;
  }

  /** Opens the door, or goes straight back in where this tab was in before. @returns {boolean} whether there is one */
  open() {
    const { place, session, camera, tab, device, claims } = this.parts;
    if (!place.gathering) return this.#turnAway({ kind: "refused", words: text("error.no-gathering") }, "error");
    if (claims.nbf && claims.nbf * 1000 > Date.now()) return this.#early(claims.nbf * 1000);
    this.form.start({ camera, settings: device, givenName: claims.name });
    show(this.form, false);
    listen(this.form, "join", (profile) => this.#join(profile));
    listen(this.form, "place", (chosen) => (chosen === "online" ? camera.open() : camera.close()));
    listen(session, "refused", (refusal) => this.#refuse(refusal));
    if (tab.resume) {
      if (!tab.venue) camera.open();
      this.#join();
    } else {
      this.#look();
    }
    return true;
  }

  /** Nobody is asked for a name or a camera who could not come in anyway. */
  async #look() {
    const { session, camera } = this.parts;
    let asksForPlace = false;
    try {
      const look = await session.look();
      this.tell.title(look.gathering.title);
      if (look.phase.name === "ended") return this.tell.isOver();
      asksForPlace = look.gathering.venue === true;
      this.form.welcome(look);
    } catch (error) {
      // Who can't reach the server now may fill in the form meanwhile.
      if (error instanceof RequestError && REFUSALS.has(error.code)) return this.#refuse(error);
    }
    show(this.form, true);
    // Where there is a venue, the camera waits for whoever says to be at home.
    if (!asksForPlace) camera.open();
  }

  /** @param {object} [profile] */
  #join(profile) {
    const { session, device } = this.parts;
    const { name, headline, topics, contact } = device;
    this.form.busy = true;
    session.join(profile ?? { name, profile: { headline, topics: readTopics(topics), company: "" }, contact });
  }

  /** The link opens later: this page is there when it does. @param {number} opensAt */
  #early(opensAt) {
    const time = new Date(opensAt).toLocaleString(document.documentElement.lang, { dateStyle: "full", timeStyle: "short" });
    setTimeout(() => location.reload(), Math.min(opensAt - Date.now() + 500, LONGEST_TIMER));
    return this.#turnAway({ kind: "early", words: text("early.text", { time }) }, "early");
  }

  /** @param {{code: string, message: string}} refusal */
  #refuse({ code, message }) {
    if (code === "malformed" && !this.form.hidden) return this.form.complain(message);
    this.#turnAway({ kind: "refused", words: `${refusalText({ code, message })} ${text("closed.refused")}` }, "error");
  }

  /** @param {Ending} ending @param {string} phase */
  #turnAway(ending, phase) {
    this.tell.end(ending, phase);
    return false;
  }
}
