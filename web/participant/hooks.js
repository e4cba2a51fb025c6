/**
 * Where the page stands, as attributes of the document: for styles, for tests, and for whoever looks into a problem.
 * @import {Seat} from "../protocol/seat.js"
 */

/** @param {{phase: string, seat: Readonly<Seat> | null}} state */
export function publish({ phase, seat }) {
  const values = {
    phase,
    room: seat?.running?.room?.id ?? "",
    round: String(seat?.phase?.round ?? ""),
    you: seat?.you?.id ?? "",
    coming: seat?.coming?.room?.id ?? "",
  };
  const { dataset } = document.documentElement;
  for (const [name, value] of Object.entries(values)) if (dataset[name] !== value) dataset[name] = value;
}
