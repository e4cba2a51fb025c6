/**
 * What takes a host's request back: for each type the requests that do, in their order.
 *
 * @typedef {{type: string, [field: string]: unknown}} Request
 *
 * @typedef {object} Before what was, as far as the way back needs it
 * @property {string | null} [room] the room that the person sat in, where it goes on without them
 * @property {string} [mode] where the person took part
 * @property {string} [presence]
 * @property {boolean} [passing] whether the person sat out
 * @property {Record<string, unknown>} [answer] what the server said to the request
 *
 * @typedef {(request: Request, before: Before) => Request[]} Inverse
 */

/** @type {Record<string, Inverse>} */
const INVERSES = {
  "round.start": () => [{ type: "round.end" }],
  "round.extend": ({ seconds }) => [{ type: "round.extend", seconds: -Number(seconds) }],
  "round.pause": () => [{ type: "round.resume" }],
  "round.resume": () => [{ type: "round.pause" }],
  "pair.keep": (request) => [{ ...request, rule: null }],
  "person.move": ({ person, with: other }, { room, passing }) => {
    // Brought back one by one, the second would be alone for a moment, and seated elsewhere.
    if (other) return [];
    if (room) return [{ type: "person.move", person, room }];
    return passing ? [{ type: "person.pass", person, on: true }] : [];
  },
  "person.pass": ({ person, on }, { room }) => {
    if (on === false) return [{ type: "person.pass", person, on: true }];
    return [room ? { type: "person.move", person, room } : { type: "person.pass", person, on: false }];
  },
  "person.mode": ({ person }, { mode }) => modeOf(person, mode),
  "person.checkin": ({ person, on }, { mode, presence }) => {
    if (on === false) return [{ type: "person.checkin", person, on: true }];
    const expected = presence === "expected" ? { expected: true } : {};
    // Whoever is checked in is in the venue from then on, and that has a way back of its own.
    return [{ type: "person.checkin", person, on: false, ...expected }, ...(mode === "venue" ? [] : modeOf(person, mode))];
  },
  "person.add": (_, { answer }) => (answer?.person ? [{ type: "person.remove", person: answer.person }] : []),
  "table.add": ({ table }) => [{ type: "table.close", table }],
  "table.close": ({ table }) => [{ type: "table.open", table }],
  "table.open": ({ table }) => [{ type: "table.close", table }],
  "help.done": ({ room, person }) => (person ? [{ type: "help.done", room, person, on: false }] : []),
};

/**
 * The requests that undo another one; none where nothing does, and it had better be asked about first.
 * @param {Request} request @param {Before} [before]
 * @returns {Request[]}
 */
export function undoOf(request, before = {}) {
  return INVERSES[request.type]?.(request, before) ?? [];
}

/** @param {unknown} person @param {string} [mode] @returns {Request[]} */
function modeOf(person, mode) {
  return mode === undefined ? [] : [{ type: "person.mode", person, mode }];
}
