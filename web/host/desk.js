/**
 * The host's desk: what the session tells goes to roster and cards, what the host presses goes to the server.
 *
 * @import {Phase, ServerMessage} from "../protocol/messages.js"
 * @import {Session} from "../protocol/session.js"
 */
import { remaining } from "../protocol/countdown.js";
import { RequestError } from "../protocol/connection.js";
import { possible, Roster } from "../protocol/roster.js";
import { text } from "../languages/text.js";
import { find, h, icon, listen, write } from "../elements/build.js";
import { AnnounceForm } from "../elements/announce-form.js";
import { ConfirmDialog } from "../elements/confirm-dialog.js";
import { CountDown } from "../elements/count-down.js";
import { AgendaControls } from "../elements/agenda-controls.js";
import { HostControls } from "../elements/host-controls.js";
import { NoticeBar } from "../elements/notice-bar.js";
import { PeopleRoster } from "../elements/people-roster.js";
import { RoomCards } from "../elements/room-cards.js";

export class Desk {
  #agenda = find(AgendaControls, "agenda-controls");
  #controls = find(HostControls, "host-controls");
  #announce = find(AnnounceForm, "announce-form");
  #cards = find(RoomCards, "room-cards");
  #people = find(PeopleRoster, "people-roster");
  #notices = find(NoticeBar, "notice-bar");
  #dialog = find(ConfirmDialog, "confirm-dialog");
  #clock = find(CountDown, "count-down");
  #phaseName = find(HTMLElement, "[data-testid=host-phase]");
  #present = find(HTMLElement, "[data-testid=present-count]");
  #title = find(HTMLElement, "h1");
  #close = find(HTMLButtonElement, "[data-testid=close]");
  #roster = new Roster();
  /** What has changed since the page was last drawn. */
  #stale = { people: /** @type {Set<string>} */ (new Set()), rooms: /** @type {Set<string>} */ (new Set()) };
  #drawing = false;

  /** @param {Session} session @param {string} link to join */
  constructor(session, link) {
    this.session = session;
    this.link = link;
  }

  /** @param {boolean} hasToken */
  begin(hasToken) {
    const { session } = this;
    this.#clock.left = () => remaining(session.seat.phase, session.clock.now());
    this.#clock.stands = () => session.seat.phase?.paused === true;
    this.#close.append(text("host.close"));
    this.#showLink();
    listen(session, "message", (message) => this.#message(message));
    listen(session, "seat", () => this.#phaseChanged());
    listen(session, "connection", ({ state, code }) => this.#connection(state, code));
    listen(session, "refused", ({ message }) => this.#stop(`${message} ${text("closed.refused")}`));
    listen(this.#controls, "request", (request) => this.#ask(request));
    listen(this.#agenda, "request", (request) => this.#ask(request));
    listen(this.#announce, "say", (words) => this.#say(words));
    listen(this.#people, "remove", (person) => this.#remove(person));
    listen(this.#close, "click", () => this.#ask({ type: "gathering.close" }));
    addEventListener("online", () => session.connection.hurry());
    document.addEventListener("visibilitychange", () => !document.hidden && session.connection.hurry());
    this.#controls.update(null);
    if (hasToken) session.join();
    else this.#stop(text("error.no-token"));
  }

  /** @param {ServerMessage} message */
  #message(message) {
    if (message.type === "welcome") this.#fetch();
    if (message.type === "roster.change") this.#touch(this.#roster.merge(message.people));
    if (message.type === "help" && message.room) {
      this.#cards.call(message.room, message.on);
      if (message.on) this.#notices.tell(`${text("host.room", { number: message.room.split("-").at(-1) ?? "" })} ${text("host.room.help")}`);
    }
  }

  /** The whole roster, after every welcome: what was missed meanwhile is in it. */
  async #fetch() {
    const answer = await this.session.request({ type: "roster" }).catch(() => null);
    if (answer) this.#touch(this.#roster.reset(answer.people));
  }

  /** Changes are drawn once a frame, however many messages bring them. @param {{people: Set<string>, rooms: Set<string>}} touched */
  #touch({ people, rooms }) {
    for (const person of people) this.#stale.people.add(person);
    for (const room of rooms) this.#stale.rooms.add(room);
    if (this.#drawing) return;
    this.#drawing = true;
    requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    this.#drawing = false;
    this.#people.update(this.#roster, this.#stale.people);
    this.#cards.update(this.#roster, this.#stale.rooms);
    this.#stale.people.clear();
    this.#stale.rooms.clear();
    write(this.#present, text("host.present", { count: this.#roster.present }));
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
    this.#announce.enabled = possible(phase).has("announce");
    this.#close.disabled = !possible(phase).has("close");
  }

  /** Sends a request, after a question where it can't be taken back. @param {{type: string, [field: string]: unknown}} request */
  async #ask(request) {
    if (!(await this.#isMeant(request.type))) return false;
    try {
      await this.session.request(request);
      return true;
    } catch (error) {
      const known = error instanceof RequestError && error.code !== "unavailable";
      this.#notices.complain(known ? error.message : text("error.offline"));
      return false;
    }
  }

  /** @param {string} type */
  async #isMeant(type) {
    const no = text("host.cancel");
    if (type === "round.end") {
      return this.#dialog.ask({ title: text("host.end.title"), text: text("host.end.text"), yes: text("host.end"), no });
    }
    if (type === "agenda.stop") {
      return this.#dialog.ask({ title: text("agenda.stop.title"), text: text("agenda.stop.text"), yes: text("agenda.stop"), no });
    }
    if (type === "gathering.close") {
      return this.#dialog.ask({ title: text("host.close.title"), text: text("host.close.text"), yes: text("host.close"), no });
    }
    return true;
  }

  /** @param {string} words */
  async #say(words) {
    if (!(await this.#ask({ type: "announce", text: words }))) return;
    this.#announce.clear();
    this.#notices.tell(text("host.announced"));
  }

  /** @param {{id: string, name: string}} person */
  async #remove({ id, name }) {
    const words = { title: text("host.remove.title", { name }), text: text("host.remove.text"), yes: text("host.remove.yes"), no: text("host.cancel") };
    if (await this.#dialog.ask(words)) await this.#ask({ type: "person.remove", person: id });
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
