/**
 * One person's evening: what the session tells goes to mesh and views, what the person presses goes to the session.
 *
 * @import {Camera} from "../media/camera.js"
 * @import {Mesh} from "../media/mesh.js"
 * @import {Session} from "../protocol/session.js"
 * @import {Keepsake} from "../protocol/keepsake.js"
 * @import {Level} from "../protocol/line.js"
 * @import {Effect, Seat} from "../protocol/seat.js"
 * @import {Ending} from "../elements/farewell-view.js"
 *
 * @typedef {object} Parts
 * @property {{gathering: string}} place
 * @property {Session} session
 * @property {Camera} camera
 * @property {Mesh} mesh
 * @property {{resume: string | null, muted: boolean, hidden: boolean, passing: boolean, venue: boolean, wishes: string[]}} tab
 * @property {{name: string, headline: string, topics: string, contact: string, chime: boolean}} device
 * @property {{people: Keepsake}} keepsake
 * @property {{name?: string, nbf?: number}} claims
 */
import { Chime } from "../media/chime.js";
import { RequestError } from "../protocol/connection.js";
import { withMatches, withMet, withNote, without } from "../protocol/keepsake.js";
import { text } from "../languages/text.js";
import { refusalText } from "../elements/refusal.js";
import { find, listen, show, write } from "../elements/build.js";
import { AnnouncementBar } from "../elements/announcement-bar.js";
import { ChatPanel } from "../elements/chat-panel.js";
import { ConfirmDialog } from "../elements/confirm-dialog.js";
import { ControlBar } from "../elements/control-bar.js";
import { FarewellView } from "../elements/farewell-view.js";
import { JoinForm, readTopics } from "../elements/join-form.js";
import { LobbyView } from "../elements/lobby-view.js";
import { NoticeBar } from "../elements/notice-bar.js";
import { RoomView } from "../elements/room-view.js";
import { SettingsDialog } from "../elements/settings-dialog.js";
import { TableView } from "../elements/table-view.js";
import { atTable, isInVenue } from "../protocol/venue.js";
import { WaitingView } from "../elements/waiting-view.js";
import { noticeOf } from "./notices.js";
import { publish } from "./hooks.js";
import { Sharing } from "./sharing.js";

/** What the server says of a link that is no good; anything else may be better in a moment. */
const REFUSALS = new Set(["unauthorized", "not-found", "forbidden", "malformed"]);
/** Milliseconds after which there is time to write down whom one meets: the first picture comes first. */
const SOON = 1_000;
/** Milliseconds that a phone in the venue shakes and rests: for a new table, for the last minute, for the last seconds. */
const CALL = [300, 150, 300];
const MINUTE = [200];
const TEN = [100, 80, 100];
/** Milliseconds: browsers count no further. */
const LONGEST_TIMER = 2 ** 31 - 1;

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
  #chat = find(ChatPanel, "chat-panel");
  #controls = find(ControlBar, "control-bar");
  #notices = find(NoticeBar, "notice-bar");
  #dialog = find(ConfirmDialog, "confirm-dialog");
  #settings = find(SettingsDialog, "settings-dialog");
  #chime = new Chime();
  #name = find(HTMLElement, ".masthead span");
  #unread = 0;
  #helping = false;
  #over = false;
  #asksForPlace = false;
  /** @type {Readonly<Seat> | null} */
  #seat = null;

  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
    this.sharing = new Sharing(parts.camera, () => this.#views.room.sharer);
  }

  /** Opens the door, or goes straight back in where this tab was in before. */
  begin() {
    const { place, session, camera, mesh, tab, device, claims } = this.parts;
    if (!place.gathering) return this.#end({ kind: "closed", words: text("error.no-gathering") }, "error");
    if (claims.nbf && claims.nbf * 1000 > Date.now()) return this.#early(claims.nbf * 1000);
    camera.mute(tab.muted);
    camera.hide(tab.hidden);
    session.links = () => mesh.surviving();
    this.#views.door.start({ camera, settings: device, givenName: claims.name });
    this.#views.lobby.start({ session, camera });
    this.#views.waiting.start(session);
    this.#views.room.start({ session, camera, mesh });
    this.#views.table.start(session);
    this.#listen();
    this.#show("door", "joining");
    show(this.#views.door, false);
    if (!tab.resume) return void this.#openDoor();
    if (!tab.venue) camera.open();
    this.#join();
  }

  /** Nobody is asked for a name or a camera who could not come in anyway. */
  async #openDoor() {
    try {
      const look = await this.parts.session.look();
      write(this.#name, look.gathering.title);
      if (look.phase.name === "ended") return this.#end({ kind: "ended", met: this.#met }, "ended");
      this.#asksForPlace = look.gathering.venue === true;
      this.#views.door.welcome(look);
    } catch (error) {
      // Who can't reach the server now may fill in the form meanwhile.
      if (error instanceof RequestError && REFUSALS.has(error.code)) return this.#refuse(error);
    }
    show(this.#views.door, true);
    // Where there is a venue, the camera waits for whoever says to be at home.
    if (!this.#asksForPlace) this.parts.camera.open();
  }

  /** The link opens later: this page is there when it does. @param {number} opensAt */
  #early(opensAt) {
    const time = new Date(opensAt).toLocaleString(document.documentElement.lang, { dateStyle: "full", timeStyle: "short" });
    setTimeout(() => location.reload(), Math.min(opensAt - Date.now() + 500, LONGEST_TIMER));
    this.#end({ kind: "early", words: text("early.text", { time }) }, "early");
  }

  /** @param {{code: string, message: string}} refusal */
  #refuse({ code, message }) {
    if (code === "malformed" && !this.#views.door.hidden) return this.#views.door.complain(message);
    const words = refusalText({ code, message });
    this.#end({ kind: "closed", words: `${words} ${text("closed.refused")}` }, "error");
  }

  #listen() {
    const { session, camera, mesh, keepsake } = this.parts;
    listen(session, "seat", (seat) => this.#update(seat));
    listen(session, "effect", (effect) => this.#effect(effect));
    listen(session, "signal", (signal) => this.parts.mesh.receive(signal));
    listen(session, "connection", ({ state, code }) => this.#connection(state, code));
    listen(session, "refused", (refusal) => this.#refuse(refusal));
    listen(this.#views.door, "join", (profile) => this.#join(profile));
    listen(this.#views.door, "place", (place) => this.#place(place));
    listen(this.#views.table, "wish", (wish) => this.#wish(wish));
    listen(this.#views.table, "cue", (cue) => this.#inVenue && this.#cue(cue));
    listen(this.#settings, "change-place", () => this.#changePlace());
    listen(this.#views.lobby, "wish", (wish) => this.#wish(wish));
    listen(this.#views.lobby, "block", (person) => this.#block(person));
    listen(this.#views.lobby, "note", ({ person, note }) => this.#keep(withNote(keepsake.people, person, note)));
    listen(this.#views.farewell, "note", ({ person, note }) => this.#keep(withNote(keepsake.people, person, note)));
    listen(this.#views.room, "screen", (peer) => this.#yieldTo(peer));
    listen(this.#views.room, "wish", (wish) => this.#wish(wish));
    listen(this.#views.room, "cue", (cue) => !this.#inVenue && this.#cue(cue));
    listen(this.#views.room, "first-frame", (frame) => this.#measure(frame));
    listen(this.#views.room, "silenced", () => this.#askForSound());
    listen(this.#announcement, "dismiss", () => session.dismissAnnouncement());
    listen(this.#chat, "say", (words, event) => this.#say(words, event));
    listen(this.#chat, "close", () => this.#openChat(false));
    listen(this.#controls, "mute", () => camera.mute(!camera.muted));
    listen(this.#controls, "camera", () => camera.hide(!camera.hidden));
    listen(this.#controls, "chat", () => this.#openChat(this.#chat.hidden === true));
    listen(this.#controls, "help", () => this.#help());
    listen(this.#controls, "pass", () => this.#pass());
    listen(this.#controls, "more", () => this.#openSettings());
    listen(this.#settings, "share", () => this.#share());
    listen(this.#settings, "float", () => this.#float());
    listen(mesh, "line", (level) => this.#lineChanged(level));
    listen(camera, "unplugged", (kind) => this.#notices.complain(text(kind === "camera" ? "notice.camera-gone" : "notice.microphone-gone")));
    listen(this.#controls, "leave", () => this.#leave());
    camera.addEventListener("change", () => this.#keepChoices());
    addEventListener("online", () => session.connection.hurry());
    document.addEventListener("visibilitychange", () => !document.hidden && session.connection.hurry());
  }

  /** @param {object} [profile] */
  #join(profile) {
    const { session, device } = this.parts;
    const { name, headline, topics, contact } = device;
    this.#views.door.busy = true;
    session.join(profile ?? { name, profile: { headline, topics: readTopics(topics), company: "" }, contact });
  }

  /** The links go first: what is drawn can wait a millisecond, the first frame can't. @param {Readonly<Seat>} seat */
  #update(seat) {
    if (this.#over || !seat.phase) return;
    const before = this.#seat;
    this.#seat = seat;
    if (before?.you?.mode !== seat.you?.mode) this.#placed(this.#inVenue, Boolean(before?.you));
    // A screen was shown to one room, and is not the next one's.
    if (seat.running?.room?.id !== before?.running?.room?.id) this.parts.camera.unshare();
    if (seat.running !== before?.running || seat.coming !== before?.coming) this.parts.mesh.follow(seat);
    const view = viewOf(seat);
    this.#views.room.update(this.#inVenue ? { ...seat, running: null, coming: null } : seat);
    if (view !== "room") this.#keepMet();
    if (view === "farewell") return this.#end({ kind: "ended", met: this.#met }, "ended");
    if (view === "waiting") this.#views.waiting.update(seat);
    this.#showOwn();
    this.#views.table.update(seat, new Set(this.parts.tab.wishes));
    this.#announcement.update(seat.announcement);
    this.#entitle(seat);
    this.#show(view, seat.phase.name === "round" ? "round" : "lobby");
    if (view === "room" && seat.met !== before?.met) setTimeout(() => this.#keepMet(), SOON);
  }

  /** @param {Readonly<Seat>} seat */
  #entitle({ gathering }) {
    write(this.#name, gathering?.title ?? "");
    document.title = text("page.participant", { title: gathering?.title ?? "" });
  }

  /** @param {"door" | "lobby" | "waiting" | "room" | "table" | "farewell"} view @param {string} phase */
  #show(view, phase) {
    for (const [name, element] of Object.entries(this.#views)) show(element, name === view);
    // In the lobby a phone in the venue says first where to go.
    if (view === "lobby" && atTable(this.#seat?.coming ?? null, this.#seat?.you ?? null)) {
      show(this.#views.lobby, false);
      show(this.#views.table, true);
    }
    show(this.#controls, view !== "door" && view !== "farewell");
    if (view !== "room") this.#openChat(false);
    publish({ phase, seat: this.#seat });
    this.#refreshControls();
  }

  /** @param {"online" | "venue"} place */
  #place(place) {
    if (place === "online") this.parts.camera.open();
    else this.parts.camera.close();
  }

  /** A phone in the venue sends and plays nothing, so that nothing echoes. @param {boolean} inVenue @param {boolean} moved */
  #placed(inVenue, moved) {
    const { camera, tab } = this.parts;
    if (tab.venue !== inVenue) tab.venue = inVenue;
    if (inVenue) camera.close();
    else if (moved) camera.open();
  }

  /** Whether this page is a phone in the venue. */
  get #inVenue() {
    return isInVenue(this.#seat?.you ?? null, this.#seat?.gathering ?? null);
  }

  /** Goes home, or comes to the venue; nothing that was is lost. */
  async #changePlace() {
    await this.#ask({ type: "mode", mode: this.#inVenue ? "online" : "venue" });
  }

  /** @param {Effect} effect */
  #effect(effect) {
    if (effect.kind === "coming" && atTable(effect.assignment, this.#seat?.you ?? null)) navigator.vibrate?.(CALL);
    if (effect.kind === "room") {
      this.#chat.clear();
      this.#unread = 0;
      this.#helping = false;
      this.#refreshControls();
    }
    if (effect.kind === "chat") {
      const peer = this.#seat?.running?.peers.find(({ id }) => id === effect.chat.from);
      this.#chat.add(peer?.name ?? "", effect.chat.text);
      if (this.#chat.hidden) this.#unread += 1;
      this.#refreshControls();
    }
    if (effect.kind === "refusal") this.#notices.complain(refusalText(effect));
    const notice = noticeOf(effect);
    if (notice) this.#notices.tell(notice);
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
    if (code === 4503) return this.#end({ kind: "ended", met: this.#met }, "ended");
    if (code === 4501) return this.#end({ kind: "closed", words: text("closed.elsewhere"), action: again }, "lost");
    if (code === 4502) return this.#end({ kind: "closed", words: text("closed.removed") }, "lost");
    this.#end({ kind: "closed", words: text("closed.other"), action: again }, "error");
  }

  /** @param {Ending} ending @param {string} phase */
  #end(ending, phase) {
    if (this.#over) return;
    this.#over = true;
    const { mesh, camera, tab } = this.parts;
    if (ending.kind !== "closed" || phase === "error") tab.resume = null;
    mesh.close();
    camera.close();
    this.#notices.withdraw("connection");
    this.#notices.withdraw("line");
    this.#notices.clear();
    this.#settings.close();
    this.#announcement.update(null);
    this.#views.farewell.update(ending);
    this.#seat = this.#seat && { ...this.#seat, running: null, coming: null };
    this.#show("farewell", phase);
  }

  async #leave() {
    const words = { title: text("leave.title"), text: text("leave.text"), yes: text("leave.yes"), no: text("leave.no") };
    if (!(await this.#dialog.ask(words))) return;
    const action = { label: text("ended.again"), act: () => location.reload() };
    this.#end({ kind: "left", met: this.#met, action }, "ended");
    await this.parts.session.leave();
  }

  /** @param {{person: string, on: boolean}} wish */
  async #wish({ person, on }) {
    if (!(await this.#ask({ type: "wish", person, on }))) return;
    const { tab } = this.parts;
    tab.wishes = [...tab.wishes.filter((other) => other !== person), ...(on ? [person] : [])];
    this.#showOwn();
  }

  /** @param {{id: string, name: string}} person */
  async #block({ id, name }) {
    const words = { title: text("block.title", { name }), text: text("block.text"), yes: text("block.yes"), no: text("leave.no") };
    if (!(await this.#dialog.ask(words))) return;
    if (!(await this.#ask({ type: "block", person: id, on: true }))) return;
    this.#keep(without(this.parts.keepsake.people, id));
    this.#showOwn();
    this.#notices.tell(text("block.done", { name }));
  }

  /** What this person chose, wherever it is shown. */
  #showOwn() {
    const { passing } = this.parts.tab;
    const wishes = new Set(this.parts.tab.wishes);
    this.#views.room.showWishes(wishes);
    if (this.#seat) this.#views.lobby.update(this.#seat, { passing, wishes, met: this.#met });
  }

  /** Everybody met on this evening, on whatever page of this device. */
  get #met() {
    return Object.values(this.parts.keepsake.people);
  }

  #keepMet() {
    const { keepsake, session } = this.parts;
    this.#keep(withMatches(withMet(keepsake.people, session.seat.met), session.seat.matches));
  }

  /** @param {Keepsake} people */
  #keep(people) {
    if (people !== this.parts.keepsake.people) this.parts.keepsake.people = people;
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

  /** @param {Level} level */
  #lineChanged(level) {
    const { session, camera } = this.parts;
    session.connection.send({ type: "quality", level });
    this.#notices.withdraw("line");
    if (level !== "weak") return;
    if (!camera.shows) return this.#notices.hold("line", text("line.weak"));
    this.#notices.hold("line", text("line.weak.picture"), { label: text("control.hide"), act: () => this.#savePicture() });
  }

  #savePicture() {
    this.#notices.withdraw("line");
    this.parts.camera.unshare();
    this.parts.camera.hide(true);
  }

  async #help() {
    const on = !this.#helping;
    if (!(await this.#ask({ type: "help", on }))) return;
    this.#helping = on;
    if (on) this.#notices.tell(text("notice.help"));
    this.#refreshControls();
  }

  async #pass() {
    const on = !this.parts.tab.passing;
    if (!(await this.#ask({ type: "pass", on }))) return;
    this.parts.tab.passing = on;
    if (on) this.#notices.tell(text("lobby.passing"));
    this.#showOwn();
    this.#refreshControls();
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

  /** @param {string} words @param {Event} event prevented where nothing could be sent */
  #say(words, event) {
    const room = this.#seat?.running?.room?.id;
    const from = this.#seat?.you?.id;
    if (room && this.parts.session.connection.send({ type: "chat", room, from, text: words })) {
      this.#chat.add("", words, true);
    } else {
      event.preventDefault();
      this.#notices.complain(text("error.offline"));
    }
  }

  /** @param {boolean} open */
  #openChat(open) {
    if (open === !this.#chat.hidden) return;
    show(this.#chat, open);
    this.#unread = 0;
    if (open) this.#chat.focusText();
    this.#refreshControls();
  }

  /** The last seconds are seen on the clock; who does not see it is told. @param {"minute" | "ten"} cue */
  #cue(cue) {
    if (this.#inVenue) navigator.vibrate?.(cue === "minute" ? MINUTE : TEN);
    if (this.parts.device.chime) this.#chime.play(cue);
    if (cue === "minute") this.#notices.tell(text("notice.minute"));
    else this.#notices.whisper(text("notice.ten"));
  }

  #askForSound() {
    this.#notices.hold("sound", text("notice.silent"), { label: text("control.sound"), act: () => this.#soundOn() });
  }

  #soundOn() {
    this.#notices.withdraw("sound");
    this.#views.room.play();
  }

  #keepChoices() {
    const { camera, tab } = this.parts;
    if (tab.muted !== camera.muted) tab.muted = camera.muted;
    if (tab.hidden !== camera.hidden) tab.hidden = camera.hidden;
    this.#refreshControls();
  }

  #refreshControls() {
    const { camera, tab } = this.parts;
    this.#controls.update({
      muted: !camera.sounds,
      hidden: !camera.shows,
      inVenue: this.#inVenue,
      inRoom: this.#seat?.running?.room !== null && this.#seat?.running !== null,
      chatting: !this.#chat.hidden,
      unread: this.#unread,
      helping: this.#helping,
      passing: tab.passing,
    });
  }

  /** @param {{peer: string, start: number, end: number}} frame */
  #measure({ peer, start, end }) {
    const round = this.#seat?.running?.round ?? 0;
    performance.measure("tertulia:first-frame", { start, end, detail: { round, peer, milliseconds: end - start } });
  }
}

/** @param {Readonly<Seat>} seat @returns {"lobby" | "waiting" | "room" | "table" | "farewell"} */
function viewOf({ you, gathering, phase, running, coming }) {
  if (phase?.name === "ended") return "farewell";
  if (phase?.name !== "round") return "lobby";
  if (isInVenue(you, gathering)) return running?.room || coming?.room ? "table" : "waiting";
  return running?.room ? "room" : "waiting";
}
