/** Making elements. Text always becomes a text node: nothing here, or anywhere, parses HTML. */

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * @param {string} name
 * @param {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} [attributes]
 *   a function is a listener for the event of that name; `true` is an empty attribute;
 *   `false`, `null` and `undefined` leave the attribute out
 * @param {...Child} children
 * @returns {any}
 */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key, value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== false && value != null) element.setAttribute(key, String(value));
  }
  for (const child of children) if (child != null && child !== false) element.append(child);
  return element;
}

/**
 * Text in the direction of its own writing, isolated from what stands around it.
 * @param {string} name
 * @param {string} text
 * @param {Record<string, any>} [attributes]
 */
export function written(name, text, attributes = {}) {
  return h(name, { dir: directionOf(text), ...attributes }, text);
}

const LETTER = /\p{L}/gu;
const RTL_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu;

/**
 * The direction of a text by its letters. The browser's `dir=auto` looks at the first letter only
 * and gets an Arabic sentence that begins with 'WFP' wrong; it stays in charge of texts that
 * have no letters.
 * @param {string} text
 * @returns {'ltr' | 'rtl' | 'auto'}
 */
export function directionOf(text) {
  const letters = text.match(LETTER)?.length ?? 0;
  if (!letters) return 'auto';
  const rtl = text.match(RTL_LETTER)?.length ?? 0;
  return rtl / letters > 0.3 ? 'rtl' : 'ltr';
}

const ICONS = {
  close: 'M6 6l12 12M18 6L6 18',
  menu: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  send: 'M4 12l16-8-5 16-3.5-6.500zM11.500 13.500L20 4',
  globe: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18',
  down: 'M6 10l6 6l6-6',
};

/** @param {keyof typeof ICONS} name */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `icon icon-${name}`);
  const path = document.createElementNS(svg.namespaceURI, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}
