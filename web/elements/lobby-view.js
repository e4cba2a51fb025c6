/**
 * Between the rounds: who is here, what comes next and when.
 *
 * @import {AgendaStep} from "../protocol/messages.js"
 * @import {Souvenir} from "../protocol/keepsake.js"
 * @import {Seat} from "../protocol/seat.js"
 * @import {Clock} from "../protocol/clock.js"
 * @import {Camera} from "../media/camera.js"
 */
import { nextPrompt, presentStep } from "../protocol/agenda.js";
import { format, remaining, seconds } from "../protocol/countdown.js";
import { text } from "../languages/text.js";
import { h, show, write } from "./build.js";
import { AgendaList, stepName } from "./agenda-list.js";
import { BlockButton } from "./block-button.js";
import { CountDown } from "./count-down.js";
import { NoteField } from "./note-field.js";
import { PersonList } from "./person-list.js";
import { names } from "./room-view.js";
import { SelfView } from "./self-view.js";
import { passingText } from "./waiting-view.js";
import { WishButton } from "./wish-button.js";

export class LobbyView extends HTMLElement {
  #title = h("h1", {});
  #lead = h("p", { class: "lead" });
  #prompt = h("p", { class: "lobby-prompt", testid: "think" });
  #called = new CountDown();
  #count = h("h2", { testid: "lobby-count" });
  #more = h("p", { class: "people-more" });
  #self = new SelfView();
  #met = new PersonList("met-person");
  #people = new PersonList("lobby-person");
  #agenda = new AgendaList();
  #metSection = h("section", { class: "lobby-people" }, h("h2", {}, text("lobby.met")), this.#met);

  /** @param {{session: {clock: Clock, seat: Readonly<Seat>}, camera: Camera}} context */
  start({ session, camera }) {
    this.#called.className = "lobby-called";
    this.#called.left = () => remaining(session.seat.phase, session.clock.now());
    this.#called.tell = (milliseconds) => {
      const { coming } = session.seat;
      return coming?.peers.length
        ? text("room.next.begins", { names: names(coming), seconds: seconds(milliseconds) })
        : text("lobby.called", { time: format(milliseconds) });
    };
    this.replaceChildren(
      h("section", { class: "lobby-welcome" }, this.#self, h("div", {}, this.#title, this.#lead, this.#called, this.#prompt)),
      this.#agenda,
      this.#metSection,
      h("section", { class: "lobby-people" }, this.#count, this.#people, this.#more),
    );
    this.#self.watch(camera);
  }

  /**
   * @param {Readonly<Seat>} seat
   * @param {{wishes: ReadonlySet<string>, met: Souvenir[]}} own what this person chose and keeps
   */
  update({ you, phase, passing, coming, lobby, agenda }, { wishes, met }) {
    write(this.#title, text("lobby.title", { name: you?.name.split(" ")[0] ?? "" }));
    const step = presentStep(agenda);
    write(this.#lead, passing ? text(passingText(passing)) : step?.text || this.#state(phase, step));
    const isCalled = phase?.startsAt !== null;
    show(this.#lead, !isCalled || passing !== null || Boolean(step?.text));
    this.#agenda.update(agenda);
    const prompt = passing ? "" : coming?.prompt || nextPrompt(agenda);
    write(this.#prompt, prompt ? text("lobby.think", { prompt }) : "");
    show(this.#prompt, prompt !== "");
    show(this.#called, isCalled && !passing);
    this.#called.refresh();
    write(this.#count, text("lobby.here", { count: lobby.present }));
    this.#people.update(lobby.people);
    show(this.#metSection, met.length > 0);
    this.#met.update(phase?.name === "round" ? [] : met, buttons);
    for (const [person, card] of this.#met.cards) {
      const button = card.querySelector("wish-button");
      if (button instanceof WishButton) button.on = wishes.has(person);
    }
    const more = lobby.present - lobby.people.length;
    write(this.#more, more > 0 ? text("lobby.more", { count: more }) : "");
  }

  /** @param {Seat["phase"]} phase @param {AgendaStep | null} step */
  #state(phase, step) {
    if (phase?.name === "break" && step) return stepName(step);
    return text(phase?.round ? "lobby.between" : "lobby.waiting");
  }
}

/** @param {Souvenir} person */
function buttons(person) {
  const wish = new WishButton(person);
  wish.expose();
  return h("div", { class: "person-buttons" }, wish, new BlockButton(person), new NoteField(person));
}

customElements.define("lobby-view", LobbyView);
