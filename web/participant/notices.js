/**
 * What is said about the things that happen in a room.
 * @import {Effect} from "../protocol/seat.js"
 */
import { text } from "../languages/text.js";

/** Seconds that a seat is kept, where the server does not say. */
const HOLD = 30;

/** @param {Effect} effect @returns {string | null} */
export function noticeOf(effect) {
  if (effect.kind === "match") return text("match.notice", { name: effect.match.name });
  if (effect.kind !== "peer") return null;
  const { name } = effect.peer;
  switch (effect.change) {
    case "joined":
      return text("notice.joined", { name });
    case "left":
      return text("notice.left", { name });
    case "lost":
      return text("notice.lost", { name, seconds: effect.holdSeconds ?? HOLD });
    case "back":
      return text("notice.back", { name });
    case "relinked":
      return null;
  }
}
