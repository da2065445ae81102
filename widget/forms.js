/** Two small forms that come up when they are needed: a question before deleting, an address. */

import { h } from './dom.js';

/**
 * Asks for a yes or a no. Escape is a no.
 * @param {{question: string, yes: string, no: string}} words
 * @param {(element: HTMLElement) => void} show puts the question where it can be seen
 * @returns {Promise<boolean>}
 */
export function confirm({ question, yes, no }, show) {
  return new Promise((resolve) => {
    /** @param {boolean} answer */
    const finish = (answer) => {
      element.remove();
      resolve(answer);
    };
    const refusal = h('button', { type: 'button', click: () => finish(false) }, no);
    const element = h('div', {
      class: 'form', role: 'alertdialog', 'aria-labelledby': 'question',
      keydown: (event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        finish(false);
      },
    }, h('p', { id: 'question' }, question), h('div', { class: 'buttons' },
      refusal, h('button', { type: 'button', class: 'danger', click: () => finish(true) }, yes)));
    show(element);
    refusal.focus();
  });
}

/** Offers to send the answer by e-mail: nobody is there, or the desk cannot be reached. */
export class Contact {
  #declined = '';
  #locale;
  #label = h('label', { for: 'email' });

  /**
   * @param {import('./locale.js').Locale} locale
   * @param {import('./conversation.js').Conversation} conversation
   */
  constructor(locale, conversation) {
    this.#locale = locale;
    this.conversation = conversation;
    const field = h('input', {
      type: 'email', required: true, autocomplete: 'email', dir: 'ltr', id: 'email',
      'aria-describedby': 'email-error',
    });
    const error = h('p', { class: 'wrong', id: 'email-error', role: 'alert' });
    const submit = h('button', { class: 'primary' }, locale.text('email-send'));
    this.element = h('form', {
      class: 'form',
      hidden: true,
      submit: async (event) => {
        event.preventDefault();
        submit.disabled = true;
        error.textContent = '';
        try {
          await this.#leave(field.value.trim());
          field.value = '';
        } catch (problem) {
          error.textContent = problem.fields?.email || problem.message || locale.text('unreachable');
          field.focus();
        } finally {
          submit.disabled = false;
        }
      },
    },
    this.#label,
    h('div', { class: 'line' }, field, submit),
    error,
    h('button', { type: 'button', class: 'quiet', click: () => this.#decline() },
      locale.text('email-decline')));
  }

  draw() {
    const offer = this.#offer;
    this.#label.textContent = offer && this.#locale.text(offer === 'down' ? 'email-down' : 'email-offer');
    this.element.hidden = !offer;
  }

  /** What an address is asked for: a case, the desk that is down, or nothing. */
  get #offer() {
    const { queue, outbox } = this.conversation;
    const offer = outbox.isDown ? 'down' : queue?.offer_email && queue.case;
    const left = outbox.items.some(({ email }) => email);
    return offer && !left && offer !== this.#declined ? offer : '';
  }

  /** @param {string} email */
  async #leave(email) {
    if (this.#offer !== 'down') await this.conversation.leaveEmail(email);
    else this.conversation.outbox.answerTo(email);
    this.#done();
  }

  #decline() {
    this.#declined = this.#offer;
    this.draw();
    this.#done();
  }

  /** The focus must not be left in a form that is gone. */
  #done() {
    this.element.dispatchEvent(new CustomEvent('done', { bubbles: true }));
  }
}
