/** One message as an element: its text, what comes with it, and what can be done with it. */

import { attachment } from './attachments.js';
import { h, written } from './dom.js';
import { outward, safeAddress } from './links.js';
import { markdown } from './markdown.js';

/**
 * @typedef {import('./types').Message} Message
 * @typedef {import('./types').Context} Context
 */

/** Characters of an answer that are shown unfolded. */
const LONG = 700;

/**
 * @param {Message} message
 * @param {Context} context
 * @returns {HTMLElement}
 */
export function renderMessage(message, context) {
  const { locale, desk } = context;
  const text = message.author === 'visitor'
    ? [written('p', message.text)] : folded(markdown(message.text, desk), locale);
  const attachments = message.attachments ?? [];
  const pictured = attachments.some(({ kind }) => kind === 'image');
  const offered = message.choices ?? [];
  const buttons = offered.filter(({ kind }) => kind === 'card')
    .map((choice) => button(choice, locale.text('details'), context));
  return h('div', { class: `message ${message.author}` },
    speaker(message, locale),
    // What stands around it is in the language of the chat.
    h('div', { class: 'said', lang: message.language },
      message.text && h('div', { class: 'bubble' }, ...text),
      ...attachments.map((item) => attachment(item, { locale, desk, pictured, buttons })),
      choices(offered.filter(({ kind }) => kind !== 'card'), context)),
    sources(message, context),
    h('div', { class: 'meta' },
      h('time', { datetime: message.at }, locale.time(message.at)),
      h('span', { class: 'delivery' })),
    message.rateable && rating(message, context));
}

/**
 * Of a long answer the beginning; what follows opens when it is wanted.
 * @param {DocumentFragment} answer
 * @param {import('./locale.js').Locale} locale
 */
function folded(answer, locale) {
  const shown = [];
  let length = 0;
  for (const block of [...answer.children]) {
    if (shown.length && length + block.textContent.length > LONG) break;
    length += block.textContent.length;
    shown.push(block);
  }
  const rest = [...answer.children].slice(shown.length);
  const hidden = rest.reduce((sum, block) => sum + block.textContent.length, 0);
  if (hidden < LONG / 4) return [answer];
  return [...shown, h('details', { class: 'rest' }, h('summary', {}, locale.text('more')), ...rest)];
}

/**
 * Who speaks: visible for people, spoken for everybody.
 * @param {Message} message
 * @param {import('./locale.js').Locale} locale
 */
function speaker({ author, name }, locale) {
  const shown = author === 'staff' && name ? name : locale.text(`author-${author}`);
  const quiet = author === 'visitor' || author === 'system';
  return written('div', shown, { class: quiet ? 'speaker spoken' : 'speaker' });
}

/**
 * @param {import('./types').Choice[]} offered
 * @param {Context} context
 */
function choices(offered, context) {
  if (!offered.length) return null;
  return h('div', { class: 'choices', role: 'group', 'aria-label': context.locale.text('choices') },
    ...offered.map((choice) => button(choice, choice.title, context)));
}

/**
 * @param {import('./types').Choice} choice
 * @param {string} shown what the button says; its name is the choice's title
 * @param {Context} context
 */
function button(choice, shown, { onChoice }) {
  return written('button', shown, {
    type: 'button',
    class: choice.kind === 'chip' ? 'choice chip' : 'choice',
    ...(shown !== choice.title && { 'aria-label': choice.title }),
    /** @param {MouseEvent & {currentTarget: Element}} event */
    click: (event) => {
      if (event.currentTarget.getAttribute('aria-disabled') !== 'true') onChoice(choice);
    },
  });
}

/**
 * The choices of one message can be made or can no longer be made. They stay where they are, and
 * keep the focus if they have it.
 * @param {HTMLElement} element
 * @param {boolean} active
 */
export function activateChoices(element, active) {
  for (const button of element.querySelectorAll('.choice')) {
    button.setAttribute('aria-disabled', String(!active));
    button.setAttribute('tabindex', active ? '0' : '-1');
  }
}

/**
 * How far a message of the visitor has come.
 * @param {HTMLElement} element
 * @param {{sending: boolean, failed?: string, client_id: string} | null} unsent
 * @param {Context} context
 */
export function showDelivery(element, unsent, { locale, conversation }) {
  const sign = unsent ? (unsent.failed ?? (unsent.sending ? 'sending' : 'waiting')) : '';
  if (element.dataset.delivery === sign) return;
  element.dataset.delivery = sign;
  const line = element.querySelector('.delivery');
  line.replaceChildren();
  if (!unsent || unsent.sending) return;
  if (!unsent.failed) {
    line.append(locale.text('waiting'));
    return;
  }
  const { client_id: id } = unsent;
  const reason = unsent.failed === '?' ? '' : ` ${unsent.failed}`;
  line.append(locale.text('not-sent') + reason, ' ',
    h('button', { type: 'button', click: () => conversation.outbox.retry(id) }, locale.text('send-again')), ' ',
    h('button', { type: 'button', click: () => conversation.outbox.remove(new Set([id])) }, locale.text('discard')));
}

/**
 * @param {Message} message
 * @param {Context} context
 */
function sources({ sources: given }, { locale, desk }) {
  if (!given?.length) return null;
  const rows = given.map(({ title, url, paragraph, as_of: asOf }) => {
    const href = safeAddress(url, desk);
    const facts = [
      paragraph && locale.text('paragraph', { paragraph: String(paragraph) }),
      asOf && locale.text('as-of', { date: locale.date(asOf) }),
    ].filter(Boolean);
    return h('li', {},
      href ? written('a', title, outward(href)) : written('bdi', title),
      facts.length > 0 && h('span', { class: 'facts' }, ` ${facts.join(' · ')}`));
  });
  return h('details', { class: 'sources' },
    h('summary', {}, locale.text(given.length > 1 ? 'sources' : 'source')),
    h('ul', {}, ...rows));
}

/**
 * 'Was this helpful?'
 * @param {Message} message
 * @param {Context} context
 */
function rating({ seq }, { locale, conversation }) {
  const question = locale.text('helpful');
  const group = h('div', { class: 'rating', role: 'group', 'aria-label': question });

  /** @param {string} text */
  const say = (text) => {
    const answer = h('span', { tabindex: '-1' }, text);
    group.replaceChildren(answer);
    answer.focus();
  };
  /** @param {boolean} helpful */
  const rate = async (helpful) => {
    for (const button of group.querySelectorAll('button')) button.disabled = true;
    try {
      await conversation.rate(seq, helpful);
      say(locale.text(helpful ? 'helpful-thanks' : 'unhelpful-thanks'));
    } catch (error) {
      ask();
      group.append(h('span', { role: 'alert' }, error.message || locale.text('unreachable')));
    }
  };
  const ask = () => group.replaceChildren(
    h('span', {}, question),
    h('button', { type: 'button', click: () => rate(true) }, locale.text('yes')),
    h('button', { type: 'button', click: () => rate(false) }, locale.text('no')),
  );

  ask();
  return group;
}
