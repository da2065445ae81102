/** Who is on the other side, and whether they can be reached. */

import { h, written } from './dom.js';

/** @typedef {import('./conversation.js').Conversation} Conversation */
/** @typedef {import('./locale.js').Locale} Locale */

export class Status {
  #locale;
  #conversation;
  #said = '';

  /**
   * @param {Locale} locale
   * @param {Conversation} conversation
   */
  constructor(locale, conversation) {
    this.#locale = locale;
    this.#conversation = conversation;
    this.element = h('div', { class: 'status', role: 'status' });
    this.connection = h('p', { class: 'notice connection', role: 'status' });
    this.typing = h('p', { class: 'typing' });
  }

  draw() {
    const lines = situation(this.#conversation, this.#locale);
    const said = lines.join('\n');
    if (said !== this.#said) {
      this.#said = said;
      this.element.replaceChildren(...lines.map((line) => written('p', line)));
    }
    this.element.dataset.state = this.#conversation.state;
    setText(this.connection, trouble(this.#conversation, this.#locale));
    setText(this.typing, typing(this.#conversation, this.#locale));
  }
}

/**
 * A live region speaks at every change, so it is changed only by what is new.
 * @param {HTMLElement} element
 * @param {string} text
 */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * @param {Conversation} conversation
 * @param {Locale} locale
 * @returns {string[]}
 */
function situation({ state, queue, staff }, locale) {
  const lines = [];
  if (state === 'assistant') lines.push(locale.text('status-assistant'));
  if (state === 'closed') lines.push(locale.text('status-closed'));
  if (state === 'staff') {
    lines.push(staff?.name
      ? locale.text('status-staff', { name: staff.name })
      : locale.text('status-staff-unnamed'));
  }
  if (queue && state !== 'staff' && state !== 'closed') {
    lines.push(queue.place
      ? locale.text('status-place', { place: queue.place })
      : locale.text('status-queued'));
    if (queue.wait_text) lines.push(queue.wait_text);
  } else if (state === 'queued') {
    lines.push(locale.text('status-queued'));
  }
  if (queue?.case) lines.push(locale.text('status-case', { case: queue.case }));
  return lines;
}

/**
 * @param {Conversation} conversation
 * @param {Locale} locale
 */
function trouble(conversation, locale) {
  if (!navigator.onLine) return locale.text('offline');
  if (!conversation.trouble) return '';
  if (conversation.trouble.kind === 'refused') return conversation.trouble.message;
  const { pending } = conversation;
  if (pending.some(({ email }) => email)) return locale.text('email-kept');
  return locale.text(pending.length ? 'unreachable-waiting' : 'unreachable');
}

/**
 * @param {Conversation} conversation
 * @param {Locale} locale
 */
function typing({ typing: who, pending, state }, locale) {
  if (who?.author === 'staff' && who.name) return locale.text('typing', { name: who.name });
  const answering = state === 'assistant' && pending.some(({ sending }) => sending);
  return who || answering ? locale.text('typing-assistant') : '';
}
