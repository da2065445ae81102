/**
 * What the visitor said and the desk does not have yet. It is kept in the browser before it is
 * sent, sent in order, one at a time, in one tab at a time, and again until the desk has it; the
 * desk knows a repeated message by its id.
 */

import { backoff } from './backoff.js';

/**
 * @typedef {import('./types').Unsent} Unsent
 * @typedef {import('./api.js').DeskError} DeskError
 */

/** After so many failures in a row the desk counts as down. */
const DOWN = 2;

export class Outbox {
  #store;
  #way;
  #failures = 0;
  #timer = 0;
  #stopped = false;

  /** @type {Set<string>} client ids on their way now */
  sending = new Set();
  /** @type {{kind: 'unreachable' | 'refused', message?: string} | null} why sending waits */
  trouble = null;

  /**
   * @param {import('./store.js').Store} store
   * @param {import('./types').Way} way
   */
  constructor(store, way) {
    this.#store = store;
    this.#way = way;
  }

  /** @returns {Unsent[]} in the order in which they were said */
  get items() {
    return this.#store.read().pending;
  }

  /** Does the desk not answer, although it was asked again, while something waits to be sent? */
  get isDown() {
    return navigator.onLine && this.trouble?.kind === 'unreachable' && this.#failures >= DOWN
      && this.items.some(({ failed }) => !failed);
  }

  start() {
    this.#stopped = false;
    this.#name();
  }

  stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** @param {{text: string, choice?: string}} content */
  add(content) {
    const item = { client_id: uuid(), at: new Date().toISOString(), ...content };
    this.change((items) => [...items, item]);
    return this.flush();
  }

  /**
   * The answer to what waits is to go to an address: the visitor need not stay.
   * @param {string} email
   */
  answerTo(email) {
    this.change((items) => items.map((item) => (item.choice ? item : { ...item, email })));
  }

  /**
   * Sends a refused message once more, without the address, which may be what was refused: who then
   * waits is asked for it again.
   * @param {string} clientId
   */
  retry(clientId) {
    this.change((items) => items.map(
      (item) => (item.client_id === clientId ? { ...item, failed: undefined, email: undefined } : item),
    ));
    return this.flush();
  }

  /**
   * The desk has these, or the visitor gives them up.
   * @param {Set<string>} clientIds
   */
  remove(clientIds) {
    if (!this.items.some(({ client_id: id }) => clientIds.has(id))) return;
    this.change((items) => items.filter(({ client_id: id }) => !clientIds.has(id)));
  }

  /** @param {(items: Unsent[]) => Unsent[]} change */
  change(change) {
    this.#store.update({ pending: change(this.items) });
    this.#way.onPending();
  }

  /** Sends what is unsent, oldest first. */
  async flush() {
    clearTimeout(this.#timer);
    await this.#way.exclusively(async () => {
      this.#name();
      let renewed = false;
      for (;;) {
        const item = this.items.find(({ failed }) => !failed);
        if (!item || this.#stopped) return;
        try {
          await this.#deliver(item);
        } catch (error) {
          if (error.gone && !renewed) {
            renewed = true;
            this.#way.renew();
          } else if (error.temporary || error.gone) {
            this.#wait(error);
            return;
          } else {
            this.#refuse(item, error);
          }
        }
      }
    });
  }

  /** What was left before the chat was there has no id yet. */
  #name() {
    if (this.items.every(({ client_id: id }) => id)) return;
    this.change((items) => items.map((item) => ({ client_id: uuid(), ...item })));
  }

  /** The network or the visitor came back: what failed before does not count. */
  wake() {
    this.#failures = 0;
    return this.flush();
  }

  /** @param {Unsent} item */
  async #deliver(item) {
    this.sending.add(item.client_id);
    this.#way.onChange();
    try {
      await this.#way.deliver(item);
      this.remove(new Set([item.client_id]));
      this.trouble = null;
      this.#failures = 0;
    } finally {
      this.sending.delete(item.client_id);
      this.#way.onChange();
    }
  }

  /** @param {DeskError} error */
  #wait({ status, message, retryAfter }) {
    this.#failures += 1;
    this.trouble = status === 429 && message ? { kind: 'refused', message } : { kind: 'unreachable' };
    this.#timer = setTimeout(() => this.flush(), retryAfter ? retryAfter * 1000 : backoff(this.#failures));
    this.#way.onChange();
  }

  /**
   * @param {Unsent} item
   * @param {Error} error
   */
  #refuse(item, error) {
    this.change((items) => items.map((other) => (
      other.client_id === item.client_id ? { ...other, failed: error.message || '?' } : other
    )));
  }
}

/** `crypto.randomUUID` exists on secure pages only. */
export function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
