/** Where a page is: what its address says about the gathering and the visitor. */

/**
 * @typedef {object} Place
 * @property {string} gathering its id, "" where the address names none
 * @property {string | null} token of the fragment
 */

/**
 * @param {{pathname: string, hash: string}} address
 * @returns {Place}
 */
export function readPlace({ pathname, hash }) {
  const gathering = /^\/g\/([a-z0-9-]{1,64})(?:\/|$)/.exec(pathname)?.[1] ?? "";
  return { gathering, token: new URLSearchParams(hash.slice(1)).get("t") || null };
}

/**
 * What a token says of its bearer. Not verified: only to fill in a form ahead of the server's word.
 * @param {string | null} token
 * @returns {{name?: string, role?: string, gathering?: string, nbf?: number}}
 */
export function readClaims(token) {
  try {
    const part = (token ?? "").split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(part), (character) => character.charCodeAt(0));
    const claims = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === "object" && claims !== null ? claims : {};
  } catch {
    return {};
  }
}

/**
 * The address of the WebSocket beside a page.
 * @param {{protocol: string, host: string}} address
 */
export function socketAddress({ protocol, host }) {
  return `${protocol === "https:" ? "wss:" : "ws:"}//${host}/ws`;
}

/**
 * The page that a pasted link or gathering id leads to, or null where it is neither.
 * @param {string} text
 * @param {string} origin of this server
 */
export function readLink(text, origin) {
  const trimmed = text.trim();
  if (/^[a-z0-9-]{1,64}$/.test(trimmed)) return `/g/${trimmed}`;
  try {
    const url = new URL(trimmed);
    if (!/^https?:$/.test(url.protocol) || !readPlace(url).gathering) return null;
    return url.origin === origin ? url.pathname + url.hash : url.href;
  } catch {
    return null;
  }
}
