/**
 * What takes a host's request back.
 *
 * @typedef {{type: string, [field: string]: unknown}} Request
 */

/**
 * The request that undoes another one; null where nothing does, and it had better be asked about first.
 * @param {Request} request
 * @param {{from?: string | null}} [before] the room that a person was moved out of
 * @returns {Request | null}
 */
export function undoOf(request, { from = null } = {}) {
  switch (request.type) {
    case "round.start": return { type: "round.end" };
    case "round.extend": return { type: "round.extend", seconds: -Number(request.seconds) };
    case "round.pause": return { type: "round.resume" };
    case "round.resume": return { type: "round.pause" };
    case "pair.keep": return { ...request, rule: null };
    case "person.move": return from === null ? null : { type: "person.move", person: request.person, room: from };
    default: return null;
  }
}
