/**
 * The host's desk: what the session tells goes to head, drawing and controls, what the host presses goes to the server.
 *
 * @import {ServerMessage} from "../protocol/messages.js"
 * @import {Session} from "../protocol/session.js"
 * @import {Request} from "../protocol/undo.js"
 */
import { RequestError } from "../protocol/connection.js";
import { possible, Roster } from "../protocol/roster.js";
import { roomName } from "../elements/room-name.js";
import { refusalText } from "../elements/refusal.js";
import { text } from "../languages/text.js";
import { find, listen } from "../elements/build.js";
import { AgendaControls } from "../elements/agenda-controls.js";
import { AnnounceForm } from "../elements/announce-form.js";
import { ConfirmDialog } from "../elements/confirm-dialog.js";
import { HostControls } from "../elements/host-controls.js";
import { NoticeBar } from "../elements/notice-bar.js";
import { PeopleRoster } from "../elements/people-roster.js";
import { RoomCards } from "../elements/room-cards.js";
import { VenueTables } from "../elements/venue-tables.js";
import { Commands } from "./commands.js";
import { Drawing } from "./drawing.js";
import { Hands } from "./hands.js";
import { Head } from "./head.js";
import { KeyActs } from "./key-acts.js";
import { visit } from "./visit.js";

export class Desk {
  #agenda = find(AgendaControls, "agenda-controls");
  #controls = find(HostControls, "host-controls");
  #announce = find(AnnounceForm, "announce-form");
  #cards = find(RoomCards, "room-cards");
  #notices = find(NoticeBar, "notice-bar");
  #tables = find(VenueTables, "venue-tables");
  #close = find(HTMLButtonElement, "[data-testid=close]");
  #roster = new Roster();
  #drawing = new Drawing(this.#roster);

  /** @param {Session} session @param {string} link to join @param {{keys: boolean}} device what this device remembers */
  constructor(session, link, device) {
    const notices = this.#notices;
    this.session = session;
    this.commands = new Commands({ session, roster: this.#roster, dialog: find(ConfirmDialog, "confirm-dialog"), notices });
    this.head = new Head(session, link, () => notices.tell(text("host.copied")));
    this.#close.append(text("host.close"));
    this.#listen();
    this.hands = new Hands(find(HTMLElement, "main"), this.#roster, (request) => this.#ask(request));
    this.keyActs = new KeyActs({ session, commands: this.commands, notices, device });
  }

  /** @param {boolean} hasToken */
  begin(hasToken) {
    this.#controls.update(null);
    if (hasToken) this.session.join();
    else this.#stop(text("error.no-token"));
  }

  #listen() {
    const { session } = this;
    listen(session, "message", (message) => this.#message(message));
    listen(session, "seat", () => this.#update());
    listen(session, "connection", ({ state, code }) => this.#connection(state, code));
    listen(session, "refused", ({ message }) => this.#stop(`${message} ${text("closed.refused")}`));
    for (const element of [this.#controls, this.#agenda, this.#tables]) listen(element, "request", (request) => this.#ask(request));
    listen(this.#announce, "say", (words) => this.#say(words));
    listen(find(PeopleRoster, "people-roster"), "remove", ({ id }) => this.#ask({ type: "person.remove", person: id }));
    listen(this.#close, "click", () => this.#ask({ type: "gathering.close" }));
    listen(this.#cards, "seen", (call) => this.#ask({ type: "help.done", ...call }));
    listen(find(HTMLElement, "main"), "visit", (room) => this.#visit(room));
    addEventListener("online", () => session.connection.hurry());
    document.addEventListener("visibilitychange", () => !document.hidden && session.connection.hurry());
  }

  // What the session tells

  /** @param {ServerMessage} message */
  #message(message) {
    if (message.type === "welcome") this.#fetch();
    if (message.type === "roster.change") this.#drawing.touch(this.#roster.merge(message.people).people);
    if (message.type === "tables") this.#tables.update(message.tables);
    if (message.type === "help" && message.room) {
      const { room } = message;
      this.#cards.call({ ...message, room });
      const table = this.#roster.people.get(message.from)?.table;
      if (message.on) this.#notices.tell(`${roomName(room, table)} ${text("host.room.help")}`);
    }
  }

  /** The whole roster, after every welcome: what was missed meanwhile is in it. */
  async #fetch() {
    const answer = await this.session.request({ type: "roster" }).catch(() => null);
    if (answer) this.#drawing.touch(this.#roster.reset(answer.people).people);
  }

  #update() {
    const { phase, you, agenda } = this.session.seat;
    const { dataset } = document.documentElement;
    dataset.phase = phase?.name === "break" ? "lobby" : (phase?.name ?? "joining");
    dataset.round = String(phase?.round ?? "");
    dataset.you = you?.id ?? "";
    this.head.update();
    this.#controls.update(phase);
    this.#agenda.update(agenda);
    this.#drawing.isRound = phase?.name === "round";
    this.#announce.enabled = possible(phase).has("announce");
    this.#close.disabled = !possible(phase).has("close");
  }

  /** @param {import("../protocol/connection.js").ConnectionState} state @param {number | null} code */
  #connection(state, code) {
    document.documentElement.dataset.connection = state === "open" || state === "closed" ? state : "reconnecting";
    if (state === "reconnecting") this.#notices.hold("connection", text("error.offline"));
    if (state === "open") this.#notices.withdraw("connection");
    if (state === "closed" && code !== 1000 && code !== 4503) this.#stop(text(code === 4501 ? "closed.elsewhere" : "closed.other"));
  }

  /** @param {string} words */
  #stop(words) {
    this.#notices.withdraw("connection");
    this.#notices.hold("stopped", words);
    document.documentElement.dataset.phase = "error";
    this.#controls.update(null);
  }

  // What the host presses

  /** @param {Request} request */
  #ask(request) {
    return this.commands.ask(request);
  }

  /** @param {string} words */
  async #say(words) {
    if (await this.#ask({ type: "announce", text: words })) this.#announce.clear();
  }

  /** @param {string} room */
  async #visit(room) {
    try {
      if (!(await visit(this.session, room))) this.#notices.complain(text("host.visit.blocked"));
    } catch (error) {
      this.#notices.complain(error instanceof RequestError ? refusalText(error) : text("error.offline"));
    }
  }
}
