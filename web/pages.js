/**
 * What the pages have in common: where they are, what their tab remembers, and the session that follows from it.
 */
import { language } from "./languages/text.js";
import { remember } from "./protocol/memory.js";
import { readPlace, socketAddress } from "./protocol/place.js";
import { Session } from "./protocol/session.js";

/**
 * Takes the token out of the address bar, where it would be seen and copied, and keeps it in the tab.
 * @param {string} page whose memory it is: links of a guest and of a host may be open in one tab after another
 */
export function openPlace(page) {
  const place = readPlace(location);
  const tab = remember(storage(() => sessionStorage), `tertulia:${page}:${place.gathering}`, {
    /** @type {string | null} */ token: null,
    /** @type {string | null} */ resume: null,
    muted: false,
    hidden: false,
    venue: false,
    /** @type {string[]} */ wishes: [],
  });
  if (place.token !== null) {
    if (place.token !== tab.token) tab.resume = null;
    tab.token = place.token;
    history.replaceState(null, "", location.pathname);
  }
  return { gathering: place.gathering, tab, link: `${location.origin}/g/${place.gathering}` };
}

/** @param {ReturnType<typeof openPlace>} place */
export function openSession({ gathering, tab }) {
  return new Session({ url: socketAddress(location), gathering, token: tab.token, locale: language, memory: tab });
}

/** What this device remembers of its owner, in every gathering. */
export function openDevice() {
  return remember(storage(() => localStorage), "tertulia", {
    name: "", headline: "", topics: "", contact: "", camera: "", microphone: "", chime: true, soft: false,
    /** @type {NonNullable<import("./media/camera.js").Choice["devices"]>} */ devices: "all",
  });
}

/**
 * What stays on this device of one gathering.
 * @param {string} gathering
 */
export function openKeepsake(gathering) {
  return remember(storage(() => localStorage), `tertulia:met:${gathering}`, {
    /** @type {import("./protocol/keepsake.js").Keepsake} */ people: {},
  });
}

/** Whose screen this device is. @param {string} gathering */
export function openScreen(gathering) {
  return remember(storage(() => localStorage), `tertulia:screen:${gathering}`, {
    /** @type {string | null} */ token: null,
  });
}

/** What this device remembers of whoever hosts on it. */
export function openHostDevice() {
  return remember(storage(() => localStorage), "tertulia:host", { keys: true });
}

/** A browser may forbid its storages altogether. @param {() => Storage} open */
function storage(open) {
  try {
    return open();
  } catch {
    return null;
  }
}
