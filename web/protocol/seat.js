/**
 * What a participant's page knows of the gathering: a value, and a pure function from messages to the next value.
 *
 * No clock, no connection, no DOM: `now` is a parameter, and what others should be told comes out as effects.
 *
 * @import {Agenda, Around, Assignment, Announcement, Card, Change, Chat, HelpCall, Lobby, Match, PassMessage, Peer, PeerMessage, Phase, Refusal, ServerMessage, Welcome, You} from "./messages.js"
 *
 * @typedef {object} Seat
 * @property {You | null} you
 * @property {Welcome["gathering"]} gathering
 * @property {Phase | null} phase
 * @property {"self" | "host" | null} passing who said that this person sits the coming rounds out; null: they are in
 * @property {Assignment | null} running the room of this round, or why there is none
 * @property {Assignment | null} coming the room of the next round, prepared and not yet begun
 * @property {{present: number, people: Card[]}} lobby
 * @property {Announcement | null} announcement the last one
 * @property {Agenda | null} agenda the scripted evening, where there is one
 * @property {Match[]} matches
 * @property {Card[]} met everybody of the rooms so far, latest last
 *
 * @typedef {{kind: "peer", change: Change, peer: Peer, holdSeconds?: number}
 *   | {kind: "chat", chat: Chat}
 *   | {kind: "announcement", announcement: Announcement}
 *   | {kind: "match", match: Match}
 *   | {kind: "help", on: boolean}
 *   | {kind: "pass", passing: Seat["passing"]}
 *   | {kind: "refusal", code: string, message: string}
 *   | {kind: "room", room: string | null}
 *   | {kind: "coming", assignment: Assignment}} Effect
 */
import { isScreen } from "./venue.js";

/** @type {Readonly<Seat>} */
export const nobody = Object.freeze({
  you: null,
  gathering: null,
  phase: null,
  passing: null,
  running: null,
  coming: null,
  lobby: { present: 0, people: [] },
  announcement: null,
  agenda: null,
  matches: [],
  met: [],
});

/**
 * @param {Readonly<Seat>} seat
 * @param {ServerMessage} message
 * @param {number} now on the server's clock
 * @returns {{seat: Readonly<Seat>, effects: Effect[]}}
 */
export function receive(seat, message, now) {
  switch (message.type) {
    case "welcome":
      return withRoomEffect(seat, welcomed(seat, message, now));
    case "phase":
      return withRoomEffect(seat, inPhase(seat, message.phase, now));
    case "assignment":
      return assigned(seat, message, now);
    case "peer":
      return changed(seat, message);
    case "lobby":
      return only({ ...seat, lobby: { present: message.present, people: message.people } });
    case "help":
      return only(seat, ...(message.room === seat.running?.room?.id ? [helpEffect(message)] : []));
    case "around":
      return only(withAround(seat, message));
    case "mode":
      return only({ ...seat, you: seat.you && { ...seat.you, mode: message.mode } });
    case "pass":
      return passed(seat, message);
    case "announcement":
      return only({ ...seat, announcement: message }, { kind: "announcement", announcement: message });
    case "agenda":
      return only({ ...seat, agenda: message });
    case "match": {
      const others = seat.matches.filter((match) => match.person !== message.person);
      // Whoever comes back is told of every match once more.
      const isNew = others.length === seat.matches.length;
      return only({ ...seat, matches: [...others, message] }, ...(isNew ? [matchEffect(message)] : []));
    }
    case "chat":
      return only(seat, ...(message.room === seat.running?.room?.id ? [chatEffect(message)] : []));
    case "error":
      return only(seat, ...refusalEffects(message));
    default:
      return only(seat);
  }
}

/**
 * Moves into the coming room once its time is there.
 * @param {Readonly<Seat>} seat
 * @param {number} now
 */
export function begin(seat, now) {
  return isDue(seat, now) ? withRoomEffect(seat, moved(seat)) : only(seat);
}

/**
 * When `begin` must be called: an instant of the server's clock, or null while nothing is coming.
 * @param {Readonly<Seat>} seat
 */
export function nextTurn(seat) {
  return seat.coming && !isHeld(seat) ? seat.coming.startsAt : null;
}

/**
 * Takes the announcement off the page.
 * @param {Readonly<Seat>} seat
 */
export function dismissAnnouncement(seat) {
  return only({ ...seat, announcement: null });
}

/** @param {Readonly<Seat>} seat @param {...Effect} effects */
function only(seat, ...effects) {
  return { seat, effects };
}

/**
 * A signal that reaches the server after its room has closed is refused, and nobody needs to hear of it.
 * @param {Refusal} refusal @returns {Effect[]}
 */
function refusalEffects({ code, message }) {
  return code === "forbidden" ? [] : [{ kind: "refusal", code, message }];
}

/** @param {Match} match @returns {Effect} */
function matchEffect(match) {
  return { kind: "match", match };
}

/** Whether one's own call for a host stands. @param {HelpCall} call @returns {Effect} */
function helpEffect({ on }) {
  return { kind: "help", on };
}

/** Said after every welcome, and only news where it is another than before. @param {Readonly<Seat>} seat @param {PassMessage} message */
function passed(seat, { on, by }) {
  const passing = on ? (by ?? "self") : null;
  if (passing === seat.passing) return only(seat);
  /** @type {Effect} */
  const effect = { kind: "pass", passing };
  return only({ ...seat, passing }, effect);
}

/** @param {Chat} chat @returns {Effect} */
function chatEffect(chat) {
  return { kind: "chat", chat };
}

/**
 * Says so where the step led into another room, or out of one.
 * @param {Readonly<Seat>} before @param {Readonly<Seat>} after @param {Effect[]} effects
 */
function withRoomEffect(before, after, effects = []) {
  const room = after.running?.room?.id ?? null;
  if (room === (before.running?.room?.id ?? null)) return { seat: after, effects };
  /** @type {Effect} */
  const effect = { kind: "room", room };
  return { seat: { ...after, met: metWith(after) }, effects: [...effects, effect] };
}

/** Everybody met, the people of the room at hand last. @param {Readonly<Seat>} seat */
function metWith({ met, running }) {
  const people = running?.peers.filter((peer) => !isScreen(running, peer)) ?? [];
  const here = [...people, ...(running?.around ?? [])];
  return [...met.filter((card) => !here.some((peer) => peer.id === card.id)), ...here.map(cardOf)];
}

/** Who sits around a table that one sees. @param {Readonly<Seat>} seat @param {Around} message @returns {Readonly<Seat>} */
function withAround(seat, { room, people }) {
  if (seat.coming?.room?.id === room) return { ...seat, coming: { ...seat.coming, around: people } };
  if (seat.running?.room?.id !== room) return seat;
  const next = { ...seat, running: { ...seat.running, around: people } };
  return { ...next, met: metWith(next) };
}

/** @param {Card} peer @returns {Card} */
function cardOf({ id, name, mode, profile }) {
  return { id, name, mode, profile };
}

/**
 * A welcome after a lost connection keeps the rooms that its phase still allows: the assignments that follow say
 * what is new, and until then nobody's picture is taken away.
 * @param {Readonly<Seat>} seat @param {Welcome} welcome @param {number} now @returns {Readonly<Seat>}
 */
function welcomed(seat, { you, gathering, phase }, now) {
  const known = seat.you?.id === you.id ? seat : nobody;
  return phase ? inPhase({ ...known, you, gathering }, phase, now) : { ...known, you, gathering };
}

/** @param {Readonly<Seat>} seat @param {Phase} phase @param {number} now @returns {Readonly<Seat>} */
function inPhase(seat, phase, now) {
  const next = { ...seat, phase };
  if (phase.name === "ended") return { ...next, running: null, coming: null };
  if (phase.name === "round") {
    if (next.coming?.round === phase.round) return moved(next);
    return next.running && next.running.round < phase.round ? { ...next, running: null } : next;
  }
  const called = phase.startsAt !== null && phase.startsAt > now && next.coming?.round === phase.round + 1;
  return { ...next, running: null, coming: called ? next.coming : null };
}

/** @param {Readonly<Seat>} seat @param {Assignment} assignment @param {number} now */
function assigned(seat, assignment, now) {
  if (isStale(seat, assignment)) return only(seat);
  if (assignment.startsAt > now) {
    const running = seat.running && seat.running.round >= assignment.round ? null : seat.running;
    /** @type {Effect} */
    const effect = { kind: "coming", assignment };
    const isNew = seat.coming?.room?.id !== assignment.room?.id || seat.coming?.round !== assignment.round;
    return withRoomEffect(seat, { ...seat, running, coming: assignment }, isNew ? [effect] : []);
  }
  const coming = seat.coming && seat.coming.round > assignment.round ? seat.coming : null;
  const next = { ...seat, running: assignment, coming };
  return withRoomEffect(seat, { ...next, met: metWith(next) });
}

/** @param {Readonly<Seat>} seat @param {Assignment} assignment */
function isStale({ phase }, { round }) {
  if (!phase || phase.name === "ended") return true;
  return phase.name === "round" ? round < phase.round : round <= phase.round;
}

/** @param {Readonly<Seat>} seat @param {PeerMessage} message */
function changed(seat, { room, change, peer, holdSeconds }) {
  if (seat.coming?.room?.id === room) {
    return only({ ...seat, coming: withPeer(seat.coming, change, peer) });
  }
  if (seat.running?.room?.id !== room) return only(seat);
  const next = { ...seat, running: withPeer(seat.running, change, peer) };
  return only({ ...next, met: metWith(next) }, { kind: "peer", change, peer, holdSeconds });
}

/** @param {Assignment} assignment @param {Change} change @param {Peer} peer @returns {Assignment} */
function withPeer(assignment, change, peer) {
  const { peers } = assignment;
  // What was said of the room's size holds no more.
  if (change === "left") return { ...assignment, note: undefined, peers: peers.filter(({ id }) => id !== peer.id) };
  const known = peers.some(({ id }) => id === peer.id);
  if (!known) return { ...assignment, note: undefined, peers: [...peers, peer] };
  return { ...assignment, peers: peers.map((old) => (old.id === peer.id ? peer : old)) };
}

/** @param {Readonly<Seat>} seat @returns {Readonly<Seat>} */
function moved(seat) {
  return { ...seat, running: seat.coming, coming: null };
}

/** @param {Readonly<Seat>} seat @param {number} now */
function isDue(seat, now) {
  const turn = nextTurn(seat);
  return turn !== null && turn <= now;
}

/**
 * While the round is paused, the next one does not come: the server tells its new time when it goes on.
 * @param {Readonly<Seat>} seat
 */
function isHeld({ phase, coming }) {
  return phase?.paused === true && (coming?.round ?? 0) > phase.round;
}
