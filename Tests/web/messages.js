/** Messages of the server for tests, complete and short to write. */

export const lobby = { name: "lobby", round: 0, startsAt: null, endsAt: null, paused: false, pausedAt: null, rounds: null };

export function round(number, more = {}) {
  return { name: "round", round: number, startsAt: number * 1_000, endsAt: (number + 1) * 1_000, paused: false, pausedAt: null, rounds: 9, ...more };
}

export function welcome(phase = lobby, id = "p1") {
  return {
    type: "welcome", you: { id, name: "Ana", role: "participant", mode: "online", profile: { headline: "", topics: [], company: "" } },
    gathering: { id: "cafe", title: "Café", locale: "es", open: true }, phase, resume: "secret", now: 0, iceServers: [],
    limits: { messageBytes: 65_536 },
  };
}

export function peer(id, more = {}) {
  return { id, name: id.toUpperCase(), mode: "online", profile: { headline: "", topics: [], company: "" }, initiator: true, link: 1, presence: "present", ...more };
}

/** A room of round `number` with these people, at that round's own times. */
export function assignment(number, people, more = {}) {
  return {
    type: "assignment", round: number, room: people && { id: `r${number}-1`, kind: "online", table: null },
    peers: (people ?? []).map((each) => (typeof each === "string" ? peer(each) : each)), prompt: "",
    startsAt: number * 1_000, endsAt: (number + 1) * 1_000, ...more,
  };
}

export function change(kind, room, someone, more = {}) {
  return { type: "peer", room, change: kind, peer: someone, ...more };
}
