/**
 * The room: who is in it, what it is about, how long it lasts, and who comes next.
 *
 * @import {Assignment, Phase} from "../protocol/messages.js"
 * @import {Seat} from "../protocol/seat.js"
 * @import {Clock} from "../protocol/clock.js"
 * @import {Mesh} from "../media/mesh.js"
 * @import {Camera} from "../media/camera.js"
 */
import { remaining, seconds } from "../protocol/countdown.js";
import { shortName } from "../protocol/names.js";
import { isScreen } from "../protocol/venue.js";
import { text } from "../languages/text.js";
import { h, show, write } from "./build.js";
import { CountDown } from "./count-down.js";
import { PeerTile } from "./peer-tile.js";
import { SelfView } from "./self-view.js";
import { TurnLine } from "./turn-line.js";

export class RoomView extends HTMLElement {
  #round = h("h1", { class: "room-round" });
  #prompt = h("p", { class: "room-prompt", testid: "prompt" });
  #note = h("p", { class: "room-note", testid: "note" });
  #turn = new TurnLine();
  #clock = new CountDown();
  #next = new CountDown();
  #alone = h("p", { class: "room-alone", role: "status" });
  #self = new SelfView();
  #stage = h("div", { class: "stage", role: "group", "aria-label": text("room.people") });
  /** The tiles of the room at hand. @type {Map<string, PeerTile>} */
  #tiles = new Map();
  /** The tiles of the coming room. @type {Map<string, PeerTile>} */
  #prepared = new Map();
  #room = "";
  #comingRoom = "";
  /** @type {{session: {clock: Clock, seat: Readonly<Seat>}, mesh: Mesh, camera: Camera} | null} */
  #context = null;
  /** Ids of those with whom another coffee is wished. @type {ReadonlySet<string>} */
  #wishes = new Set();

  /** @param {{session: {clock: Clock, seat: Readonly<Seat>}, mesh: Mesh, camera: Camera}} context */
  start(context) {
    this.#context = context;
    const { session } = context;
    this.#clock.dataset.testid = "countdown";
    this.#clock.setAttribute("aria-label", text("room.left"));
    this.#clock.left = () => remaining(session.seat.phase, session.clock.now());
    this.#clock.stands = () => session.seat.phase?.paused === true;
    this.#next.className = "room-next";
    this.#next.left = () => this.#untilNext(session);
    this.#next.tell = (milliseconds) => nextText(session.seat.coming, milliseconds);
    this.#self.dataset.testid = "self-view";
    this.#stage.append(this.#self, this.#alone);
    this.replaceChildren(
      h("header", { class: "room-head" }, h("div", { class: "room-words" }, this.#round, this.#prompt, this.#note, this.#turn), this.#next, this.#clock),
      this.#stage,
    );
    this.#self.watch(context.camera);
    this.#turn.start(session);
  }

  /** @param {Readonly<Seat>} seat */
  update(seat) {
    const room = seat.running?.room?.id ?? "";
    const coming = seat.coming?.room?.id ?? "";
    if (room !== this.#room) this.#enter(room);
    if (coming !== this.#comingRoom) this.#prepare(coming);
    this.#fill(this.#tiles, seat.running, true);
    this.#fill(this.#prepared, seat.coming, false);
    this.#describe(seat);
  }

  /** @param {ReadonlySet<string>} wishes */
  showWishes(wishes) {
    this.#wishes = wishes;
    for (const [person, tile] of this.#tiles) tile.wished = wishes.has(person);
  }

  /** Who else shows a screen. */
  get sharer() {
    return [...this.#tiles.values()].find((tile) => tile.sharing)?.peer ?? null;
  }

  get canFloat() {
    return document.pictureInPictureEnabled && this.#tiles.size > 0;
  }

  /** Sets one picture free of the page: a screen, or whoever speaks, or the first. Rejects where the browser won't. */
  async float() {
    const tiles = [...this.#tiles.values()];
    const tile = tiles.find((each) => each.sharing) ?? tiles.find((each) => each.hasAttribute("data-speaking")) ?? tiles[0];
    await tile?.float();
  }

  /** After a press of a button every picture may sound. */
  play() {
    for (const tile of this.#tiles.values()) tile.play();
  }

  /** @param {{clock: Clock, seat: Readonly<Seat>}} session */
  #untilNext({ clock, seat }) {
    return seat.coming ? Math.max(0, seat.coming.startsAt - clock.now()) : null;
  }

  /** The prepared tiles become those of the room; the others go. @param {string} room */
  #enter(room) {
    const prepared = room !== "" && room === this.#comingRoom;
    const left = [...this.#tiles.values()];
    this.#tiles = prepared ? this.#prepared : new Map();
    if (prepared) {
      this.#prepared = new Map();
      this.#comingRoom = "";
    }
    this.#room = room;
    for (const tile of left) tile.end();
  }

  /** @param {string} coming */
  #prepare(coming) {
    for (const tile of this.#prepared.values()) tile.end();
    this.#prepared.clear();
    this.#comingRoom = coming;
  }

  /** @param {Map<string, PeerTile>} tiles @param {Assignment | null} assignment @param {boolean} begun */
  #fill(tiles, assignment, begun) {
    const peers = assignment?.room ? assignment.peers : [];
    for (const [person, tile] of tiles) {
      if (peers.some(({ id }) => id === person)) continue;
      tiles.delete(person);
      tile.end();
    }
    const everybody = peers.map(({ name }) => name);
    const around = new Intl.ListFormat(document.documentElement.lang).format((assignment?.around ?? []).map(({ name }) => name));
    for (const peer of peers) {
      const tile = tiles.get(peer.id) ?? this.#addTile(tiles, peer);
      tile.peer = peer;
      const table = isScreen(assignment, peer);
      tile.called = table ? text("table.tile", { table: peer.name, names: around }) : shortName(peer.name, everybody);
      tile.table = table;
      tile.connect(this.#context?.mesh.linkTo(peer.id, peer.link));
      if (begun) tile.begin(this.#startOf(assignment));
      tile.refresh();
    }
  }

  /** @param {Map<string, PeerTile>} tiles @param {Assignment["peers"][number]} peer */
  #addTile(tiles, peer) {
    const tile = new PeerTile(peer);
    tile.wished = this.#wishes.has(peer.id);
    tiles.set(peer.id, tile);
    this.#stage.insertBefore(tile, this.#self);
    return tile;
  }

  /** When the conversation began for this page: with the round, or on coming into it later. @param {Assignment | null} assignment */
  #startOf(assignment) {
    const planned = this.#context?.session.clock.toLocal(assignment?.startsAt ?? 0) ?? 0;
    // A page that was reloaded is younger than its round, and has no time before its own.
    return performance.now() - planned < LATE ? Math.max(0, planned) : performance.now();
  }

  /** @param {Readonly<Seat>} seat */
  #describe({ running, coming, phase }) {
    const people = this.#tiles.size + 1;
    this.#stage.dataset.people = String(people);
    write(this.#round, roundText(phase));
    write(this.#prompt, running?.prompt ?? "");
    show(this.#prompt, Boolean(running?.prompt));
    // Whoever is at the table walks to the next one while those at home still sit here.
    const note = running?.room?.kind === "bridge" && coming !== null ? text("room.walking") : running?.note ?? "";
    write(this.#note, note);
    show(this.#note, note !== "");
    this.#turn.refresh();
    write(this.#alone, this.#tiles.size === 0 ? text("room.alone") : "");
    show(this.#alone, this.#tiles.size === 0);
    show(this.#next, coming !== null);
    this.#clock.toggleAttribute("data-paused", phase?.paused === true);
    this.#clock.refresh();
    this.#next.refresh();
  }
}

/** Milliseconds by which a page may be late and still count from the round's own start. */
const LATE = 1_000;

/** @param {Phase | null} phase */
export function roundText(phase) {
  if (!phase) return "";
  if (phase.paused) return text("room.paused");
  const { round, rounds } = phase;
  return rounds && rounds > round ? text("room.round.of", { round, rounds }) : text("room.round", { round });
}

/** @param {Assignment | null} coming @param {number} milliseconds */
export function nextText(coming, milliseconds) {
  const values = { names: names(coming), seconds: seconds(milliseconds) };
  return text(coming?.room && values.names ? "room.next" : "room.next.out", values);
}

/** @param {Assignment | null} assignment */
export function names(assignment) {
  const people = [...(assignment?.peers ?? []).filter((peer) => !isScreen(assignment, peer)), ...(assignment?.around ?? [])];
  return new Intl.ListFormat(document.documentElement.lang).format(people.map(({ name }) => name));
}

customElements.define("room-view", RoomView);
