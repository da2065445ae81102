/** The button that shows what can be done with the conversation. */

import { h, icon } from './dom.js';

/**
 * @typedef {object} Item
 * @property {string} label
 * @property {() => void} act
 * @property {boolean} [needed] does it need a conversation?
 * @property {boolean} [wide] only where the chat is not the whole page
 * @property {() => boolean} [pressed] of something that is switched on and off
 */

export class Menu {
  #items;

  /**
   * @param {string} label
   * @param {Item[]} items
   */
  constructor(label, items) {
    this.#items = items.map((item) => ({
      ...item,
      button: h('button', {
        type: 'button',
        click: () => {
          this.toggle(false);
          this.button.focus();
          item.act();
        },
      }, item.label),
    }));
    this.button = h('button', {
      type: 'button', 'aria-label': label, 'aria-expanded': 'false', click: () => this.toggle(),
    }, icon('menu'));
    this.list = h('ul', { hidden: true }, ...this.#items.map(
      ({ button, wide }) => h('li', wide ? { class: 'wide' } : {}, button),
    ));
    this.element = h('div', {
      class: 'menu',
      focusout: ({ relatedTarget }) => {
        if (relatedTarget && !this.element.contains(relatedTarget)) this.toggle(false);
      },
    }, this.button, this.list);
  }

  get isOpen() {
    return !this.list.hidden;
  }

  /** @param {boolean} [open] */
  toggle(open = !this.isOpen) {
    this.list.hidden = !open;
    this.button.setAttribute('aria-expanded', String(open));
  }

  /** @param {boolean} begun is there a conversation? */
  draw(begun) {
    for (const { button, needed, pressed } of this.#items) {
      button.disabled = Boolean(needed) && !begun;
      if (pressed) button.setAttribute('aria-pressed', String(pressed()));
    }
  }
}
