/**
 * The list of messages. It is changed as little as possible, because it is a live region: what
 * stands in it is never put there twice, so a screen reader says it once.
 */

import { h } from './dom.js';
import { activateChoices, renderMessage, showDelivery } from './messages.js';

/** @typedef {import('./types').Context} Context */

export class Log {
  /** @type {Map<string, HTMLElement>} */
  #shown = new Map();
  #context;

  /** @param {Context} context */
  constructor(context) {
    this.#context = context;
    this.element = h('div', {
      class: 'log', role: 'log', 'aria-live': 'off', 'aria-relevant': 'additions',
      'aria-label': context.locale.text('log'),
    });
  }

  /** From now on new messages are read out; what was there before is not. */
  announce() {
    this.element.setAttribute('aria-live', 'polite');
  }

  /** @returns {HTMLElement[]} the messages that were not there before */
  draw() {
    const { conversation, locale } = this.#context;
    const { messages, pending } = conversation;
    const unsent = pending.map((item) => /** @type {any} */ ({ ...item, author: 'visitor' }));

    /** @type {Map<string, HTMLElement>} */
    const wanted = new Map();
    /** @type {HTMLElement[]} */
    const added = [];
    /** @param {string} key @param {() => HTMLElement} make */
    const want = (key, make) => {
      const element = this.#shown.get(key) ?? make();
      wanted.set(key, element);
      return element;
    };

    for (const message of [...messages, ...unsent]) {
      const day = new Date(message.at).toDateString();
      want(day, () => h('div', { class: 'day' }, h('span', {}, locale.day(message.at))));
      const key = message.client_id ?? String(message.seq);
      const element = want(key, () => {
        const made = renderMessage(message, this.#context);
        added.push(made);
        return made;
      });
      showDelivery(element, message.seq ? null : message, this.#context);
    }

    this.#arrange(wanted);
    this.#activate();
    return added;
  }

  /** @param {Map<string, HTMLElement>} wanted */
  #arrange(wanted) {
    for (const [key, element] of this.#shown) if (!wanted.has(key)) element.remove();
    let next = this.element.firstChild;
    for (const element of wanted.values()) {
      if (element === next) next = next.nextSibling;
      else this.element.insertBefore(element, next);
    }
    this.#shown = wanted;
  }

  /** The newest choices can be made, unless one has been made that the desk does not have yet, or a person is there. */
  #activate() {
    const { messages, pending, state } = this.#context.conversation;
    const newest = messages.filter(({ choices }) => choices?.length).at(-1);
    const chosen = pending.some(({ choice, failed }) => choice && !failed);
    for (const message of messages) {
      if (!message.choices?.length) continue;
      const element = this.#shown.get(message.client_id ?? String(message.seq));
      activateChoices(element, message === newest && !chosen && state !== 'staff');
    }
  }
}
