/**
 * What a host asks of the server, from whichever page: first a question where nothing takes it back, afterwards an offer
 * to take it back.
 *
 * @import {ConfirmDialog} from "../elements/confirm-dialog.js"
 * @import {NoticeBar} from "../elements/notice-bar.js"
 * @import {Roster} from "../protocol/roster.js"
 * @import {Session} from "../protocol/session.js"
 * @import {Key} from "../languages/text.js"
 * @import {Request} from "../protocol/undo.js"
 */
import { beforeOf } from "../protocol/moves.js";
import { RequestError } from "../protocol/connection.js";
import { undoOf } from "../protocol/undo.js";
import { refusalText } from "../elements/refusal.js";
import { text } from "../languages/text.js";
import { doneOf, isReady, questionOf, valuesOf } from "./sentences.js";

export class Commands {
  /** @param {{session: Session, roster: Roster, dialog: ConfirmDialog, notices: NoticeBar}} parts */
  constructor({ session, roster, dialog, notices }) {
    this.session = session;
    this.roster = roster;
    this.dialog = dialog;
    this.notices = notices;
  }

  /**
   * Asks the server, and says whether it was done.
   * @param {Request} request @param {string | null} [question] which one to ask first, where the request alone does not say
   */
  async ask(request, question = questionOf(request, this.roster)) {
    const values = valuesOf(request, this.roster);
    if (question && !(await this.#isMeant(question, values))) return false;
    const before = beforeOf(request, this.roster);
    const answer = await this.#send(request);
    if (!answer) return false;
    const sentence = doneOf(request, this.roster);
    if (sentence) this.#tell(sentence, values, undoOf(request, { ...before, answer }));
    return true;
  }

  /** What the server answers; null where it refuses, which is said. @param {Request} request */
  async #send(request) {
    try {
      return await this.session.request(request);
    } catch (error) {
      this.notices.complain(error instanceof RequestError ? refusalText(error) : text("error.offline"));
      return null;
    }
  }

  /** @param {string} sentence @param {Record<string, string | number>} values @param {Request[]} undo */
  #tell(sentence, values, undo) {
    const words = text(/** @type {Key} */ (`host.done.${sentence}`), values);
    if (undo.length === 0) return this.notices.tell(words);
    this.notices.tell(words, { label: text("host.undo"), act: () => this.#takeBack(undo) });
  }

  /** One after the other; what is refused leaves the rest as it is. @param {Request[]} undo */
  async #takeBack(undo) {
    for (const request of undo) if (!(await this.#send(request))) return;
    this.notices.tell(text("host.undone"));
  }

  /** @param {string} question @param {Record<string, string | number>} values */
  #isMeant(question, values) {
    const words = (/** @type {string} */ part) => text(/** @type {Key} */ (`host.ask.${question}.${part}`), values);
    return this.dialog.ask({
      title: words("title"), text: words("text"), yes: words("yes"), no: text("host.cancel"), ready: isReady(question),
    });
  }
}
