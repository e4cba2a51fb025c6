/**
 * What to do where the browser gives no camera or microphone, in the words that fit the browser.
 * @import {Camera} from "../media/camera.js"
 * @import {Family, Trouble} from "../media/trouble.js"
 * @import {Key} from "../languages/text.js"
 */
import { familyOf } from "../media/trouble.js";
import { text } from "../languages/text.js";

/** @type {Record<Trouble, Key>} */
const WHAT = { denied: "device.denied", missing: "device.missing", busy: "device.busy", unsupported: "device.unsupported" };
/** @type {Record<Family, Key>} */
const ALLOW = {
  chromium: "device.allow.chromium", firefox: "device.allow.firefox", safari: "device.allow.safari",
  other: "device.allow.other",
};

/** @param {Camera} camera @returns {string} "" where nothing is wrong */
export function adviceOn({ asking, trouble, audio, video }) {
  if (asking) return text("device.asking");
  if (!trouble) return "";
  const allow = trouble === "denied" ? text(ALLOW[familyOf(navigator.userAgent)]) : "";
  const rest = audio ? text("device.only-sound") : video ? text("device.only-picture") : text("device.without");
  return [text(WHAT[trouble]), allow, rest].filter(Boolean).join(" ");
}
