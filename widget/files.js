/** The form for a file, there only while staff ask for one. What fails stays chosen, to be sent again. */

import { h } from './dom.js';
import { uuid } from './outbox.js';

export class FileForm {
  #locale;
  #conversation;
  /** @type {File | undefined} */
  #file;
  /** Of the file, however often it is sent: the desk keeps it once. */
  #id = '';
  #sending = false;
  #hint = h('p', { id: 'file-hint' });
  #name = h('p', { class: 'file-name', dir: 'auto' });
  #state = h('p', { id: 'file-state', role: 'status' });
  #error = h('p', { class: 'wrong', id: 'file-error', role: 'alert' });
  #submit;
  #field;
  #buttons;

  /**
   * @param {import('./locale.js').Locale} locale
   * @param {import('./conversation.js').Conversation} conversation
   */
  constructor(locale, conversation) {
    this.#locale = locale;
    this.#conversation = conversation;
    this.#field = h('input', {
      type: 'file', 'aria-describedby': 'file-hint file-error', change: () => this.#choose(this.#field.files[0]),
    });
    this.#submit = h('button', {
      type: 'button', class: 'primary', hidden: true, click: () => this.#send(),
    }, locale.text('file-send'));
    this.#buttons = h('div', { class: 'buttons' },
      h('label', { class: 'pick' }, this.#field, locale.text('file-choose')), this.#submit);
    this.element = h('div', {
      class: 'form', role: 'group', hidden: true, 'aria-label': locale.text('file'),
    }, this.#hint, this.#name, this.#buttons, this.#state, this.#error);
  }

  draw() {
    const wanted = this.#conversation.fileRequest;
    if (!wanted && !this.element.hidden && this.element.matches(':focus-within')) {
      this.element.dispatchEvent(new CustomEvent('done', { bubbles: true }));
    }
    // What could not be sent, and why, is still to be read when nothing more may be sent.
    this.element.hidden = !wanted && !this.#error.textContent;
    this.#buttons.hidden = !wanted;
    const hint = wanted?.hint ?? '';
    if (this.#hint.textContent !== hint) this.#hint.textContent = hint;
    this.#field.accept = wanted?.accept ?? '';
  }

  /** @param {File | undefined} file; none when the visitor changed their mind */
  #choose(file) {
    if (!file || this.#sending) return;
    const { largest } = this.#conversation.fileRequest ?? { largest: Infinity };
    const tooLarge = file.size > largest;
    this.#file = tooLarge ? undefined : file;
    this.#id = uuid();
    this.#say('', tooLarge ? this.#locale.text('file-large', { limit: Math.round(largest / 1e6) }) : '');
  }

  async #send() {
    if (!this.#file || this.#sending) return;
    this.#sending = true;
    this.#say(this.#locale.text('file-sending'));
    try {
      await this.#conversation.sendFile(this.#id, this.#file);
      this.#forget();
      this.#say();
      this.element.dispatchEvent(new CustomEvent('done', { bubbles: true }));
    } catch (error) {
      this.#sending = false;
      if (error.temporary) {
        this.#say('', error.code ? error.message : this.#locale.text('file-kept'));
      } else {
        this.#forget();
        this.#say('', error.message || this.#locale.text('unreachable'));
      }
    }
  }

  #forget() {
    this.#sending = false;
    this.#file = undefined;
    this.#field.value = '';
  }

  /**
   * @param {string} [state]
   * @param {string} [error]
   */
  #say(state = '', error = '') {
    this.#name.textContent = this.#file?.name ?? '';
    this.#submit.hidden = !this.#file;
    this.#submit.setAttribute('aria-disabled', String(this.#sending));
    this.#state.textContent = state;
    this.#error.textContent = error;
    this.draw();
  }
}
