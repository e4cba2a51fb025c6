/**
 * What a host asks of the server: first a question where nothing takes it back, afterwards an offer to take it back.
 *
 * @import {ConfirmDialog} from "../elements/confirm-dialog.js"
 * @import {NoticeBar} from "../elements/notice-bar.js"
 * @import {Session} from "../protocol/session.js"
 * @import {Key} from "../languages/text.js"
 * @import {Request} from "../protocol/undo.js"
 *
 * @typedef {object} Circumstances
 * @property {Record<string, string | number>} [values] for the sentences
 * @property {string | null} [from] the room that somebody is moved out of
 * @property {string | null} [question] which question to ask first, where the request alone does not say
 * @property {string} [done] which sentence to say afterwards, where the request alone does not say
 */
import { RequestError } from "../protocol/connection.js";
import { undoOf } from "../protocol/undo.js";
import { refusalText } from "../elements/refusal.js";
import { text } from "../languages/text.js";

/** Requests that always ask first. @type {Record<string, string>} */
const QUESTIONS = {
  rotate: "rotate", "round.end": "end", "agenda.stop": "stop", "gathering.close": "close", "person.remove": "remove", "pair.keep": "apart",
};
/** Questions whose yes is no loss to anybody: Enter says it. */
const READY = new Set(["rotate", "start", "next"]);
/** What is said when it is done. @type {Record<string, string>} */
const DONE = { "round.start": "start", "round.pause": "pause", "round.resume": "resume", "pair.keep": "apart", "person.move": "move" };

export class Commands {
  /** @param {Session} session @param {ConfirmDialog} dialog @param {NoticeBar} notices */
  constructor(session, dialog, notices) {
    this.session = session;
    this.dialog = dialog;
    this.notices = notices;
  }

  /**
   * Asks the server, and says whether it was done.
   * @param {Request} request @param {Circumstances} [circumstances]
   */
  async ask(request, { values = {}, from = null, question = QUESTIONS[request.type], done } = {}) {
    if (question && !(await this.#isMeant(question, values))) return false;
    if (!(await this.#send(request))) return false;
    const sentence = done ?? (request.type === "round.extend" ? (Number(request.seconds) > 0 ? "extend" : "shorten") : DONE[request.type]);
    if (sentence) this.#tell(sentence, values, undoOf(request, { from }));
    return true;
  }

  /** @param {Request} request */
  async #send(request) {
    try {
      await this.session.request(request);
      return true;
    } catch (error) {
      this.notices.complain(error instanceof RequestError ? refusalText(error) : text("error.offline"));
      return false;
    }
  }

  /** @param {string} sentence @param {Record<string, string | number>} values @param {Request | null} undo */
  #tell(sentence, values, undo) {
    const words = text(/** @type {Key} */ (`host.done.${sentence}`), values);
    if (!undo) return this.notices.tell(words);
    const act = async () => {
      if (await this.#send(undo)) this.notices.tell(text("host.undone"));
    };
    this.notices.tell(words, { label: text("host.undo"), act });
  }

  /** @param {string} question @param {Record<string, string | number>} values */
  #isMeant(question, values) {
    const words = (/** @type {string} */ part) => text(/** @type {Key} */ (`host.ask.${question}.${part}`), values);
    return this.dialog.ask({
      title: words("title"), text: words("text"), yes: words("yes"), no: text("host.cancel"), ready: READY.has(question),
    });
  }
}
