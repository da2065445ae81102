/** The button that shows what can be done with the conversation. */

import { h, icon } from './dom.js';

export class Menu {
  /**
   * @param {string} label
   * @param {{label: string, act: () => void}[]} items
   */
  constructor(label, items) {
    this.button = h('button', {
      type: 'button', 'aria-label': label, 'aria-expanded': 'false', click: () => this.toggle(),
    }, icon('menu'));
    this.list = h('ul', { hidden: true }, ...items.map((item) => h('li', {}, h('button', {
      type: 'button',
      click: () => {
        this.toggle(false);
        this.button.focus();
        item.act();
      },
    }, item.label))));
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

  /** @param {boolean} enabled */
  enable(enabled) {
    for (const button of this.list.querySelectorAll('button')) button.disabled = !enabled;
  }
}
