/** Makes elements in one expression. What others wrote goes in as a child: children become text, never markup. */

/**
 * @typedef {Node | string | number | null | undefined | false} Child
 * @typedef {Record<string, any>} Properties `class`, `testid`, `on…` handlers, `aria-…`/`data-…`/plain attributes
 */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Properties} [properties]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "testid") element.dataset.testid = value;
    else if (name === "class") element.className = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(.../** @type {(Node | string)[]} */ (
    children.filter((child) => child !== null && child !== undefined && child !== false).map((child) =>
      typeof child === "number" ? String(child) : child)
  ));
  return element;
}

/**
 * One of our own drawings, in the colour of the text around it.
 * @param {string} name a file of `icons/`
 */
export function icon(name) {
  return h("span", { class: `icon icon-${name}`, "aria-hidden": "true" });
}

/**
 * A round portrait of initials, in a warm colour that stays with the person.
 * @param {{id: string, name: string}} person
 */
export function portrait({ id, name }) {
  const hue = [...id].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 6, 0);
  return h("span", { class: `portrait portrait-${hue}`, "aria-hidden": "true" }, initials(name));
}

/** @param {string} name */
export function initials(name) {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => [...(word ?? "")][0] ?? "");
  return letters.join("").toLocaleUpperCase();
}

/**
 * Shows or hides, without a trace for those who don't see the screen.
 * @param {HTMLElement} element @param {boolean} visible
 */
export function show(element, visible) {
  if (element.hidden === visible) element.hidden = !visible;
}

/**
 * Writes a text only where it changed, so that screen readers are not told the same again.
 * @param {Element} element @param {string} value
 */
export function write(element, value) {
  if (element.textContent !== value) element.textContent = value;
}

/**
 * Marks an element with data only where they changed: setting the same again would be a change to the page.
 * @param {HTMLElement} element @param {string} name @param {string | null | undefined} value null: no mark
 */
export function mark(element, name, value) {
  if (value === null || value === undefined) delete element.dataset[name];
  else if (element.dataset[name] !== value) element.dataset[name] = value;
}

/**
 * The page's own element of a kind; without it the page is broken, and says so.
 * @template {HTMLElement} T
 * @param {new () => T} type @param {string} selector
 * @returns {T}
 */
export function find(type, selector) {
  const element = document.querySelector(selector);
  if (!(element instanceof type)) throw new TypeError(`The page has no ${selector}.`);
  return element;
}

/**
 * Hands on what an event tells.
 * @param {EventTarget} target @param {string} type @param {(detail: any, event: Event) => void} act
 */
export function listen(target, type, act) {
  target.addEventListener(type, (event) => act(event instanceof CustomEvent ? event.detail : undefined, event));
}
