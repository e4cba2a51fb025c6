/**
 * The evening at a glance: its steps side by side, each as wide as it is long, and where we are in it.
 *
 * @import {Agenda, AgendaStep, Phase} from "./messages.js"
 *
 * @typedef {object} Stretch
 * @property {AgendaStep} step
 * @property {number} share of the whole evening, from 0 to 1
 * @property {"over" | "present" | "ahead"} state
 *
 * @typedef {{kind: "step", step: AgendaStep, at: number | null} | {kind: "round", round: number, at: number | null}
 *   | {kind: "lobby", at: number | null}} Next what follows, and when; null where a host decides
 */
import { presentStep } from "./agenda.js";

/** Minutes that a step is taken for whose end nobody knows yet. */
const UNKNOWN = 5 * 60_000;

/** Milliseconds. @param {AgendaStep} step */
function lengthOf({ startsAt, endsAt, lengthSeconds, rounds = 1 }) {
  if (startsAt !== null && endsAt !== null) return Math.max(1, endsAt - startsAt);
  return lengthSeconds ? lengthSeconds * 1000 * rounds : UNKNOWN;
}

/** @param {Agenda | null} agenda @returns {Stretch[]} */
export function stretches(agenda) {
  const steps = agenda?.steps ?? [];
  const whole = steps.reduce((sum, step) => sum + lengthOf(step), 0);
  const present = agenda?.state === "over" ? steps.length + 1 : (agenda?.step ?? 0);
  return steps.map((step, index) => ({
    step, share: lengthOf(step) / whole,
    state: index + 1 < present ? "over" : index + 1 === present ? "present" : "ahead",
  }));
}

/**
 * How far the present step has come, from 0 to 1; a step that waits for a host stands at its beginning.
 * @param {AgendaStep | null} step @param {Phase | null} phase @param {number} now on the server's clock
 */
export function progress(step, phase, now) {
  const { startsAt = null, endsAt = null } = step ?? (phase?.name === "round" ? phase : {});
  if (startsAt === null || endsAt === null || endsAt <= startsAt) return 0;
  const clock = phase?.paused && phase.pausedAt ? phase.pausedAt : now;
  return Math.min(1, Math.max(0, (clock - startsAt) / (endsAt - startsAt)));
}

/**
 * What comes after what is now; null where nothing does.
 * @param {Agenda | null} agenda @param {Phase | null} phase
 * @returns {Next | null}
 */
export function next(agenda, phase) {
  if (!phase || phase.name === "ended") return null;
  const isRound = phase.name === "round";
  const at = isRound ? phase.endsAt : phase.startsAt;
  const step = agenda && agenda.state !== "over" ? agenda.steps[agenda.step] : undefined;
  // A round that was called for the time of the next step is that step.
  const isCalled = !isRound && phase.startsAt !== null && phase.startsAt !== step?.startsAt;
  if (isCalled || (isRound && (phase.rounds ?? 0) > phase.round)) return { kind: "round", round: phase.round + 1, at };
  if (step) return { kind: "step", step, at: step.startsAt ?? presentStep(agenda)?.endsAt ?? null };
  return isRound && (!agenda || agenda.state === "over") ? { kind: "lobby", at } : null;
}
