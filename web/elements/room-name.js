/** What people call a place: the table by its name, a room at home by its number. */
import { roomNumber } from "../protocol/roster.js";
import { text } from "../languages/text.js";

/** @param {string} room @param {string} [table] */
export function roomName(room, table) {
  return table ? text("table.name", { table }) : text("host.room", { number: roomNumber(room) });
}
