/** Where the visitor writes: Enter sends, Shift+Enter begins a line, too long is said in words. */

import { h, icon } from './dom.js';

const LONGEST = 2000;
/** From here on the characters that are left are counted. */
const COUNT_FROM = 1800;

export class Composer {
  #locale;
  #onSend;
  #onDraft;

  /**
   * @param {import('./locale.js').Locale} locale
   * @param {string} draft
   * @param {{onSend: (text: string) => void, onDraft: (text: string) => void}} listeners
   */
  constructor(locale, draft, { onSend, onDraft }) {
    this.#locale = locale;
    this.#onSend = onSend;
    this.#onDraft = onDraft;
    this.counter = h('p', { class: 'counter', id: 'counter', role: 'status' });
    this.field = h('textarea', {
      rows: '1',
      dir: 'auto',
      enterkeyhint: 'send',
      placeholder: locale.text('placeholder'),
      'aria-label': locale.text('input'),
      'aria-describedby': 'counter',
      input: () => this.#changed(),
      keydown: (event) => this.#onKey(event),
    });
    this.button = h('button', { class: 'send', 'aria-label': locale.text('send') }, icon('send'));
    this.element = h('form', {
      class: 'composer',
      submit: (event) => {
        event.preventDefault();
        this.#submit();
      },
    }, h('div', { class: 'line' }, this.field, this.button), this.counter);
    this.field.value = draft;
    this.#show();
  }

  focus() {
    this.field.focus();
  }

  /** As high as what is written, up to a limit that the style sheet sets. */
  fit() {
    this.field.style.blockSize = 'auto';
    this.field.style.blockSize = `${this.field.scrollHeight + 2}px`;
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    // Enter also ends the composition of a Chinese word: key code 229, in Safari after the event.
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || event.shiftKey || composing) return;
    event.preventDefault();
    this.#submit();
  }

  #submit() {
    const text = this.field.value.trim();
    if (!text || this.#excess() > 0) return;
    this.field.value = '';
    this.#changed();
    this.#onSend(text);
  }

  #changed() {
    this.#onDraft(this.field.value);
    this.#show();
  }

  /** Counted as the desk counts: a character beyond the basic plane is one. */
  #excess() {
    return [...this.field.value.trim()].length - LONGEST;
  }

  #show() {
    const excess = this.#excess();
    let words = '';
    if (excess > 0) words = this.#locale.text('too-long', { excess, limit: LONGEST });
    else if (LONGEST + excess > COUNT_FROM) words = this.#locale.text('characters-left', { left: -excess });
    this.counter.textContent = words;
    this.counter.classList.toggle('wrong', excess > 0);
    this.field.setAttribute('aria-invalid', String(excess > 0));
    this.button.setAttribute('aria-disabled', String(excess > 0 || !this.field.value.trim()));
    this.fit();
  }
}
