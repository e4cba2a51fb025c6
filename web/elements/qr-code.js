/** A link as a QR code, dark on light whatever the colours of the page: readers want it so. */
import { encode, MARGIN, path } from "../protocol/qr/encode.js";
import { text } from "../languages/text.js";
import { show } from "./build.js";

const SVG = "http://www.w3.org/2000/svg";

export class QrCode extends HTMLElement {
  /** @type {string | null} */
  #link = null;

  /** @param {string | null} link null, or one too long for a code: nothing is shown */
  update(link) {
    if (link === this.#link) return;
    this.#link = link;
    const grid = link === null ? null : encode(link);
    show(this, grid !== null);
    this.replaceChildren(...(grid ? [drawing(grid.size + 2 * MARGIN, path(grid))] : []));
  }
}

/** @param {number} side @param {string} dark */
function drawing(side, dark) {
  const image = svg("svg", { viewBox: `0 0 ${side} ${side}`, role: "img", "aria-label": text("board.code"), "shape-rendering": "crispEdges" });
  image.append(svg("rect", { width: side, height: side, fill: "#fff" }), svg("path", { d: dark, fill: "#000" }));
  return image;
}

/** @param {string} name @param {Record<string, string | number>} attributes */
function svg(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  return element;
}

customElements.define("qr-code", QrCode);
