/**
 * Which connections to others a seat asks for: the people of the room at hand and of the coming one.
 *
 * @import {Assignment, Peer, Signal} from "./messages.js"
 * @import {Seat} from "./seat.js"
 *
 * @typedef {object} WantedLink
 * @property {string} key
 * @property {string} room where its signals are sent
 * @property {Peer} peer
 * @property {boolean} active whether both sit in the same room now
 * @property {number} size people in the room, this one included
 */
import { isInVenue } from "./venue.js";

/**
 * A link is a pair's connection with its number: another number is another connection.
 * @param {string} person @param {number} link
 */
export function linkKey(person, link) {
  return `${person}/${link}`;
}

/**
 * @param {Readonly<Seat>} seat
 * @returns {Map<string, WantedLink>}
 */
export function wantedLinks({ you, gathering, running, coming }) {
  /** @type {Map<string, WantedLink>} */
  const wanted = new Map();
  // Picture and voice of a table are its screen's.
  if (isInVenue(you, gathering)) return wanted;
  for (const [assignment, active] of /** @type {[Assignment | null, boolean][]} */ ([[running, true], [coming, false]])) {
    if (!assignment?.room || assignment.room.kind === "table") continue;
    for (const peer of assignment.peers) {
      const key = linkKey(peer.id, peer.link);
      if (wanted.has(key)) continue;
      wanted.set(key, { key, room: assignment.room.id, peer, active, size: assignment.peers.length + 1 });
    }
  }
  return wanted;
}

/**
 * What `join` tells of the connections that outlived a lost network, so that the server leaves them alone.
 * @param {Iterable<{person: string, link: number, alive: boolean}>} links
 * @returns {Record<string, number>}
 */
export function survivingLinks(links) {
  /** @type {Record<string, number>} */
  const surviving = {};
  for (const { person, link, alive } of links) {
    if (alive) surviving[person] = Math.max(surviving[person] ?? 0, link);
  }
  return surviving;
}
