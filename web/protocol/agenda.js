/**
 * Where a scripted evening stands.
 *
 * @import {Agenda, AgendaStep} from "./messages.js"
 */

/**
 * The step that the evening is in; null before the first and after the last.
 * @param {Agenda | null} agenda
 * @returns {AgendaStep | null}
 */
export function presentStep(agenda) {
  return agenda?.steps[agenda.step - 1] ?? null;
}

/**
 * What whoever leads may ask of an agenda.
 * @param {Agenda | null} agenda
 * @returns {Set<"start" | "next" | "stop">}
 */
export function possibleSteps(agenda) {
  switch (agenda?.state) {
    case "ready": return new Set(["start"]);
    case "running":
    case "waiting": return new Set(["next", "stop"]);
    default: return new Set();
  }
}
