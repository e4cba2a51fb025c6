/**
 * One person's evening: what the session tells goes to mesh and views, what the person presses goes to the session.
 *
 * @import {Camera} from "../media/camera.js"
 * @import {Mesh} from "../media/mesh.js"
 * @import {Session} from "../protocol/session.js"
 * @import {Keepsake} from "../protocol/keepsake.js"
 * @import {Effect, Seat} from "../protocol/seat.js"
 * @import {Ending} from "../elements/farewell-view.js"
 *
 * @typedef {object} Parts
 * @property {{gathering: string}} place
 * @property {Session} session
 * @property {Camera} camera
 * @property {Mesh} mesh
 * @property {{resume: string | null, muted: boolean, hidden: boolean, venue: boolean, wishes: string[]}} tab
 * @property {{name: string, headline: string, topics: string, contact: string, chime: boolean}} device
 * @property {{people: Keepsake}} keepsake
 * @property {{name?: string, nbf?: number}} claims
 */
import { RequestError } from "../protocol/connection.js";
import { atTable, isInVenue } from "../protocol/venue.js";
import { text } from "../languages/text.js";
import { refusalText } from "../elements/refusal.js";
import { find, listen, show, write } from "../elements/build.js";
import { AnnouncementBar } from "../elements/announcement-bar.js";
import { ChatPanel } from "../elements/chat-panel.js";
import { ConfirmDialog } from "../elements/confirm-dialog.js";
import { ControlBar } from "../elements/control-bar.js";
import { FarewellView } from "../elements/farewell-view.js";
import { JoinForm } from "../elements/join-form.js";
import { LobbyView } from "../elements/lobby-view.js";
import { NoticeBar } from "../elements/notice-bar.js";
import { RoomView } from "../elements/room-view.js";
import { SettingsDialog } from "../elements/settings-dialog.js";
import { TableView } from "../elements/table-view.js";
import { passingText, WaitingView } from "../elements/waiting-view.js";
import { Acquaintances } from "./acquaintances.js";
import { Conversation } from "./conversation.js";
import { Cues } from "./cues.js";
import { Door } from "./door.js";
import { noticeOf } from "./notices.js";
import { publish } from "./hooks.js";
import { Sharing } from "./sharing.js";

/** Milliseconds after which there is time to write down whom one meets: the first picture comes first. */
const SOON = 1_000;

export class Evening {
  #views = {
    door: find(JoinForm, "join-form"),
    lobby: find(LobbyView, "lobby-view"),
    waiting: find(WaitingView, "waiting-view"),
    room: find(RoomView, "room-view"),
    table: find(TableView, "table-view"),
    farewell: find(FarewellView, "farewell-view"),
  };
  #announcement = find(AnnouncementBar, "announcement-bar");
  #controls = find(ControlBar, "control-bar");
  #notices = find(NoticeBar, "notice-bar");
  #dialog = find(ConfirmDialog, "confirm-dialog");
  #settings = find(SettingsDialog, "settings-dialog");
  #title = find(HTMLElement, ".masthead span");
  #helping = false;
  #over = false;
  /** @type {Readonly<Seat> | null} */
  #seat = null;

  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
    const { session, camera } = parts;
    this.door = new Door(this.#views.door, parts, {
      title: (words) => write(this.#title, words),
      end: (ending, phase) => this.#end(ending, phase),
      isOver: () => this.#thank(),
    });
    this.sharing = new Sharing(camera, () => this.#views.room.sharer);
    this.cues = new Cues(this.#notices, parts);
    this.chat = new Conversation(find(ChatPanel, "chat-panel"), session, this.#notices, () => this.#refreshControls());
    this.people = new Acquaintances(
      { ...parts, dialog: this.#dialog, notices: this.#notices, ask: (request) => this.#ask(request) }, () => this.#showOwn());
  }

  begin() {
    const { session, camera, mesh, tab } = this.parts;
    camera.mute(tab.muted);
    camera.hide(tab.hidden);
    session.links = () => mesh.surviving();
    if (!this.door.open()) return;
    this.#views.lobby.start({ session, camera });
    this.#views.waiting.start(session);
    this.#views.room.start({ session, camera, mesh });
    this.#views.table.start(session);
    this.#listen();
    this.#show("door", "joining");
    // Whoever comes back goes straight in; all others stand at the door once it is known what it leads to.
    show(this.#views.door, false);
  }

  #listen() {
    const { session, camera, mesh } = this.parts;
    listen(session, "seat", (seat) => this.#update(seat));
    listen(session, "effect", (effect) => this.#effect(effect));
    listen(session, "signal", (signal) => mesh.receive(signal));
    listen(session, "connection", ({ state, code }) => this.#connection(state, code));
    for (const view of [this.#views.lobby, this.#views.room, this.#views.table, this.#views.farewell]) this.people.watch(view);
    listen(this.#views.room, "screen", (peer) => this.#yieldTo(peer));
    listen(this.#views.room, "cue", (cue) => !this.#inVenue && this.cues.time(cue));
    listen(this.#views.table, "cue", (cue) => this.#inVenue && this.#shake(cue));
    listen(this.#views.room, "first-frame", (frame) => this.#measure(frame));
    listen(this.#views.room, "silenced", () => this.cues.silence(() => this.#views.room.play()));
    listen(this.#announcement, "dismiss", () => session.dismissAnnouncement());
    listen(this.#controls, "mute", () => camera.mute(!camera.muted));
    listen(this.#controls, "camera", () => camera.hide(!camera.hidden));
    listen(this.#controls, "chat", () => this.chat.open(!this.chat.isOpen));
    listen(this.#controls, "help", () => this.#help());
    listen(this.#controls, "pass", () => this.#pass());
    listen(this.#views.waiting, "pass", () => this.#pass());
    listen(this.#controls, "more", () => this.#openSettings());
    listen(this.#controls, "leave", () => this.#leave());
    listen(this.#settings, "share", () => this.#share());
    listen(this.#settings, "float", () => this.#float());
    listen(this.#settings, "change-place", () => this.#ask({ type: "mode", mode: this.#inVenue ? "online" : "venue" }));
    listen(mesh, "line", (level) => this.cues.line(level));
    listen(camera, "unplugged", (kind) => this.#notices.complain(text(kind === "camera" ? "notice.camera-gone" : "notice.microphone-gone")));
    camera.addEventListener("change", () => this.#keepChoices());
    addEventListener("online", () => session.connection.hurry());
    document.addEventListener("visibilitychange", () => !document.hidden && session.connection.hurry());
  }

  /** Whether this page is a phone in the venue. */
  get #inVenue() {
    return isInVenue(this.#seat?.you ?? null, this.#seat?.gathering ?? null);
  }

  // What the session tells

  /** The links go first: what is drawn can wait a millisecond, the first frame can't. @param {Readonly<Seat>} seat */
  #update(seat) {
    if (this.#over || !seat.phase) return;
    const before = this.#seat;
    this.#seat = seat;
    if (before?.you?.mode !== seat.you?.mode) this.#placed(Boolean(before?.you));
    // A screen was shown to one room, and is not the next one's.
    if (seat.running?.room?.id !== before?.running?.room?.id) this.parts.camera.unshare();
    if (seat.running !== before?.running || seat.coming !== before?.coming || seat.you !== before?.you) this.parts.mesh.follow(seat);
    const view = viewOf(seat);
    this.#views.room.update(this.#inVenue ? { ...seat, running: null, coming: null } : seat);
    if (view !== "room") this.people.keepMet();
    if (view === "farewell") return this.#thank();
    if (view === "waiting") this.#views.waiting.update(seat);
    this.#showOwn();
    this.#announcement.update(seat.announcement);
    write(this.#title, seat.gathering?.title ?? "");
    document.title = text("page.participant", { title: seat.gathering?.title ?? "" });
    this.#show(view, seat.phase.name === "round" ? "round" : "lobby");
    if (view === "room" && seat.met !== before?.met) setTimeout(() => this.people.keepMet(), SOON);
  }

  /** A phone in the venue sends and plays nothing, so that nothing echoes. @param {boolean} moved while the evening runs */
  #placed(moved) {
    const { camera, tab } = this.parts;
    if (tab.venue !== this.#inVenue) tab.venue = this.#inVenue;
    if (this.#inVenue) camera.close();
    else if (moved) camera.open();
  }

  /** @param {Effect} effect */
  #effect(effect) {
    if (effect.kind === "coming" && atTable(effect.assignment, this.#seat?.you ?? null)) this.cues.shake("table");
    if (effect.kind === "room") {
      this.#helping = false;
      this.chat.clear();
    }
    if (effect.kind === "help") {
      this.#helping = effect.on;
      this.#refreshControls();
    }
    if (effect.kind === "pass") this.#passed(effect.passing);
    if (effect.kind === "chat") this.chat.hear(effect.chat);
    if (effect.kind === "refusal") this.#notices.complain(refusalText(effect));
    const notice = noticeOf(effect);
    if (notice) this.#notices.tell(notice);
  }

  /** @param {"minute" | "ten"} cue */
  #shake(cue) {
    this.cues.shake(cue);
    this.cues.time(cue);
  }

  /** @param {import("../protocol/connection.js").ConnectionState} state @param {number | null} code */
  #connection(state, code) {
    const { dataset } = document.documentElement;
    dataset.connection = state === "open" || state === "closed" ? state : "reconnecting";
    if (state === "reconnecting" && this.#seat) this.#notices.hold("connection", text("notice.reconnecting"));
    if (state === "open") {
      this.#views.door.leave();
      if (this.#notices.withdraw("connection")) this.#notices.tell(text("notice.reconnected"));
    }
    if (state === "closed" && code !== 1000) this.#closed(code);
  }

  /** @param {number | null} code */
  #closed(code) {
    if (this.#over) return;
    const again = { label: text("join.back"), act: () => location.reload() };
    if (code === 4503) return this.#thank();
    if (code === 4501) return this.#end({ kind: "closed", words: text("closed.elsewhere"), action: again }, "lost");
    if (code === 4502) return this.#end({ kind: "closed", words: text("closed.removed") }, "lost");
    this.#end({ kind: "closed", words: text("closed.other"), action: again }, "error");
  }

  // What is shown

  /** @param {View} view @param {string} phase */
  #show(view, phase) {
    for (const [name, element] of Object.entries(this.#views)) show(element, name === view);
    show(this.#controls, view !== "door" && view !== "farewell");
    if (view !== "room" && view !== "table") this.chat.open(false);
    publish({ phase, seat: this.#seat });
    this.#refreshControls();
  }

  /** What this person chose, wherever it is shown. */
  #showOwn() {
    const { wishes, met } = this.people;
    this.#views.room.showWishes(wishes);
    if (!this.#seat) return;
    this.#views.table.update(this.#seat, wishes);
    this.#views.lobby.update(this.#seat, { wishes, met });
  }

  #refreshControls() {
    const { camera } = this.parts;
    this.#controls.update({
      muted: !camera.sounds,
      hidden: !camera.shows,
      inVenue: this.#inVenue,
      inRoom: Boolean(this.#seat?.running?.room),
      chatting: this.chat.isOpen,
      unread: this.chat.unread,
      helping: this.#helping,
      passing: Boolean(this.#seat?.passing),
    });
  }

  #keepChoices() {
    const { camera, tab } = this.parts;
    if (tab.muted !== camera.muted) tab.muted = camera.muted;
    if (tab.hidden !== camera.hidden) tab.hidden = camera.hidden;
    this.#refreshControls();
  }

  #thank() {
    this.#end({ kind: "ended", met: this.people.met }, "ended");
  }

  /** @param {Ending} ending @param {string} phase */
  #end(ending, phase) {
    if (this.#over) return;
    this.#over = true;
    const { mesh, camera, tab } = this.parts;
    if (ending.kind !== "closed" || phase === "error") tab.resume = null;
    mesh.close();
    camera.close();
    for (const notice of ["connection", "line"]) this.#notices.withdraw(notice);
    this.#notices.clear();
    this.#settings.close();
    this.#announcement.update(null);
    this.#views.farewell.update(ending);
    this.#seat = this.#seat && { ...this.#seat, running: null, coming: null };
    this.#show("farewell", phase);
  }

  // What the person presses

  async #leave() {
    const words = { title: text("leave.title"), text: text("leave.text"), yes: text("leave.yes"), no: text("leave.no") };
    if (!(await this.#dialog.ask(words))) return;
    const action = { label: text("ended.again"), act: () => location.reload() };
    this.#end({ kind: "left", met: this.people.met, action }, "ended");
    await this.parts.session.leave();
  }

  #openSettings() {
    const { camera, device } = this.parts;
    const { sharer, canFloat } = this.#views.room;
    const inVenue = this.#seat?.gathering?.venue ? this.#inVenue : null;
    this.#settings.open({ camera, device }, { inVenue, inRoom: Boolean(this.#seat?.running?.room), canFloat, sharer: sharer?.name ?? "" });
  }

  async #share() {
    const first = await this.sharing.toggle();
    if (first) this.#notices.tell(text("notice.screen-yielded", { name: first.name }));
  }

  /** @param {import("../protocol/messages.js").Peer} peer */
  #yieldTo(peer) {
    if (this.sharing.yield(peer, this.#seat?.you?.id ?? "")) this.#notices.tell(text("notice.screen-yielded", { name: peer.name }));
    else this.#notices.tell(text("notice.screen", { name: peer.name }));
  }

  async #float() {
    try {
      await this.#views.room.float();
    } catch {
      this.#notices.complain(text("notice.no-float"));
    }
  }

  async #help() {
    const on = !this.#helping;
    if (!(await this.#ask({ type: "help", on }))) return;
    this.#helping = on;
    if (on) this.#notices.tell(text("notice.help"));
    this.#refreshControls();
  }

  /** What a host said stands on the page that is shown then. @param {Seat["passing"]} passing */
  #passed(passing) {
    const words = text(passingText(passing));
    if (passing === "host") this.#notices.whisper(words);
    else this.#notices.tell(words);
  }

  /** The server says what has come of it. */
  #pass() {
    return this.#ask({ type: "pass", on: !this.#seat?.passing });
  }

  /** Sends a request and says in a sentence what came in its way. @param {{type: string, [field: string]: unknown}} request */
  async #ask(request) {
    try {
      await this.parts.session.request(request);
      return true;
    } catch (error) {
      this.#notices.complain(error instanceof RequestError ? refusalText(error) : text("error.offline"));
      return false;
    }
  }

  /** @param {{peer: string, start: number, end: number}} frame */
  #measure({ peer, start, end }) {
    const round = this.#seat?.running?.round ?? 0;
    performance.measure("tertulia:first-frame", { start, end, detail: { round, peer, milliseconds: end - start } });
  }
}

/** @typedef {"door" | "lobby" | "waiting" | "room" | "table" | "farewell"} View */

/** @param {Readonly<Seat>} seat @returns {View} */
function viewOf({ you, gathering, phase, running, coming }) {
  if (phase?.name === "ended") return "farewell";
  // A phone in the venue says first where to go, in the lobby too.
  const isRound = phase?.name === "round";
  if (isInVenue(you, gathering)) {
    if (atTable(coming, you) || (isRound && atTable(running, you))) return "table";
    return isRound ? "waiting" : "lobby";
  }
  if (!isRound) return "lobby";
  return running?.room ? "room" : "waiting";
}
