/**
 * Why the browser gave no camera or microphone, and in which browser: each has its own place to mend it.
 *
 * @typedef {"denied" | "missing" | "busy" | "unsupported"} Trouble
 * @typedef {"chromium" | "firefox" | "safari" | "other"} Family
 */

/** @param {unknown} error of `getUserMedia` @returns {Trouble} */
export function troubleOf(error) {
  switch (error instanceof DOMException ? error.name : "") {
    case "NotAllowedError":
    case "SecurityError":
      return "denied";
    case "NotReadableError":
    case "AbortError":
      return "busy";
    case "NotSupportedError":
      return "unsupported";
    default:
      return "missing";
  }
}

/** @param {string} userAgent @returns {Family} */
export function familyOf(userAgent) {
  // Firefox and Chrome on an iPhone are Safari underneath, and the settings are Safari's.
  if (/iPhone|iPad/.test(userAgent)) return "safari";
  if (/Firefox\//.test(userAgent)) return "firefox";
  if (/Chrom(e|ium)\/|Edg\//.test(userAgent)) return "chromium";
  return /Safari\//.test(userAgent) ? "safari" : "other";
}
