/**
 * Contacts as a vCard file, version 4.0 (RFC 6350), which every address book reads.
 * @typedef {{name: string, contact?: string, note?: string}} Contact
 */

/** @param {Contact[]} contacts @returns {string} */
export function vCards(contacts) {
  return contacts.map(vCard).join("");
}

/** @param {Contact} contact */
function vCard({ name, contact = "", note = "" }) {
  const lines = ["BEGIN:VCARD", "VERSION:4.0", `FN:${escape(name)}`];
  if (contact) lines.push(reach(contact));
  if (note) lines.push(`NOTE:${escape(note)}`);
  return [...lines, "END:VCARD", ""].map(fold).join("\r\n");
}

/** People write what they like into the field: what can be told apart gets its own property. @param {string} contact */
function reach(contact) {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(contact)) return `EMAIL:${escape(contact)}`;
  if (/^https?:\/\/\S+$/u.test(contact)) return `URL:${contact}`;
  if (/^\+?[\d\s().-]{6,}$/u.test(contact)) return `TEL:${escape(contact)}`;
  return `NOTE:${escape(contact)}`;
}

/** RFC 6350, 3.4 @param {string} text */
function escape(text) {
  return text.replaceAll("\\", "\\\\").replaceAll(",", "\\,").replaceAll(";", "\\;").replaceAll(/\r\n|\r|\n/gu, "\\n");
}

/** At most 75 octets a line, none of them in the middle of a character: RFC 6350, 3.2. @param {string} line */
function fold(line) {
  const encoder = new TextEncoder();
  let [folded, octets] = ["", 0];
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) [folded, octets] = [`${folded}\r\n `, 1];
    folded += character;
    octets += size;
  }
  return folded;
}
