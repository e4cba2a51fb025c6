/**
 * What the server refused, in the reader's language. The server's own sentences are English: elsewhere the code says
 * what kind of refusal it is.
 */
import { language, text } from "../languages/text.js";

/** @type {Record<string, import("../languages/text.js").Key>} */
const KINDS = {
  unauthorized: "refused.unauthorized", forbidden: "refused.forbidden", "not-found": "refused.not-found",
  conflict: "refused.conflict", "rate-limited": "refused.rate-limited", unavailable: "refused.unavailable",
};

/** @param {{code: string, message: string}} refusal */
export function refusalText({ code, message }) {
  // A request that never reached the server was refused by nobody.
  if (code === "unavailable" && !message.includes(" ")) return text("error.offline");
  const kind = KINDS[code];
  return language === "en" || !kind ? message : text(kind);
}
