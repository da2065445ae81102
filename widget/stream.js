/**
 * Following a conversation: the desk's event stream while it works, polling while it does not.
 *
 * The stream is read with `fetch`, because EventSource cannot send the Authorization header.
 */

import { backoff, sleep } from './backoff.js';

/** The desk sends a comment every 15 s; a stream that is silent for longer than this is dead. */
const SILENCE = 40_000;
/** A stream that has not begun by now is held back by something in between. */
const BEGIN = 10_000;
/** A stream that ends sooner than this has failed. */
const LASTING = 20_000;
/** After so many failures in a row, poll, and try the stream again only now and then. */
const PATIENCE = 3;
const STREAM_AGAIN = 120_000;

export class Follower {
  #feed;
  #nap = new AbortController();
  #connection = new AbortController();
  #heard = 0;
  #ended = false;

  /** @param {import('./types').Feed} feed */
  constructor(feed) {
    this.#feed = feed;
  }

  /**
   * Follows until `signal` ends it, or until the desk says that the conversation is gone. Once.
   * @param {AbortSignal} signal
   */
  async follow(signal) {
    const stop = () => {
      this.#ended = true;
      this.#nap.abort();
      this.#connection.abort();
    };
    signal.addEventListener('abort', stop);
    let failures = 0;
    while (!this.#ended) {
      const begun = Date.now();
      try {
        await this.#listen();
      } catch (error) {
        if (error.gone && !this.#ended) {
          this.#feed.onGone();
          return;
        }
      }
      if (this.#ended) return;
      failures = Date.now() - begun > LASTING ? 1 : failures + 1;
      if (failures < PATIENCE) {
        if (failures > 1 && !await this.#poll()) return;
        await this.#rest(backoff(failures));
      } else if (!await this.#pollFor(STREAM_AGAIN)) {
        return;
      }
    }
  }

  /** The network came back, or the visitor did: try at once. */
  wake() {
    this.#nap.abort();
    if (Date.now() - this.#heard > SILENCE / 2) this.#connection.abort();
  }

  /** Reads one stream to its end. */
  async #listen() {
    const connection = new AbortController();
    this.#connection = connection;
    let watchdog = setTimeout(() => connection.abort(), BEGIN);
    try {
      const stream = await this.#feed.stream(connection.signal);
      const reader = stream.pipeThrough(/** @type {any} */ (new TextDecoderStream())).getReader();
      const parser = new EventParser();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        clearTimeout(watchdog);
        watchdog = setTimeout(() => connection.abort(), SILENCE);
        this.#heard = Date.now();
        this.#feed.onConnected();
        for (const { name, data } of parser.feed(value)) this.#feed.onEvent(name, data);
      }
    } finally {
      clearTimeout(watchdog);
    }
  }

  /**
   * Polls for a while, or until the desk is back after it could not be reached.
   * @param {number} milliseconds
   * @returns {Promise<boolean>} is there still something to follow?
   */
  async #pollFor(milliseconds) {
    const end = Date.now() + milliseconds;
    let failures = 0;
    while (!this.#ended && Date.now() < end) {
      let reached = false;
      const there = await this.#poll(() => { reached = true; });
      if (!there) return false;
      if (reached && failures) break;
      failures = reached ? 0 : failures + 1;
      const slept = await this.#rest(reached ? this.#feed.pollSeconds() * 1000 : backoff(failures));
      if (!slept) break;
    }
    return true;
  }

  /**
   * @param {() => void} [onReached]
   * @returns {Promise<boolean>} is there still something to follow?
   */
  async #poll(onReached = () => {}) {
    try {
      await this.#feed.poll();
      this.#feed.onConnected();
      onReached();
    } catch (error) {
      if (error.gone) {
        this.#feed.onGone();
        return false;
      }
      this.#feed.onTrouble(error);
    }
    return true;
  }

  /**
   * @param {number} milliseconds
   * @returns {Promise<boolean>} false when woken
   */
  async #rest(milliseconds) {
    if (this.#ended) return false;
    this.#nap = new AbortController();
    await sleep(milliseconds, this.#nap.signal);
    return !this.#nap.signal.aborted;
  }
}

/** Server-sent events out of the pieces in which they arrive. */
export class EventParser {
  #rest = '';
  #name = '';
  /** @type {string[]} */
  #data = [];

  /**
   * @param {string} text
   * @returns {Generator<{name: string, data: any}>}
   */
  *feed(text) {
    const lines = (this.#rest + text).split(/\r?\n/);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === '') {
        const event = this.#take();
        if (event) yield event;
        continue;
      }
      const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
      if (field === 'event') this.#name = value;
      if (field === 'data') this.#data.push(value);
    }
  }

  #take() {
    const name = this.#name || 'message';
    const text = this.#data.join('\n');
    this.#name = '';
    this.#data = [];
    if (!text) return null;
    try {
      return { name, data: JSON.parse(text) };
    } catch {
      return null;
    }
  }
}
