/**
 * One visitor's conversation: what is known of it, what is not sent yet, and the way to the desk.
 * Knows nothing of how it is shown. It tells by events:
 *
 * - `change`: something to show differently (several changes in a row tell once)
 * - `message`: a message that was not there before (`detail`), not when the history is loaded
 * - `renewed`: the desk no longer has the stored conversation; what comes next begins a new one
 */

import { backoff } from './backoff.js';
import { Follower } from './stream.js';
import { Tabs } from './tabs.js';

/** @typedef {import('./types').Message} Message */
/** @typedef {import('./types').Unsent} Unsent */

/** A typing sign lasts this long unless it is repeated. */
const TYPING = 7_000;
/** How long a message that overtook another may wait for it before it is asked for. */
const GAP = 1_500;

/** Nothing known: no conversation, or one that is not loaded yet. */
const nothing = () => ({
  /** @type {string | undefined} */ id: undefined,
  /** @type {Message[]} by seq */ messages: [],
  /** @type {import('./types').State} */ state: 'assistant',
  /** @type {import('./types').Queue | null} */ queue: null,
  /** @type {{name: string} | null} */ staff: null,
  /** @type {{author: string, name?: string} | null} who is typing */ typing: null,
  /** @type {Set<string>} client ids on their way now */ sending: new Set(),
  /** every message up to this seq is here */ seen: 0,
});

export class Conversation extends EventTarget {
  #now = nothing();
  #api;
  #store;
  /** @type {Tabs | undefined} */
  #tabs;
  #page;
  /** @type {Follower | undefined} */
  #follower;
  #life = new AbortController();
  #following = new AbortController();
  #loaded = false;
  #told = false;
  #failures = 0;
  #retryTimer = 0;
  #gapTimer = 0;
  #typingTimer = 0;
  #key;

  /** Seconds between polls when there is no stream. */
  pollSeconds = 5;
  /** @type {{kind: 'unreachable' | 'refused', message?: string} | null} why sending waits */
  trouble = null;

  /**
   * @param {import('./api.js').Api} api
   * @param {import('./store.js').Store} store
   * @param {string} key shared by all tabs that show this conversation
   */
  constructor(api, store, key) {
    super();
    this.#api = api;
    this.#store = store;
    this.#key = key;
    this.#page = location.origin + location.pathname;
  }

  get messages() { return this.#now.messages; }
  get state() { return this.#now.state; }
  get queue() { return this.#now.queue; }
  get staff() { return this.#now.staff; }
  get typing() { return this.#now.typing; }
  get exists() { return Boolean(this.#store.read().id); }

  /** Is everything here that was said before? */
  get loaded() { return this.#loaded || !this.exists; }

  /** @returns {(Unsent & {sending: boolean})[]} what the desk does not have yet, in order */
  get pending() {
    const here = new Set(this.messages.map(({ client_id: id }) => id));
    return this.#store.read().pending
      .filter(({ client_id: id }) => !here.has(id))
      .map((item) => ({ ...item, sending: this.#now.sending.has(item.client_id) }));
  }

  /** The language that the visitor chose, if any. */
  get chosen() { return this.#store.read().chosen; }

  /** What is typed and not sent. */
  get draft() { return this.#store.draft; }

  set draft(text) { this.#store.draft = text; }

  /** Takes up the stored conversation, if there is one, and sends what is unsent. */
  async start() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#tabs = new Tabs(this.#key, (news) => this.#onNews(news));
    addEventListener('online', () => this.#wake(), { signal });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.#wake();
    }, { signal });
    await this.#adopt({ again: true });
    await this.#flush();
  }

  stop() {
    this.#life.abort();
    this.#following.abort();
    this.#tabs?.leave();
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#gapTimer);
  }

  /** @param {string} text */
  send(text) {
    return this.#enqueue({ text });
  }

  /** @param {import('./types').Choice} choice */
  choose({ id, title }) {
    return this.#enqueue({ text: title, choice: id });
  }

  /**
   * Sends a refused message once more.
   * @param {string} clientId
   */
  retry(clientId) {
    this.#changePending((items) => items.map(
      (item) => (item.client_id === clientId ? { ...item, failed: undefined } : item),
    ));
    return this.#flush();
  }

  /**
   * Gives a message up.
   * @param {string} clientId
   */
  discard(clientId) {
    this.#changePending((items) => items.filter((item) => item.client_id !== clientId));
  }

  /**
   * @param {number} seq
   * @param {boolean} helpful
   */
  async rate(seq, helpful) {
    await this.#act('POST', '/feedback', { message: seq, helpful });
  }

  /** @param {string} email */
  async leaveEmail(email) {
    await this.#act('POST', '/contact', { email });
  }

  /** @param {string} language that the visitor chose */
  async switchLanguage(language) {
    this.#store.update({ chosen: language });
    if (this.exists) await this.#act('PUT', '/language', { language });
  }

  /** @returns {Promise<object>} the visitor's own copy */
  export() {
    const { id, token } = this.#store.read();
    return this.#api.request('GET', `/api/conversations/${id}/export`, { token });
  }

  /** Deletes the conversation at the desk and here. */
  async erase() {
    const { id, token } = this.#store.read();
    if (id) {
      try {
        await this.#api.request('DELETE', `/api/conversations/${id}`, { token });
      } catch (error) {
        if (!error.gone) throw error;
      }
    }
    this.#store.clear();
    this.#forget();
    this.#tabs?.tell({ kind: 'stored' });
  }

  // Sending

  /** @param {{text: string, choice?: string}} content */
  #enqueue(content) {
    const item = { client_id: uuid(), at: new Date().toISOString(), ...content };
    this.#changePending((items) => [...items, item]);
    return this.#flush();
  }

  /** Sends what is unsent, oldest first, one at a time, in one tab at a time. */
  async #flush() {
    clearTimeout(this.#retryTimer);
    await this.#tabs?.exclusively('send', async () => {
      let renewed = false;
      for (;;) {
        const item = this.#store.read().pending.find(({ failed }) => !failed);
        if (!item || this.#life.signal.aborted) return;
        try {
          await this.#deliver(item);
          this.#failures = 0;
        } catch (error) {
          if (error.gone && !renewed) {
            renewed = true;
            this.#renew();
          } else if (error.temporary || error.gone) {
            this.#waitAndFlush(error);
            return;
          } else {
            this.#refuse(item, error);
          }
        }
      }
    });
  }

  /** @param {Unsent} item */
  async #deliver(item) {
    this.#now.sending.add(item.client_id);
    this.#changed();
    try {
      if (!this.exists) await this.#create();
      const { id, token } = this.#store.read();
      const content = item.choice ? { choice: item.choice } : { text: item.text };
      const update = await this.#api.request('POST', `/api/conversations/${id}/messages`, {
        token, body: { client_id: item.client_id, ...content },
      });
      this.#apply(id, update);
      this.discard(item.client_id);
      this.trouble = null;
    } finally {
      this.#now.sending.delete(item.client_id);
      this.#changed();
    }
  }

  async #create() {
    const begun = await this.#api.request('POST', '/api/conversations', {
      body: { language: this.#api.language || undefined, page: this.#page },
    });
    this.#store.update({ id: begun.id, token: begun.token, state: begun.state });
    this.#now.id = begun.id;
    this.#loaded = true;
    this.#apply(begun.id, { queue: null, staff: null, ...begun });
    this.#tabs?.tell({ kind: 'stored' });
    this.#follow();
  }

  /** @param {import('./api.js').DeskError} error */
  #waitAndFlush(error) {
    this.#failures += 1;
    const refused = error.status === 429 && error.message;
    this.trouble = refused ? { kind: 'refused', message: error.message } : { kind: 'unreachable' };
    const wait = error.retryAfter ? error.retryAfter * 1000 : backoff(this.#failures);
    this.#retryTimer = setTimeout(() => this.#flush(), wait);
    this.#changed();
  }

  /**
   * @param {Unsent} item
   * @param {Error} error
   */
  #refuse(item, error) {
    this.#changePending((items) => items.map((other) => (
      other.client_id === item.client_id ? { ...other, failed: error.message || '?' } : other
    )));
  }

  /** @param {(items: Unsent[]) => Unsent[]} change */
  #changePending(change) {
    this.#store.update({ pending: change(this.#store.read().pending) });
    this.#tabs?.tell({ kind: 'pending' });
    this.#changed();
  }

  // Receiving

  /**
   * Takes over what the store says, which another tab may have changed.
   * @param {{again?: boolean}} [options] again: also when it is what is here already
   */
  async #adopt({ again = false } = {}) {
    const { id } = this.#store.read();
    if (id !== this.#now.id) {
      this.#forget();
      this.#now.id = id;
    } else if (!again) {
      return;
    }
    if (!id) return;
    try {
      await this.#catchUp();
    } catch (error) {
      if (id !== this.#now.id) return;
      if (error.gone) {
        this.#renew();
        return;
      }
      this.#disconnected(error);
    }
    if (id === this.#now.id && !this.#life.signal.aborted) this.#follow();
  }

  /** Fetches everything after what is here. */
  async #catchUp() {
    const { id, token } = this.#store.read();
    if (!id) return;
    const path = `/api/conversations/${id}/messages?after=${this.#now.seen}`;
    const update = await this.#api.request('GET', path, { token });
    this.#apply(id, update, { complete: true });
  }

  async #follow() {
    this.#following.abort();
    const following = new AbortController();
    this.#following = following;
    const { id, token } = this.#store.read();
    /** @type {import('./types').Feed} */
    const feed = {
      stream: (signal) => this.#api.stream(`/api/conversations/${id}/events`, {
        token, lastId: this.#now.seen, signal,
      }),
      poll: () => this.#catchUp(),
      pollSeconds: () => this.pollSeconds,
      onEvent: (name, data) => {
        this.#onEvent(id, name, data);
        this.#tabs?.tell({ kind: 'event', id, name, data });
      },
      onConnected: () => this.#connected(),
      onTrouble: (error) => this.#disconnected(error),
      onGone: () => {
        if (this.#now.id === id) this.#renew();
      },
    };
    await this.#tabs?.lead((signal) => {
      this.#follower = new Follower(feed);
      return this.#follower.follow(signal);
    }, following.signal);
  }

  /**
   * @param {string} id of the conversation
   * @param {string} name
   * @param {any} data
   */
  #onEvent(id, name, data) {
    if (id !== this.#now.id) return;
    if (name === 'message') this.#merge([data]);
    if (name === 'typing') this.#showTyping(data);
    if (name === 'state' || name === 'snapshot') this.#situate(data);
    if (name === 'snapshot' && (!this.#loaded || data.last_seq > this.#now.seen)) this.#mindTheGap();
    this.#changed();
  }

  /** @param {any} news from another tab */
  #onNews(news) {
    if (news.kind === 'event') this.#onEvent(news.id, news.name, news.data);
    if (news.kind === 'pending') this.#changed();
    if (news.kind === 'stored') this.#adopt();
  }

  /**
   * @param {string} id of the conversation that was asked for
   * @param {import('./types').Update} update
   * @param {{complete?: boolean}} [options] complete: holds everything after what was here
   */
  #apply(id, update, { complete = false } = {}) {
    if (id !== this.#now.id) return;
    this.#merge(update.messages);
    if (complete) {
      this.#now.seen = Math.max(this.#now.seen, ...update.messages.map(({ seq }) => seq));
      this.#countSeen();
      this.#loaded = true;
    }
    this.#situate(update);
    this.#changed();
  }

  /** @param {import('./types').Situation} situation */
  #situate({ state, queue, staff }) {
    const now = this.#now;
    now.state = state;
    now.queue = queue ?? null;
    now.staff = staff ?? null;
    if (this.#store.read().state !== state) this.#store.update({ state });
  }

  /**
   * Puts messages where their numbers say; one that is here already is not doubled.
   * @param {Message[]} messages
   */
  #merge(messages) {
    const now = this.#now;
    for (const message of messages) {
      const same = now.messages.findIndex(({ seq }) => seq === message.seq);
      if (same >= 0) {
        now.messages[same] = message;
        continue;
      }
      now.messages.push(message);
      if (message.author === now.typing?.author) now.typing = null;
      if (this.#loaded) this.dispatchEvent(new CustomEvent('message', { detail: message }));
    }
    now.messages.sort((one, other) => one.seq - other.seq);
    this.#countSeen();

    const arrived = new Set(messages.map(({ client_id: id }) => id));
    const { pending } = this.#store.read();
    if (pending.some(({ client_id: id }) => arrived.has(id))) {
      this.#changePending((items) => items.filter(({ client_id: id }) => !arrived.has(id)));
    }
  }

  #countSeen() {
    const now = this.#now;
    for (const { seq } of now.messages) if (seq === now.seen + 1) now.seen = seq;
    if (now.messages.at(-1)?.seq > now.seen) this.#mindTheGap();
  }

  /** A message is missing: it comes in a moment, or is asked for. */
  #mindTheGap() {
    clearTimeout(this.#gapTimer);
    const { id } = this.#now;
    this.#gapTimer = setTimeout(() => {
      const now = this.#now;
      if (id === now.id) this.#catchUp().catch(() => {});
    }, GAP);
  }

  /** @param {{author: string, name?: string}} who */
  #showTyping(who) {
    this.#now.typing = who;
    clearTimeout(this.#typingTimer);
    this.#typingTimer = setTimeout(() => {
      this.#now.typing = null;
      this.#changed();
    }, TYPING);
  }

  // Helpers

  /**
   * @param {string} method
   * @param {string} path
   * @param {object} body
   */
  async #act(method, path, body) {
    const { id, token } = this.#store.read();
    try {
      this.#apply(id, await this.#api.request(method, `/api/conversations/${id}${path}`, { token, body }));
    } catch (error) {
      if (error.gone) this.#renew();
      throw error;
    }
  }

  #connected() {
    if (this.trouble?.kind !== 'unreachable') return;
    this.trouble = null;
    this.#changed();
    this.#flush();
  }

  /** @param {import('./api.js').DeskError} error */
  #disconnected(error) {
    if (error.status === 429) return;
    this.trouble = { kind: 'unreachable' };
    this.#changed();
  }

  #wake() {
    this.#failures = 0;
    this.#follower?.wake();
    this.#flush();
  }

  /** The desk has forgotten the conversation: keep the words that it never got, and begin anew. */
  #renew() {
    const { pending, chosen } = this.#store.read();
    this.#store.clear();
    this.#store.update({ chosen, pending: pending.filter(({ choice }) => !choice) });
    this.#forget();
    this.#tabs?.tell({ kind: 'stored' });
    this.dispatchEvent(new CustomEvent('renewed'));
  }

  #forget() {
    this.#following.abort();
    this.#follower = undefined;
    this.#now = nothing();
    this.#loaded = false;
    this.trouble = null;
    this.#changed();
  }

  #changed() {
    if (this.#told) return;
    this.#told = true;
    queueMicrotask(() => {
      this.#told = false;
      this.dispatchEvent(new CustomEvent('change'));
    });
  }
}

/** `crypto.randomUUID` exists on secure pages only. */
function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
