/**
 * What is written in the room: shown, counted while nobody looks, and forgotten with the room.
 *
 * @import {Session} from "../protocol/session.js"
 * @import {Chat} from "../protocol/messages.js"
 * @import {ChatPanel} from "../elements/chat-panel.js"
 * @import {NoticeBar} from "../elements/notice-bar.js"
 */
import { text } from "../languages/text.js";
import { listen, show } from "../elements/build.js";

export class Conversation {
  unread = 0;

  /** @param {ChatPanel} panel @param {Session} session @param {NoticeBar} notices @param {() => void} changed */
  constructor(panel, session, notices, changed) {
    this.panel = panel;
    this.session = session;
    this.notices = notices;
    this.changed = changed;
    listen(panel, "say", (words, event) => this.#say(words, event));
    listen(panel, "close", () => this.open(false));
  }

  get isOpen() {
    return !this.panel.hidden;
  }

  /** @param {boolean} open */
  open(open) {
    if (open === this.isOpen) return;
    show(this.panel, open);
    this.unread = 0;
    if (open) this.panel.focusText();
    this.changed();
  }

  /** Another room, other words. */
  clear() {
    this.panel.clear();
    this.unread = 0;
    this.changed();
  }

  /** @param {Chat} chat */
  hear(chat) {
    const { running } = this.session.seat;
    const from = [...(running?.peers ?? []), ...(running?.around ?? [])].find(({ id }) => id === chat.from);
    this.panel.add(from?.name ?? "", chat.text);
    if (!this.isOpen) this.unread += 1;
    this.changed();
  }

  /** @param {string} words @param {Event} event prevented where nothing could be sent */
  #say(words, event) {
    const { running, you } = this.session.seat;
    const room = running?.room?.id;
    if (room && this.session.connection.send({ type: "chat", room, from: you?.id, text: words })) {
      this.panel.add("", words, true);
    } else {
      event.preventDefault();
      this.notices.complain(text("error.offline"));
    }
  }
}
