/**
 * The shapes of protocol v1 that the pages read and write; docs/protocol.md explains them.
 *
 * @typedef {{headline: string, topics: string[], company: string, answer?: string}} Profile
 * @typedef {{id: string, name: string, mode: string, profile: Profile}} Card
 * @typedef {Card & {initiator: boolean, link: number, presence: "present" | "lost"}} Peer
 * @typedef {Card & {role: string}} You
 *
 * @typedef {object} Phase
 * @property {"lobby" | "round" | "break" | "ended"} name
 * @property {number} round
 * @property {number | null} startsAt
 * @property {number | null} endsAt
 * @property {boolean} paused
 * @property {number | null} [pausedAt]
 * @property {number | null} [rounds]
 *
 * @typedef {object} Assignment
 * @property {"assignment"} type
 * @property {number} round
 * @property {{id: string, kind: string, table: string | null} | null} room
 * @property {Peer[]} peers
 * @property {Card[]} [around] who sits around the table that one sees on a screen, or whose screen one is
 * @property {number} startsAt
 * @property {number} endsAt
 * @property {string} prompt
 * @property {string} [reason] without a room: why
 * @property {string} [note] with an unusual room: what and why
 * @property {Turns} [turns] where people speak in turn
 *
 * @typedef {{from: number, lengthSeconds: number, order: string[]}} Turns
 *
 * @typedef {object} AgendaStep
 * @property {"welcome" | "rounds" | "circle" | "break" | "coffee" | "farewell"} kind
 * @property {string} title
 * @property {string} text
 * @property {number} [rounds]
 * @property {string} [prompt]
 * @property {string[]} [prompts]
 * @property {number} [lengthSeconds]
 * @property {number | null} startsAt
 * @property {number | null} endsAt
 *
 * @typedef {object} Agenda
 * @property {"agenda"} type
 * @property {"ready" | "running" | "waiting" | "over"} state
 * @property {number} step the present one, from 1; 0 for none
 * @property {AgendaStep[]} steps
 *
 * @typedef {{id: string, title: string, locale: string, open: boolean, question?: string, venue?: boolean}} Info
 *
 * @typedef {object} Look what a page may know before its person joins
 * @property {Info} gathering
 * @property {Phase} phase
 * @property {number | null} startsAt when the agenda begins by itself
 * @property {{name: string, profile: Profile, contact: string, mode?: string} | null} you
 *
 * @typedef {object} Welcome
 * @property {"welcome"} type
 * @property {You} you
 * @property {Info | null} gathering
 * @property {Phase | null} phase
 * @property {string | null} resume
 * @property {number} now
 * @property {RTCIceServer[]} iceServers
 * @property {{messageBytes: number, chatCharacters?: number}} limits
 *
 * @typedef {object} Signal
 * @property {"signal"} type
 * @property {string} from
 * @property {string} to
 * @property {string} room
 * @property {number} link
 * @property {RTCSessionDescriptionInit} [description]
 * @property {RTCIceCandidateInit | null} [candidate]
 *
 * @typedef {{type: "phase", phase: Phase}} PhaseMessage
 * @typedef {"joined" | "left" | "lost" | "back" | "relinked"} Change
 * @typedef {{type: "peer", room: string, change: Change, peer: Peer, holdSeconds?: number}} PeerMessage
 * @typedef {{type: "chat", room: string, from: string, text: string}} Chat
 * @typedef {{type: "match", person: string, name: string, contact: string}} Match
 * @typedef {{type: "announcement", text: string, from: string}} Announcement
 * @typedef {{type: "lobby", present: number, people: Card[]}} Lobby
 * @typedef {{type: "ok", re: string, [field: string]: any}} Ok
 * @typedef {{type: "error", re?: string, code: string, message: string}} Refusal
 * @typedef {{type: "time", t0: number, now: number}} Time
 * @typedef {{type: "roster.change", people: RosterEntry[]}} RosterChange
 * @typedef {{type: "help", room: string | null, on: boolean, from: string}} HelpCall
 *
 * @typedef {object} RosterEntry
 * @property {string} id
 * @property {string} name
 * @property {string} mode
 * @property {"expected" | "present" | "checked-in" | "lost" | "away" | "left" | "removed"} presence
 * @property {string | null} room
 * @property {string} [table] of that room, where it is at one
 * @property {boolean} passing
 * @property {boolean} waiting
 * @property {Quality} [quality] of the person's connections; absent while nobody knows
 *
 * @typedef {"good" | "fair" | "weak"} Quality
 *
 * @typedef {{type: "around", room: string, people: Card[]}} Around
 * @typedef {{type: "mode", mode: string}} ModeMessage
 * @typedef {{type: "pass", on: boolean, by?: "host"}} PassMessage
 * @typedef {{name: string, seats: number, screen: boolean, open: boolean, connected: boolean}} Table
 * @typedef {{type: "tables", tables: Table[]}} Tables
 * @typedef {{type: "seating", round: number, startsAt: number, tables: {table: string, people: string[], guests: string[]}[]}} TableSeating
 *
 * @typedef {Welcome | PhaseMessage | Assignment | PeerMessage | Signal | Chat | Match | Announcement | Lobby
 *   | Ok | Refusal | Time | RosterChange | HelpCall | Agenda | Around | ModeMessage | PassMessage
 *   | Tables | TableSeating} ServerMessage
 */

/** What a client offers at the upgrade. */
export const SUBPROTOCOL = "tertulia.v1";
