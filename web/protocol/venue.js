/**
 * What a seat means for somebody in the venue.
 *
 * @import {Assignment, Card, You} from "./messages.js"
 * @import {Seat} from "./seat.js"
 */

/**
 * Whether this page is a phone in the venue: its person has no connection of their own.
 * @param {You | null} you @param {Seat["gathering"]} gathering
 */
export function isInVenue(you, gathering) {
  return you?.mode === "venue" && you.role !== "table" && gathering?.venue === true;
}

/**
 * The table of an assignment with who is there; null for a room at home.
 * @param {Assignment | null} assignment @param {You | null} you
 * @returns {{table: string, around: Card[], onScreen: Card[], prompt: string} | null}
 */
export function atTable(assignment, you) {
  if (!assignment?.room?.table || you?.mode !== "venue") return null;
  const around = assignment.peers.filter(({ mode }) => mode === "venue");
  const onScreen = assignment.peers.filter(({ mode }) => mode !== "venue");
  return { table: assignment.room.table, around, onScreen, prompt: assignment.prompt };
}

/**
 * Whether a peer is the screen of a table, which stands for those around it.
 * @param {Assignment | null} assignment @param {Card} peer
 */
export function isScreen(assignment, peer) {
  return assignment?.room?.kind === "bridge" && peer.mode === "venue";
}
