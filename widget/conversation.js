/**
 * One visitor's conversation: what is known of it, what is not sent yet, and the way to the desk.
 * Knows nothing of how it is shown. It tells by events:
 *
 * - `change`: something to show differently (several changes in a row tell once)
 * - `message`: a message that was not there before (`detail`), not when the history is loaded
 * - `renewed`: the desk no longer has the stored conversation; what comes next begins a new one
 */

import { History } from './history.js';
import { Outbox } from './outbox.js';
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
  history: new History(),
  /** @type {import('./types').State} */ state: 'assistant',
  /** @type {import('./types').Queue | null} */ queue: null,
  /** @type {{name: string} | null} */ staff: null,
  sensitive: false,
  /** @type {import('./types').FileRequest | null} */ fileRequest: null,
  /** @type {{author: string, name?: string} | null} who is typing */ typing: null,
  /** The newest answer of staff that the desk knows to be seen. */
  told: 0,
});

export class Conversation extends EventTarget {
  #now = nothing();
  #api;
  #store;
  /** What is to be sent. */
  outbox;
  /** @type {Tabs | undefined} */
  #tabs;
  #page;
  /** @type {Follower | undefined} */
  #follower;
  #life = new AbortController();
  #following = new AbortController();
  #loaded = false;
  #told = false;
  #gapTimer = 0;
  #typingTimer = 0;
  #key;

  /** Seconds between polls when there is no stream. */
  pollSeconds = 5;

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
    this.outbox = new Outbox(store, {
      deliver: (item) => this.#deliver(item),
      exclusively: (work) => this.#tabs?.exclusively('send', work) ?? Promise.resolve(),
      renew: () => this.#renew(),
      onChange: () => this.#changed(),
      onPending: () => {
        this.#tabs?.tell({ kind: 'pending' });
        this.#changed();
      },
    });
  }

  get messages() { return this.#now.history.messages; }
  get state() { return this.#now.state; }
  get queue() { return this.#now.queue; }
  get staff() { return this.#now.staff; }
  get sensitive() { return this.#now.sensitive; }
  get fileRequest() { return this.#now.fileRequest; }
  get typing() { return this.#now.typing; }
  get trouble() { return this.outbox.trouble; }
  get exists() { return Boolean(this.#store.read().id); }

  /** Is everything here that was said before? */
  get loaded() { return this.#loaded || !this.exists; }

  /** @returns {(Unsent & {sending: boolean})[]} what the desk does not have yet, in order */
  get pending() {
    const here = new Set(this.messages.map(({ client_id: id }) => id));
    return this.outbox.items
      .filter(({ client_id: id }) => !here.has(id))
      .map((item) => ({ ...item, sending: this.outbox.sending.has(item.client_id) }));
  }

  /** The language that the visitor chose, if any. */
  get chosen() { return this.#store.read().chosen; }

  /** Does the visitor want no sound? */
  get muted() { return Boolean(this.#store.read().muted); }

  set muted(muted) { this.#store.update({ muted }); }

  /** What is typed and not sent. */
  get draft() { return this.#store.draft; }

  set draft(text) { this.#store.draft = text; }

  /** Takes up the stored conversation, if there is one, and sends what is unsent. */
  async start() {
    this.stop(); // It may have been begun already.
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#tabs = new Tabs(this.#key, (news) => this.#onNews(news));
    // The news may be there before what another tab has stored, or taken away, can be read here.
    addEventListener('storage', () => this.#adopt(), { signal });
    addEventListener('online', () => this.#wake(), { signal });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.#wake();
    }, { signal });
    this.outbox.start();
    await this.#adopt({ again: true });
    await this.outbox.flush();
  }

  stop() {
    this.#life.abort();
    this.#following.abort();
    this.outbox.stop();
    this.#tabs?.leave();
    clearTimeout(this.#gapTimer);
  }

  /** @param {string} text */
  send(text) {
    return this.outbox.add({ text });
  }

  /** @param {import('./types').Choice} choice */
  choose({ id, title }) {
    return this.outbox.add({ text: title, choice: id });
  }

  /**
   * @param {number} seq
   * @param {boolean} helpful
   */
  async rate(seq, helpful) {
    await this.#act('POST', '/feedback', { message: seq, helpful });
  }

  /** The messages are on the screen: the desk need not mail the answers of staff among them. */
  async see() {
    const newest = this.messages.filter(({ author }) => author === 'staff').at(-1)?.seq ?? 0;
    const now = this.#now;
    if (newest <= now.told) return;
    now.told = newest;
    const { id, token } = this.#store.read();
    try {
      await this.#api.request('PUT', `/api/conversations/${id}/seen`, { token, body: { message: newest } });
    } catch {
      // Told again with the next change; a mail too many does no harm.
      now.told = 0;
    }
  }

  /** @param {string} email */
  async leaveEmail(email) {
    await this.#act('POST', '/contact', { email });
  }

  /**
   * Sends a file that staff have asked for; with the same id again it is kept once.
   * @param {string} clientId
   * @param {File} file
   */
  async sendFile(clientId, file) {
    const form = new FormData();
    form.append('client_id', clientId);
    form.append('file', file);
    await this.#act('POST', `/files?after=${this.#now.history.seen}`, form);
  }

  /** @param {string} language that the visitor chose */
  async switchLanguage(language) {
    this.#store.update({ chosen: language });
    if (this.exists) await this.#act('PUT', '/language', { language });
  }

  /** @returns {Promise<any>} the visitor's own copy */
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
    this.leave();
  }

  /** Forgets the conversation here, in every tab; the desk keeps it. */
  leave() {
    this.#store.clear();
    this.#forget();
    this.#tabs?.tell({ kind: 'stored' });
  }

  /** Is the device used by others too, so that nothing may be kept in it? */
  get shared() { return this.#store.shared; }

  set shared(shared) {
    this.#store.shared = shared;
    this.#tabs?.tell({ kind: 'stored' });
    this.#changed();
  }

  // Sending

  /** @param {Unsent} item */
  async #deliver({ client_id, text, choice, email }) {
    if (!this.exists) await this.#create();
    const { id, token } = this.#store.read();
    const update = await this.#api.request('POST', `/api/conversations/${id}/messages`, {
      token, body: { client_id, email, ...(choice ? { choice } : { text }) },
    });
    this.#apply(id, update);
    this.#tabs?.tell({ kind: 'more' });
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
    const path = `/api/conversations/${id}/messages?after=${this.#now.history.seen}`;
    const update = await this.#api.request('GET', path, { token });
    this.#apply(id, update, { complete: true });
  }

  /** Without a stream other tabs learn from this one that there is more. */
  async #poll() {
    const { seen } = this.#now.history;
    await this.#catchUp();
    if (this.#now.history.seen > seen) this.#tabs?.tell({ kind: 'more' });
  }

  async #follow() {
    this.#following.abort();
    const following = new AbortController();
    this.#following = following;
    const { id, token } = this.#store.read();
    /** @type {import('./types').Feed} */
    const feed = {
      stream: (signal) => this.#api.stream(`/api/conversations/${id}/events`, {
        token, lastId: this.#now.history.seen, signal,
      }),
      poll: () => this.#poll(),
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
    // On a shared device each tab may have a conversation of its own.
    await this.#tabs?.lead(`lead:${id}`, (signal) => {
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
    if (name === 'snapshot' && (!this.#loaded || data.last_seq > this.#now.history.seen)) this.#mindTheGap();
    this.#changed();
  }

  /** @param {any} news from another tab */
  #onNews(news) {
    if (news.kind === 'event') this.#onEvent(news.id, news.name, news.data);
    if (news.kind === 'pending') this.#changed();
    if (news.kind === 'more') this.#catchUp().catch(() => {});
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
      this.#now.history.complete(update.messages);
      clearTimeout(this.#gapTimer);
      this.#loaded = true;
    }
    this.#situate(update);
    this.#changed();
  }

  /** @param {import('./types').Situation} situation */
  #situate({ state, queue, staff, sensitive, file_request: fileRequest }) {
    const now = this.#now;
    now.state = state;
    now.queue = queue ?? null;
    now.staff = staff ?? null;
    now.sensitive = Boolean(sensitive);
    now.fileRequest = fileRequest ?? null;
    if (this.#store.read().state !== state) this.#store.update({ state });
  }

  /** @param {Message[]} messages */
  #merge(messages) {
    const now = this.#now;
    for (const message of now.history.merge(messages)) {
      if (message.author === now.typing?.author) now.typing = null;
      if (this.#loaded) this.dispatchEvent(new CustomEvent('message', { detail: message }));
    }
    if (now.history.hasGap) this.#mindTheGap();
    this.outbox.remove(new Set(messages.map(({ client_id: id }) => id).filter(Boolean)));
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
    this.outbox.trouble = null;
    this.#changed();
    this.outbox.flush();
  }

  /** @param {import('./api.js').DeskError} error */
  #disconnected(error) {
    if (error.status === 429) return;
    this.outbox.trouble = { kind: 'unreachable' };
    this.#changed();
  }

  #wake() {
    this.#follower?.wake();
    this.outbox.wake();
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
    this.outbox.trouble = null;
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
