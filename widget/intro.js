/** What stands before the first message: who answers for the data, a greeting, things to ask. */

import { h, written } from './dom.js';
import { outward, safeAddress } from './links.js';
import { markdown } from './markdown.js';

const EXAMPLES = [1, 2, 3, 4];

/**
 * @param {import('./types').Settings} settings
 * @param {import('./locale.js').Locale} locale
 * @param {string} desk
 * @param {string} greeting
 * @param {(text: string) => void} onExample
 */
export function intro({ privacy, texts }, locale, desk, greeting, onExample) {
  const href = safeAddress(privacy.url, desk);
  const examples = EXAMPLES.map((number) => texts[`widget-example-${number}`]).filter(Boolean);
  return h('div', { class: 'intro' },
    h('section', { class: 'privacy', 'aria-label': locale.text('privacy') },
      markdown(privacy.text, desk),
      href && h('p', {}, h('a', outward(href), locale.text('privacy-link')))),
    h('div', { class: 'message assistant' },
      h('div', { class: 'bubble' }, markdown(greeting, desk))),
    examples.length > 0 && h('div', {
      class: 'choices examples', role: 'group', 'aria-label': locale.text('examples'),
    }, ...examples.map((text) => written('button', text, {
      type: 'button', class: 'choice', click: () => onExample(text),
    }))));
}
