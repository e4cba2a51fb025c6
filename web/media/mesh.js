/**
 * All links of this page: those that the seat asks for stand, those it no longer asks for go.
 *
 * @import {Seat} from "../protocol/seat.js"
 * @import {Signal} from "../protocol/messages.js"
 * @import {WantedLink} from "../protocol/links.js"
 * @import {Level} from "../protocol/line.js"
 * @import {Camera} from "./camera.js"
 * @import {Content} from "./peer-link.js"
 */
import { ownLine } from "../protocol/line.js";
import { linkKey, survivingLinks, wantedLinks } from "../protocol/links.js";
import { PeerLink } from "./peer-link.js";

/** Milliseconds until a link of the last room is torn down: that work must not delay the first frame of the next. */
const GRACE = 400;
/** Milliseconds after which a link that does not stand is asked to be made anew. */
const PATIENCE = 4_000;
/** Every new attempt with the same person gets twice the time, up to so many: a slow machine is not helped by haste. */
const DOUBLINGS = 3;
/** Milliseconds between two looks at who speaks. */
const HEARING = 250;
/** Milliseconds between two looks at how good the lines are. */
const MEASURING = 3_000;

/** The kind of key that browsers make for themselves. @type {EcKeyGenParams} */
const CURVE = { name: "ECDSA", namedCurve: "P-256" };

export class Mesh extends EventTarget {
  /** @type {Map<string, PeerLink>} */
  links = new Map();
  /** The links that the seat asks for. @type {Map<string, WantedLink>} */
  #wanted = new Map();
  #you = "";
  /** How often a new link was asked for in vain, by person. @type {Map<string, number>} */
  #attempts = new Map();
  /** One certificate serves every link of the page, so that none has to be made while people wait. */
  /** @type {RTCCertificate[]} */
  #certificates = [];
  /** @type {Level | null} */
  #line = null;

  /**
   * @param {object} options
   * @param {Camera} options.camera
   * @param {() => RTCIceServer[]} options.iceServers
   * @param {(signal: Signal) => void} options.send
   * @param {(relink: {room: string, person: string, link: number}) => void} options.relink
   */
  constructor(options) {
    super();
    this.options = options;
    RTCPeerConnection.generateCertificate(CURVE).then((certificate) => (this.#certificates = [certificate]), () => {});
    options.camera.addEventListener("change", () => this.#deviceChanged());
    setInterval(() => this.#hear(), HEARING);
    setInterval(() => this.#measure(), MEASURING);
  }

  /**
   * Brings the links in step with the seat. Those of the room at hand begin to speak in the same turn.
   * @param {Readonly<Seat>} seat
   */
  follow(seat) {
    this.#you = seat.you?.id ?? "";
    this.#wanted = wantedLinks(seat);
    for (const wanted of this.#wanted.values()) if (wanted.active) this.#speak(this.#linkFor(wanted), wanted);
    for (const [key, link] of this.links) if (!this.#wanted.has(key)) this.#drop(key, link);
    for (const wanted of this.#wanted.values()) if (!wanted.active) this.#linkFor(wanted).fit(wanted.size);
    this.dispatchEvent(new Event("change"));
  }

  /** The link to a peer, where it stands or is being made. @param {string} person @param {number} link */
  linkTo(person, link) {
    return this.links.get(linkKey(person, link));
  }

  /** Signals of other links than those asked for are late, and dropped. @param {Signal} signal */
  receive({ from, link, description, candidate }) {
    this.linkTo(from, link)?.receive(description ? { description } : { candidate });
  }

  /** What a page that only lost the server still holds. */
  surviving() {
    return survivingLinks([...this.links.values()].map(({ person, link, alive }) => ({ person, link, alive })));
  }

  /** The evening is over for this page. */
  close() {
    this.#wanted.clear();
    for (const [key, link] of this.links) this.#drop(key, link);
  }

  /** @param {WantedLink} wanted */
  #linkFor({ key, peer }) {
    const known = this.links.get(key);
    if (known) return known;
    const link = new PeerLink({
      person: peer.id,
      link: peer.link,
      initiator: peer.initiator,
      configuration: {
        iceServers: this.options.iceServers(),
        bundlePolicy: "max-bundle",
        certificates: this.#certificates,
      },
      send: (content) => this.#send(key, content),
      patience: PATIENCE * 2 ** Math.min(this.#attempts.get(peer.id) ?? 0, DOUBLINGS),
      onStuck: () => this.#stuck(key),
    });
    link.addEventListener("state", () => link.state === "connected" && this.#attempts.delete(peer.id));
    this.links.set(key, link);
    return link;
  }

  /** @param {PeerLink} link @param {WantedLink} wanted */
  #speak(link, { size }) {
    if (!link.active) link.activate(this.#tracks, this.#signs);
    link.fit(size);
  }

  /** @param {string} key @param {PeerLink} link */
  #drop(key, link) {
    this.links.delete(key);
    link.silence();
    setTimeout(() => link.close(), GRACE);
  }

  #hear() {
    for (const link of this.links.values()) if (link.active) link.hear();
  }

  /** Tells `line` with the level of this page's own line as detail, whenever it is another one. */
  async #measure() {
    const active = [...this.links.values()].filter((link) => link.active);
    await Promise.all(active.map((link) => link.measure()));
    const level = ownLine(active.map((link) => link.line));
    if (level === null || level === this.#line) return;
    this.#line = level;
    this.dispatchEvent(new CustomEvent("line", { detail: level }));
  }

  #deviceChanged() {
    for (const link of this.links.values()) {
      if (link.active) link.activate(this.#tracks, this.#signs);
    }
  }

  get #tracks() {
    return this.options.camera.outgoing;
  }

  get #signs() {
    const { sounds, shows, screen } = this.options.camera;
    return { sound: sounds, picture: shows, screen: screen !== null };
  }

  /** @param {string} key @param {Content} content */
  #send(key, content) {
    const wanted = this.#wanted.get(key);
    if (!wanted) return;
    const { room, peer } = wanted;
    this.options.send({ type: "signal", from: this.#you, to: peer.id, room, link: peer.link, ...content });
  }

  /** Somebody who has lost the server can't be asked; their return brings a new link. @param {string} key */
  #stuck(key) {
    const wanted = this.#wanted.get(key);
    if (!wanted || wanted.peer.presence === "lost") return;
    this.#attempts.set(wanted.peer.id, (this.#attempts.get(wanted.peer.id) ?? 0) + 1);
    this.options.relink({ room: wanted.room, person: wanted.peer.id, link: wanted.peer.link });
  }
}
