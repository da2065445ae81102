/** What a message carries besides its text: pictures, tables, links, cards and lists of cards. */

import { directionOf, h, icon, written } from './dom.js';
import { outward, safeAddress } from './links.js';

/**
 * @typedef {import('./types').Attachment} Attachment
 * @typedef {import('./types').Surroundings} Surroundings
 */

/**
 * @param {Attachment} item
 * @param {Surroundings} surroundings
 * @returns {HTMLElement | null}
 */
export function attachment(item, surroundings) {
  const kinds = { image, table, link, card, cards, chart };
  return kinds[item.kind ?? item.type]?.(item, surroundings) ?? null;
}

/**
 * @param {Attachment} item
 * @param {Surroundings} surroundings
 */
function image({ url, alt, title }, { locale, desk }) {
  const href = safeAddress(url, desk);
  if (!href?.startsWith('http')) return null;
  return h('figure', { class: 'image' },
    h('a', { ...outward(href), 'aria-label': locale.text('enlarge', { title: title || alt }) },
      h('img', { src: href, alt, crossorigin: 'anonymous' })),
    title && written('figcaption', title));
}

/**
 * A table beside a picture says the same in numbers, and stays folded.
 * @param {Attachment} item
 * @param {Surroundings} surroundings
 */
function table({ alt, title, data }, { locale, pictured }) {
  if (!data?.columns) return null;
  const { columns, rows } = /** @type {import('./types').TableData} */ (data);
  const name = title || alt;
  const grid = h('div', { class: 'table', role: 'region', tabindex: '0', 'aria-label': name },
    h('table', {},
      name && written('caption', name),
      h('thead', {}, h('tr', {},
        ...columns.map((column) => written('th', String(column), { scope: 'col' })))),
      h('tbody', {}, ...rows.map((row) => h('tr', {}, ...row.map((cell, index) => (
        index === 0 ? written('th', String(cell), { scope: 'row' }) : h('td', {}, value(cell, locale))
      )))))));
  if (!pictured) return grid;
  return h('details', { class: 'sources' }, h('summary', {}, locale.text('table')), grid);
}

/**
 * A chart is a picture that opens large, and a table of the same below it; when the picture cannot
 * be had, which the page's policy may be the reason for, the table takes its place.
 * @param {Attachment} item
 * @param {Surroundings} surroundings
 */
function chart({ url, title, table: { head, rows } }, surroundings) {
  const { locale, desk } = surroundings;
  const src = safeAddress(url, desk);
  const folded = table({ alt: title, data: { columns: head, rows } }, { ...surroundings, pictured: true });
  if (!src?.startsWith('http')) {
    folded.open = true;
    return folded;
  }
  const picture = (more = {}) => h('img', { src, crossorigin: 'anonymous', ...more });
  const frame = h('figure', { class: 'chart' },
    h('button', {
      type: 'button',
      'aria-label': locale.text('enlarge', { title }),
      'aria-haspopup': 'dialog',
      click: () => enlarge(picture({ alt: title }), frame, locale),
    }, picture({
      alt: title,
      error: () => {
        frame.querySelector('button').hidden = true;
        folded.open = true;
      },
    })),
    folded);
  return frame;
}

/**
 * The picture on the whole window until it is closed; the browser gives the focus back.
 * @param {HTMLElement} picture
 * @param {HTMLElement} place
 * @param {import('./locale.js').Locale} locale
 */
function enlarge(picture, place, locale) {
  const dialog = h('dialog', {
    class: 'large',
    'aria-label': picture.getAttribute('alt'),
    // The keys are the dialog's: Escape closes it and not the chat.
    keydown: (event) => event.stopPropagation(),
    click: () => dialog.close(),
    close: () => dialog.remove(),
  }, h('button', { type: 'button', 'aria-label': locale.text('shrink') }, icon('close')), picture);
  place.append(dialog);
  dialog.showModal();
}

/**
 * @param {string | number | null} cell
 * @param {import('./locale.js').Locale} locale
 */
function value(cell, locale) {
  if (typeof cell === 'number') return h('bdi', {}, locale.numbers.format(cell));
  return written('bdi', cell ?? '');
}

/**
 * @param {Attachment} item
 * @param {Surroundings} surroundings
 */
function link({ url, title, alt }, { desk }) {
  const href = safeAddress(url, desk);
  return href ? written('a', title || alt || href, { class: 'link', ...outward(href) }) : null;
}

/**
 * @param {Attachment} item
 * @param {Surroundings} surroundings
 * @param {HTMLElement | null} [button] what else can be done with it
 */
function card({ url, title, alt, data }, { locale, desk }, button = null) {
  const name = title || alt;
  /** @type {import('./types').CardData} */
  const { fields: given = [], link: target, link_text: words } = data ?? {};
  const href = safeAddress(target ?? url, desk);
  const fields = given.flatMap(({ label, value: text }) => [
    written('dt', label), h('dd', { dir: directionOf(String(text)) }, String(text)),
  ]);
  return h('article', { class: 'card' },
    written('h3', name),
    fields.length > 0 && h('dl', {}, ...fields),
    (href || button) && h('div', { class: 'choices' },
      href && h('a', {
        ...outward(href),
        'aria-label': words ? `${words}: ${name}` : locale.text('details-of', { title: name }),
      }, words || locale.text('details')),
      button));
}

/**
 * The choices of kind `card` stand on the cards, in their order.
 * @param {Attachment} item
 * @param {Surroundings} surroundings
 */
function cards({ alt, data }, surroundings) {
  return h('ul', { class: 'cards', 'aria-label': alt }, ...(data?.cards ?? []).map((
    /** @type {import('./types').CardData & { title: string }} */ each, /** @type {number} */ index,
  ) => h('li', {}, card({ title: each.title, data: each }, surroundings, surroundings.buttons[index]))));
}
