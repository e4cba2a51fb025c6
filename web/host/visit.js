/**
 * A host looks in on a room: the participant's page opens beside the host's, and the room sees who has come.
 *
 * @import {Session} from "../protocol/session.js"
 */

/** One window for all visits of this page. */
const WINDOW = "tertulia-visit";

/**
 * Call it from a press of a button, or the browser opens no window.
 * @param {Session} session @param {string} room
 * @returns {Promise<boolean>} whether there was a window to open; rejects with a RequestError
 */
export async function visit(session, room) {
  const page = window.open("", WINDOW);
  try {
    const { link } = await session.request({ type: "room.visit", room });
    // Without a link the window is a visit already, and has been taken along.
    if (page && link) page.location.href = link;
    return page !== null;
  } catch (error) {
    if (page?.location.href === "about:blank") page.close();
    throw error;
  }
}
