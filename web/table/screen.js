/**
 * The screen of a table: joins those at home to those around the table, and looks after itself.
 *
 * @import {Camera} from "../media/camera.js"
 * @import {Mesh} from "../media/mesh.js"
 * @import {Session} from "../protocol/session.js"
 * @import {Seat} from "../protocol/seat.js"
 */
import { text } from "../languages/text.js";
import { find, listen, show } from "../elements/build.js";
import { NoticeBar } from "../elements/notice-bar.js";
import { RoomView } from "../elements/room-view.js";
import { ScreenView } from "../elements/screen-view.js";
import { publish } from "../participant/hooks.js";

/** Milliseconds after which a screen that was sent away tries again: nobody sits in front of it to press a button. */
const AGAIN = 15_000;

export class Screen {
  #room = find(RoomView, "room-view");
  #view = find(ScreenView, "screen-view");
  #notices = find(NoticeBar, "notice-bar");

  /** @param {{session: Session, camera: Camera, mesh: Mesh, forget: () => void}} parts */
  constructor(parts) {
    this.parts = parts;
  }

  begin() {
    const { session, camera, mesh } = this.parts;
    session.links = () => mesh.surviving();
    this.#room.start({ session, camera, mesh });
    this.#view.start(session);
    listen(session, "seat", (seat) => this.#update(seat));
    listen(session, "signal", (signal) => mesh.receive(signal));
    listen(session, "connection", ({ state, code }) => this.#connection(state, code));
    listen(session, "refused", ({ code, message }) => this.#refused(code, message));
    listen(this.#room, "silenced", () => this.#askForSound());
    addEventListener("online", () => session.connection.hurry());
    document.addEventListener("visibilitychange", () => !document.hidden && this.#wake());
    camera.open();
    this.#wake();
    session.join();
  }

  /** @param {Readonly<Seat>} seat */
  #update(seat) {
    if (!seat.phase) return;
    this.parts.mesh.follow(seat);
    this.#room.update(seat);
    const hasGuests = (seat.running?.peers.length ?? 0) > 0 && seat.phase.name === "round";
    show(this.#room, hasGuests);
    show(this.#view, !hasGuests);
    this.#view.update(seat);
    document.title = seat.you?.name ?? "";
    publish({ phase: hasGuests ? "round" : "lobby", seat });
  }

  /** @param {import("../protocol/connection.js").ConnectionState} state @param {number | null} code */
  #connection(state, code) {
    document.documentElement.dataset.connection = state === "open" || state === "closed" ? state : "reconnecting";
    if (state === "reconnecting") this.#notices.hold("connection", text("notice.reconnecting"));
    if (state === "open") this.#notices.withdraw("connection");
    if (state !== "closed") return;
    if (code === 4503) return this.#stop(text("ended.text"));
    const again = { label: text("screen.back"), act: () => location.reload() };
    if (code === 4501) return this.#stop(text("screen.elsewhere"), again);
    this.#stop(text("closed.other"), again);
    setTimeout(() => location.reload(), AGAIN);
  }

  /** A token that is no good any more makes room for a code; what may pass is tried again. @param {string} code @param {string} message */
  #refused(code, message) {
    this.#stop(message, { label: text("screen.anew"), act: () => this.#anew() });
    if (code !== "unauthorized") setTimeout(() => location.reload(), AGAIN);
  }

  #anew() {
    this.parts.forget();
    location.reload();
  }

  /** @param {string} words @param {{label: string, act: () => void}} [action] */
  #stop(words, action) {
    this.parts.mesh.close();
    show(this.#room, false);
    show(this.#view, true);
    this.#view.say(words, action);
  }

  /** A browser may want a press before it plays sound; once is enough for the evening. */
  #askForSound() {
    const on = () => {
      this.#notices.withdraw("sound");
      this.#room.play();
    };
    this.#notices.hold("sound", text("notice.silent"), { label: text("control.sound"), act: on });
  }

  /** A screen that sleeps shows nobody. */
  async #wake() {
    this.parts.session.connection.hurry();
    try {
      await navigator.wakeLock?.request("screen");
    } catch {
      // Some devices keep the say over their sleep; the organizer's guide tells how to set them.
    }
  }
}
