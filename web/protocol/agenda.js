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
 * What the next rounds are about, for those who like to think ahead; "" where nobody wrote it.
 * @param {Agenda | null} agenda
 */
export function nextPrompt(agenda) {
  const ahead = agenda?.steps.slice(agenda.step).find((step) => step.prompts?.length || step.prompt);
  return ahead?.prompts?.[0] ?? ahead?.prompt ?? "";
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
