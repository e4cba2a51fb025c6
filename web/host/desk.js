/**
 * The host's desk: what the session tells goes to roster and cards, what the host presses goes to the server.
 *
 * @import {Phase, ServerMessage} from "../protocol/messages.js"
 * @import {Session} from "../protocol/session.js"
 * @import {Act} from "../protocol/shortcuts.js"
 * @import {Request} from "../protocol/undo.js"
 */
import { Backlog } from "../protocol/backlog.js";
import { remaining } from "../protocol/countdown.js";
import { leftBehind, MOST } from "../protocol/moves.js";
import { possible, roomNumber, Roster } from "../protocol/roster.js";
import { roomName } from "../elements/room-name.js";
import { refusalText } from "../elements/refusal.js";
import { text } from "../languages/text.js";
import { find, h, icon, listen, write } from "../elements/build.js";
import { AnnounceForm } from "../elements/announce-form.js";
import { ConfirmDialog } from "../elements/confirm-dialog.js";
import { CountDown } from "../elements/count-down.js";
import { AgendaControls } from "../elements/agenda-controls.js";
import { EveningLine } from "../elements/evening-line.js";
import { HostControls } from "../elements/host-controls.js";
import { NoticeBar } from "../elements/notice-bar.js";
import { PeopleRoster } from "../elements/people-roster.js";
import { PersonMenu } from "../elements/person-menu.js";
import { RoomCards } from "../elements/room-cards.js";
import { ShortcutList } from "../elements/shortcut-list.js";
import { VenueTables } from "../elements/venue-tables.js";
import { WaitingList } from "../elements/waiting-list.js";
import { Carry } from "./carry.js";
import { RequestError } from "../protocol/connection.js";
import { Commands } from "./commands.js";
import { Keys } from "./keys.js";
import { visit } from "./visit.js";

/** People drawn in one frame: few enough that no frame is late, enough that a thousand are there in half a second. */
const DRAWN = 48;

export class Desk {
  #agenda = find(AgendaControls, "agenda-controls");
  #controls = find(HostControls, "host-controls");
  #announce = find(AnnounceForm, "announce-form");
  #cards = find(RoomCards, "room-cards");
  #people = find(PeopleRoster, "people-roster");
  #notices = find(NoticeBar, "notice-bar");
  #waiting = find(WaitingList, "waiting-list");
  #tables = find(VenueTables, "venue-tables");
  #line = find(EveningLine, "evening-line");
  #menu = find(PersonMenu, "person-menu");
  #shortcuts = find(ShortcutList, "shortcut-list");
  #clock = find(CountDown, "count-down");
  #phaseName = find(HTMLElement, "[data-testid=host-phase]");
  #present = find(HTMLElement, "[data-testid=present-count]");
  #title = find(HTMLElement, "h1");
  #close = find(HTMLButtonElement, "[data-testid=close]");
  #roster = new Roster();
  #stale = new Backlog();
  #drawing = false;
  #isRound = false;

  /** @param {Session} session @param {string} link to join @param {{keys: boolean}} device what this device remembers */
  constructor(session, link, device) {
    this.session = session;
    this.link = link;
    this.device = device;
    this.commands = new Commands(session, find(ConfirmDialog, "confirm-dialog"), this.#notices);
  }

  /** @param {boolean} hasToken */
  begin(hasToken) {
    const { session } = this;
    this.#clock.left = () => remaining(session.seat.phase, session.clock.now());
    this.#clock.stands = () => session.seat.phase?.paused === true;
    this.#line.now = () => session.clock.now();
    this.#close.append(text("host.close"));
    this.#showLink();
    listen(session, "message", (message) => this.#message(message));
    listen(session, "seat", () => this.#phaseChanged());
    listen(session, "connection", ({ state, code }) => this.#connection(state, code));
    listen(session, "refused", ({ message }) => this.#stop(`${message} ${text("closed.refused")}`));
    for (const element of [this.#controls, this.#agenda, this.#menu, this.#tables]) listen(element, "request", (request) => this.#ask(request));
    listen(this.#announce, "say", (words) => this.#say(words));
    listen(this.#people, "remove", ({ id }) => this.#ask({ type: "person.remove", person: id }));
    listen(this.#close, "click", () => this.#ask({ type: "gathering.close" }));
    listen(this.#cards, "seen", (room) => this.#ask({ type: "help.done", room }));
    listen(find(HTMLElement, "main"), "visit", (room) => this.#visit(room));
    this.#hands();
    addEventListener("online", () => session.connection.hurry());
    document.addEventListener("visibilitychange", () => !document.hidden && session.connection.hurry());
    this.#controls.update(null);
    if (hasToken) session.join();
    else this.#stop(text("error.no-token"));
  }

  /** @param {string} room */
  async #visit(room) {
    try {
      if (!(await visit(this.session, room))) this.#notices.complain(text("host.visit.blocked"));
    } catch (error) {
      this.#notices.complain(error instanceof RequestError ? refusalText(error) : text("error.offline"));
    }
  }

  /** What is done to people with a pointer, and to everything by a key. */
  #hands() {
    const ground = find(HTMLElement, "main");
    listen(ground, "person", (person) => {
      const entry = this.#roster.people.get(person);
      if (entry) this.#menu.open(entry, this.#roster);
    });
    new Carry(ground, {
      mayDrop: (person, room) => this.#roster.people.get(person)?.room !== room && (this.#roster.rooms.get(room)?.size ?? MOST) < MOST,
      drop: (person, room) => this.#ask({ type: "person.move", person, room }),
    }).begin();
    const list = find(HTMLButtonElement, "[data-act=keys]");
    list.append(icon("keyboard"));
    list.ariaLabel = text("host.keys");
    const keys = new Keys(this.device, (act) => this.#key(act, keys));
    listen(list, "click", () => this.#key("keys", keys));
    listen(this.#shortcuts, "switch", (on) => (keys.on = on));
  }

  /** @param {Act} act @param {Keys} keys */
  #key(act, keys) {
    const { phase } = this.session.seat;
    const can = possible(phase);
    if (act === "keys") return this.#shortcuts.open(keys.on);
    if (act === "undo") return this.#notices.act() || this.#notices.tell(text("host.keys.nothing"));
    if (act === "start" && can.has("start")) {
      const request = this.#controls.ready;
      return request && this.#ask(request, "start");
    }
    if (act === "rotate" && can.has("rotate")) return this.#ask({ type: "rotate" });
    if (act === "extend" && can.has("extend")) return this.#ask({ type: "round.extend", seconds: 60 });
    if (act === "pause" && can.has("pause")) return this.#ask({ type: "round.pause" });
    if (act === "pause" && can.has("resume")) return this.#ask({ type: "round.resume" });
    this.#notices.tell(text(act === "start" && this.#isRound ? "host.keys.running" : "host.keys.nothing"));
  }

  /** @param {ServerMessage} message */
  #message(message) {
    if (message.type === "welcome") this.#fetch();
    if (message.type === "roster.change") this.#touch(this.#roster.merge(message.people).people);
    if (message.type === "tables") this.#tables.update(message.tables);
    if (message.type === "help" && message.room) {
      this.#cards.call(message.room, message.on);
      const table = this.#roster.people.get(message.from)?.table;
      if (message.on) this.#notices.tell(`${roomName(message.room, table)} ${text("host.room.help")}`);
    }
  }

  /** The whole roster, after every welcome: what was missed meanwhile is in it. */
  async #fetch() {
    const answer = await this.session.request({ type: "roster" }).catch(() => null);
    if (answer) this.#touch(this.#roster.reset(answer.people).people);
  }

  /** Changes are drawn once a frame, however many messages bring them. @param {Iterable<string>} people */
  #touch(people) {
    this.#stale.add(people);
    if (this.#drawing || this.#stale.isEmpty) return;
    this.#drawing = true;
    requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    this.#drawing = false;
    const people = this.#stale.take(DRAWN);
    this.#people.update(this.#roster, people);
    this.#cards.update(this.#roster, people);
    this.#waiting.update(this.#roster, people, this.#isRound);
    write(this.#present, text("host.present", { count: this.#roster.present }));
    document.documentElement.toggleAttribute("data-drawing", !this.#stale.isEmpty);
    this.#touch([]);
  }

  #phaseChanged() {
    const { phase, gathering, you } = this.session.seat;
    const { dataset } = document.documentElement;
    dataset.phase = phase?.name === "break" ? "lobby" : (phase?.name ?? "joining");
    dataset.round = String(phase?.round ?? "");
    dataset.you = you?.id ?? "";
    write(this.#title, gathering?.title ?? "");
    document.title = text("page.host", { title: gathering?.title ?? "" });
    write(this.#phaseName, phaseText(phase));
    this.#clock.refresh();
    this.#controls.update(phase);
    this.#agenda.update(this.session.seat.agenda);
    this.#line.update(this.session.seat.agenda, phase);
    this.#wait(phase?.name === "round");
    this.#announce.enabled = possible(phase).has("announce");
    this.#close.disabled = !possible(phase).has("close");
  }

  /** Who sits out is shown as waiting only while the others talk. @param {boolean} isRound */
  #wait(isRound) {
    if (isRound === this.#isRound) return;
    this.#isRound = isRound;
    this.#touch([...this.#roster.people.values()].filter(({ passing, waiting }) => passing || waiting).map(({ id }) => id));
  }

  /** @param {Request} request @param {string} [question] */
  #ask(request, question) {
    if (request.type === "person.move") return this.#move(request);
    if (request.type === "agenda.next" && this.#isRound) question = "next";
    const names = [request.person, ...(Array.isArray(request.people) ? request.people : [])]
      .map((person) => this.#roster.people.get(String(person))?.name ?? "").filter(Boolean);
    const { people = 0, lengthSeconds = 0, rounds = 0 } = request;
    const values = { name: names[0] ?? "", other: names[1] ?? "", people: String(people), minutes: Number(lengthSeconds) / 60, rounds: String(rounds) };
    return this.commands.ask(request, { values, question });
  }

  /** Puts somebody into another room; asks first where nobody could take it back. @param {Request} request */
  #move(request) {
    const entry = this.#roster.people.get(String(request.person));
    if (!entry) return;
    const room = typeof request.room === "string" ? request.room : null;
    const left = leftBehind(this.#roster, entry);
    return this.commands.ask(request, {
      values: { name: entry.name, number: room === null ? "" : roomNumber(room) },
      from: left === "company" ? entry.room : null,
      question: left === "somebody alone" ? "move" : null,
      done: room === null ? "move-free" : "move",
    });
  }

  /** @param {string} words */
  async #say(words) {
    if (!(await this.commands.ask({ type: "announce", text: words }))) return;
    this.#announce.clear();
    this.#notices.tell(text("host.announced"));
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

  #showLink() {
    const { link } = this;
    const copy = async () => {
      await navigator.clipboard.writeText(link);
      this.#notices.tell(text("host.copied"));
    };
    find(HTMLElement, ".host-link").append(
      h("span", { class: "hint" }, text("host.link")), h("a", { href: link, target: "_blank", rel: "noopener" }, link),
      h("button", { type: "button", class: "button quiet icon-button", "aria-label": text("host.copy"), title: text("host.copy"), onclick: copy }, icon("copy")));
  }
}

/** @param {Phase | null} phase */
function phaseText(phase) {
  if (!phase) return "";
  const { name, round, rounds, paused, startsAt } = phase;
  if (name === "ended" || name === "break") return text(`host.phase.${name}`);
  if (name === "lobby") return text(startsAt === null ? "host.phase.lobby" : "host.phase.called");
  if (paused) return text("host.phase.paused", { round });
  return rounds && rounds > round ? text("host.phase.round.of", { round, rounds }) : text("host.phase.round", { round });
}
