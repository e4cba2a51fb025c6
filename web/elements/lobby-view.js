/**
 * Between the rounds: who is here, what comes next and when.
 *
 * @import {Card} from "../protocol/messages.js"
 * @import {Seat} from "../protocol/seat.js"
 * @import {Clock} from "../protocol/clock.js"
 * @import {Camera} from "../media/camera.js"
 */
import { format, remaining, seconds } from "../protocol/countdown.js";
import { text } from "../languages/text.js";
import { h, portrait, show, write } from "./build.js";
import { CountDown } from "./count-down.js";
import { names } from "./room-view.js";
import { SelfView } from "./self-view.js";

export class LobbyView extends HTMLElement {
  #title = h("h1", {});
  #lead = h("p", { class: "lead" });
  #called = new CountDown();
  #count = h("h2", { testid: "lobby-count" });
  #people = h("ul", { class: "people" });
  #more = h("p", { class: "people-more" });
  #self = new SelfView();
  /** The cards on show, by person. @type {Map<string, HTMLElement>} */
  #cards = new Map();

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
      h("section", { class: "lobby-welcome" }, this.#self, h("div", {}, this.#title, this.#lead, this.#called)),
      h("section", { class: "lobby-people" }, this.#count, this.#people, this.#more),
    );
    this.#self.watch(camera);
  }

  /** @param {Readonly<Seat>} seat @param {boolean} passing */
  update({ you, phase, lobby }, passing) {
    write(this.#title, text("lobby.title", { name: you?.name.split(" ")[0] ?? "" }));
    write(this.#lead, passing ? text("lobby.passing") : text(phase?.round ? "lobby.between" : "lobby.waiting"));
    const isCalled = phase?.startsAt !== null;
    show(this.#lead, !isCalled || passing);
    show(this.#called, isCalled && !passing);
    this.#called.refresh();
    write(this.#count, text("lobby.here", { count: lobby.present }));
    this.#fill(lobby.people);
    const more = lobby.present - lobby.people.length;
    write(this.#more, more > 0 ? text("lobby.more", { count: more }) : "");
  }

  /** Keeps the cards of those who stay, so that nothing flickers. @param {Card[]} people */
  #fill(people) {
    const here = new Set(people.map(({ id }) => id));
    for (const [id, card] of this.#cards) {
      if (here.has(id)) continue;
      card.remove();
      this.#cards.delete(id);
    }
    for (const person of people) {
      if (this.#cards.has(person.id)) continue;
      const card = h("li", { class: "person", testid: "lobby-person" }, portrait(person), h("div", { class: "person-words" },
        h("strong", { dir: "auto" }, person.name),
        person.profile?.headline && h("span", { dir: "auto" }, person.profile.headline)));
      this.#cards.set(person.id, card);
      this.#people.append(card);
    }
  }
}

customElements.define("lobby-view", LobbyView);
