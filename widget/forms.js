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

/** Offers to send the answer by e-mail. */
export class Contact {
  #declined = '';

  /**
   * @param {import('./locale.js').Locale} locale
   * @param {import('./conversation.js').Conversation} conversation
   */
  constructor(locale, conversation) {
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
          await conversation.leaveEmail(field.value.trim());
          field.value = '';
        } catch (problem) {
          error.textContent = problem.fields?.email || problem.message || locale.text('unreachable');
          field.focus();
        } finally {
          submit.disabled = false;
        }
      },
    },
    h('label', { for: 'email' }, locale.text('email-offer')),
    h('div', { class: 'line' }, field, submit),
    error,
    h('button', { type: 'button', class: 'quiet', click: () => this.#decline() },
      locale.text('email-decline')));
  }

  draw() {
    const { queue } = this.conversation;
    const offered = queue?.offer_email && queue.case !== this.#declined;
    if (this.element.hidden === Boolean(offered)) this.element.hidden = !offered;
  }

  #decline() {
    this.#declined = this.conversation.queue?.case ?? '';
    this.draw();
    this.element.dispatchEvent(new CustomEvent('done', { bubbles: true }));
  }
}
