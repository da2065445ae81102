/**
 * The chat behind the button: a dialog with a status, the messages, and a field to write in.
 * This is the entrance to everything that is loaded only when a visitor comes near.
 */

import { Api } from './api.js';
import { Composer } from './composer.js';
import { Conversation } from './conversation.js';
import { directionOf, h, icon, written } from './dom.js';
import { FileForm } from './files.js';
import { Contact, confirm } from './forms.js';
import { intro } from './intro.js';
import { Locale } from './locale.js';
import { Log } from './log.js';
import { Menu } from './menu.js';
import {
  NARROW, enterHistory, isInHistory, keepInside, leaveHistory, leaveRoom, replacePage,
} from './narrow.js';
import { Status } from './status.js';
import { Store } from './store.js';

/**
 * @typedef {import('./volunteer-chat.js').VolunteerChat} VolunteerChat
 * @typedef {import('./types').Parts} Parts
 */

/** Where 'Leave now' goes, unless the page says so: somewhere anybody might have been. */
const ELSEWHERE = 'https://www.wikipedia.org/';
/** So close to the end of the messages counts as at the end. */
const NEAR = 60;

export class Panel {
  #host;
  #root;
  #onUnread;
  #api;
  #conversation;
  #isOpen = false;
  #unread = 0;
  #large = false;
  /** @type {Element | undefined} what must not be scrolled past */
  #begin;
  /** Where the messages were scrolled to, but not by the visitor. */
  #placed = 0;
  /** Whether the newest message is on the screen. */
  #ended = true;
  /** @type {import('./types').Settings | undefined} */
  #settings;
  #wanted = '';
  /** Says, while the chat is closed, that something has come. */
  #aside = h('div', { role: 'status' });
  /** What was told last, also before there was a place to tell it. */
  #news = { id: '', message: '' };
  /** @type {Parts | undefined} what is on the screen */
  #parts;
  #life = new AbortController();

  /**
   * @param {VolunteerChat} host
   * @param {HTMLElement} root
   * @param {(count: number) => void} onUnread
   */
  constructor(host, root, onUnread) {
    this.#host = host;
    this.#root = root;
    this.#onUnread = onUnread;
    this.#api = new Api(host.desk);
    const key = `volunteer-chat:${host.desk}`;
    this.#conversation = new Conversation(this.#api, new Store(key), key);
    this.#api.language = this.language;
    this.#conversation.addEventListener('change', () => this.#draw());
    this.#conversation.addEventListener('message', (event) => {
      this.#onMessage(/** @type {CustomEvent} */ (event).detail);
    });
    this.#conversation.addEventListener('renewed', () => this.#tell('renewed'));
    // The style sheet is not there before the chat has been open.
    this.#aside.style.cssText = 'position: fixed; clip-path: inset(50%)';
    root.append(this.#aside);
    this.start();
  }

  /** The language to ask the desk for. */
  get language() {
    return this.#conversation.chosen || this.#host.language;
  }

  /** Begins, or goes on after the element came back into the page. */
  start() {
    this.#life.abort(); // It may have been moved without having left.
    this.#life = new AbortController();
    const { signal } = this.#life;
    for (const event of ['online', 'offline']) addEventListener(event, () => this.#draw(), { signal });
    document.addEventListener('visibilitychange', () => this.#see(), { signal });
    NARROW.addEventListener('change', () => this.#onTurn(), { signal });
    addEventListener('popstate', () => {
      if (this.#isOpen && NARROW.matches && !isInHistory()) this.#host.close();
    }, { signal });
    for (const event of ['resize', 'scroll']) {
      window.visualViewport?.addEventListener(event, () => this.#onResize(), { signal });
    }
    this.#conversation.start();
  }

  stop() {
    this.#life.abort();
    this.#conversation.stop();
  }

  /** @param {boolean} focus */
  async open(focus) {
    await this.#loadSettings();
    if (!this.#parts) this.#rebuild();
    this.#isOpen = true;
    this.#unread = 0;
    this.#onUnread(0);
    this.#aside.textContent = '';
    this.#parts.element.hidden = false;
    // Full screen the chat is a page of its own: 'back' closes it.
    if (NARROW.matches) enterHistory();
    this.#onResize();
    this.#draw();
    this.#parts.composer.fit();
    this.#toEnd();
    if (focus) this.#parts.composer.focus();
  }

  close() {
    this.#isOpen = false;
    if (this.#parts) this.#parts.element.hidden = true;
    leaveHistory();
    if (this.#conversation.shared) this.#forget();
  }

  /** Nothing of the conversation stays in this page. */
  #forget() {
    this.#conversation.leave();
    this.#news = { id: '', message: '' };
    this.#rebuild();
  }

  /** Sends what was left while the desk was down. */
  deliver() {
    return this.#conversation.outbox.flush();
  }

  /** @param {string} text */
  async send(text) {
    if (text.trim()) await this.#conversation.send(text.trim());
  }

  /**
   * An attribute of the element was changed.
   * @param {string} name
   */
  async settingsChanged(name) {
    if (!this.#parts || name === 'position') return;
    if (name === 'language') await this.#loadSettings();
    this.#rebuild();
  }

  async #loadSettings() {
    const wanted = this.language;
    if (this.#settings && this.#wanted === wanted) return;
    this.#api.language = wanted;
    const query = new URLSearchParams(wanted ? { language: wanted } : {});
    const settings = await this.#api.request('GET', `/api/widget?${query}`);
    this.#settings = settings;
    this.#wanted = wanted;
    this.#api.language = settings.language;
    this.#conversation.pollSeconds = settings.poll_seconds;
  }

  // Building

  #rebuild() {
    const before = this.#parts?.element;
    this.#parts = this.#build();
    const { element } = this.#parts;
    element.hidden = !this.#isOpen;
    if (before) before.replaceWith(element);
    else this.#root.append(element);
    this.#tell(this.#news.id, this.#news.message);
    this.#onResize();
    this.#draw();
    this.#toEnd();
  }

  /** @returns {Parts} */
  #build() {
    const settings = this.#settings;
    const conversation = this.#conversation;
    const { desk } = this.#host;
    const locale = new Locale(settings);
    /** @param {string} text */
    const send = (text) => this.#send(text);

    const status = new Status(locale, conversation);
    const contact = new Contact(locale, conversation);
    const files = new FileForm(locale, conversation);
    const log = new Log({
      locale, desk, conversation, onChoice: (choice) => this.#sent(conversation.choose(choice)),
    });
    const composer = new Composer(locale, conversation.draft, {
      onSend: send, onDraft: (text) => { conversation.draft = text; },
    });
    const words = this.#host.getAttribute('greeting') || locale.text('greeting');
    const greeting = intro(settings, locale, desk, words, (text) => {
      send(text);
      composer.focus();
    });
    const menu = this.#menu(locale);
    const leave = h('button', {
      type: 'button', class: 'leave', hidden: true, click: () => this.#leaveNow(),
    }, locale.text('leave'));
    const notice = h('p', { class: 'notice', role: 'status' });
    const newer = h('button', { type: 'button', class: 'newer', hidden: true, click: () => this.#toEnd() },
      icon('down'), locale.text('newer'));
    const scroller = h('div', {
      class: 'scroller', tabindex: '0', role: 'region', 'aria-label': locale.text('conversation'),
      scroll: () => {
        this.#ended = this.#isAtEnd();
        if (this.#ended) newer.hidden = true;
      },
    }, greeting, log.element, status.typing, contact.element, files.element);
    // A status line or a keyboard takes room: who was at the end stays there.
    new ResizeObserver(() => { if (this.#ended) this.#toEnd(); }).observe(scroller);
    const title = this.#host.title || locale.text('title', { organisation: settings.organisation });

    const element = h('section', {
      class: 'panel', role: 'dialog', 'aria-labelledby': 'title', lang: locale.language,
      dir: locale.dir, title: '', keydown: (event) => this.#onKey(event),
      done: () => composer.focus(),
    },
    h('div', { class: 'bar' },
      written('h2', title, { id: 'title' }),
      this.#languages(locale),
      menu.element,
      h('button', {
        type: 'button', 'aria-label': locale.text('close'), click: () => this.#host.close(),
      }, icon('close'))),
    status.element,
    leave,
    h('div', { class: 'middle' }, scroller, newer),
    notice,
    status.connection,
    composer.element);
    return { element, locale, status, contact, files, log, composer, greeting, menu, leave, notice, newer, scroller };
  }

  /** @param {Locale} locale */
  #menu(locale) {
    const conversation = this.#conversation;
    return new Menu(locale.text('menu'), [
      { label: locale.text('download'), needed: true, act: () => this.#download('txt') },
      { label: locale.text('download-data'), needed: true, act: () => this.#download('json') },
      { label: locale.text('anew'), needed: true, act: () => this.#beginAnew() },
      { label: locale.text('delete'), needed: true, act: () => this.#delete() },
      {
        label: locale.text('large'),
        wide: true,
        pressed: () => this.#large,
        act: () => {
          this.#large = !this.#large;
          this.#draw();
        },
      },
      {
        label: locale.text('mute'),
        pressed: () => conversation.muted,
        act: () => {
          conversation.muted = !conversation.muted;
          this.#draw();
        },
      },
      {
        label: locale.text('shared'),
        pressed: () => conversation.shared,
        act: () => {
          conversation.shared = !conversation.shared;
          this.#tell(conversation.shared ? 'shared-on' : 'shared-off');
        },
      },
    ]);
  }

  /** @param {Locale} locale */
  #languages(locale) {
    const { languages, language } = this.#settings;
    if (languages.length < 2) return null;
    return h('div', { class: 'language' }, icon('globe'), h('select', {
      'aria-label': locale.text('language'),
      change: ({ currentTarget }) => this.#switchLanguage(currentTarget.value),
    }, ...languages.map(({ code, name }) => h('option', {
      value: code, lang: code, dir: directionOf(name), selected: code === language,
    }, name))));
  }

  // Showing

  #draw() {
    if (!this.#parts) return;
    const { element, status, contact, files, log, menu, greeting, leave } = this.#parts;
    const wasAtEnd = this.#isAtEnd();
    greeting.classList.toggle('begun', this.#hasBegun);
    status.draw();
    contact.draw();
    files.draw();
    menu.draw(this.#conversation.exists || this.#hasBegun);
    leave.hidden = !this.#conversation.sensitive;
    element.classList.toggle('widened', this.#large);
    const added = log.draw();
    // A notice that comes right behind a long answer is shown, unless the visitor has scrolled since.
    const follows = this.#parts.scroller.scrollTop === this.#placed && added.at(-1)?.classList.contains('system');
    if (wasAtEnd || follows) this.#showNew(added);
    else if (added.length) this.#parts.newer.hidden = false;
    if (this.#conversation.loaded) requestAnimationFrame(() => log.announce());
    this.#see();
  }

  /**
   * Scrolls to the end, but not past the beginning of an answer.
   * @param {HTMLElement[]} added
   */
  #showNew(added) {
    if (added.length) this.#begin = this.#conversation.loaded && added.length < 4 ? beginning(added) : undefined;
    this.#toEnd();
  }

  get #hasBegun() {
    return this.#conversation.messages.length + this.#conversation.pending.length > 0;
  }

  #isAtEnd() {
    const { scroller } = this.#parts;
    return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
  }

  /** To the newest message, or where it begins; before the first one, to the privacy note. */
  #toEnd() {
    const { scroller, newer } = this.#parts;
    scroller.scrollTop = this.#hasBegun ? scroller.scrollHeight : 0;
    newer.hidden = true;
    if (this.#begin?.isConnected) {
      const above = this.#begin.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 12;
      if (above < 0) scroller.scrollTop += above;
    }
    this.#placed = scroller.scrollTop;
  }

  /**
   * Shows a word about what happened, until something else happens.
   * @param {string} id of a text; '' for none
   * @param {string} [message] the desk's own words
   */
  #tell(id, message = '') {
    this.#news = { id, message };
    if (!this.#parts) return;
    const { notice, locale } = this.#parts;
    notice.textContent = message || (id && locale.text(id));
  }

  /** A telephone that is turned, a window that is made narrow: 'back' closes what is full screen. */
  #onTurn() {
    if (this.#isOpen && NARROW.matches) enterHistory();
    else leaveHistory();
    this.#onResize();
  }

  #onResize() {
    if (!this.#parts) return;
    const { element } = this.#parts;
    if (NARROW.matches) element.setAttribute('aria-modal', 'true');
    else element.removeAttribute('aria-modal');
    leaveRoom(element);
  }

  // Acting

  /** @param {string} text */
  #send(text) {
    this.#sent(this.#conversation.send(text));
  }

  /** @param {Promise<void>} sending */
  #sent(sending) {
    this.#tell('');
    this.#begin = undefined;
    sending.catch(() => this.#tell('unreachable'));
    // What the visitor says is shown, wherever the messages were scrolled to.
    requestAnimationFrame(() => this.#toEnd());
  }

  /** @param {import('./types').Message} message */
  #onMessage(message) {
    this.#host.dispatchEvent(new CustomEvent('volunteer-chat:message', {
      detail: message, bubbles: true, composed: true,
    }));
    if (message.author === 'visitor') return;
    if (!this.#isOpen || document.hidden) this.#ring();
    if (this.#isOpen) return;
    this.#unread += 1;
    this.#onUnread(this.#unread);
    this.#announce();
  }

  /** For who does not see the number on the button; where the texts cannot be had, there is the number. */
  async #announce() {
    await this.#loadSettings().catch(() => {});
    if (this.#settings && !this.#isOpen) {
      this.#aside.lang = this.#settings.language;
      this.#aside.textContent = `${new Locale(this.#settings).text('newer')} (${this.#unread})`;
    }
  }

  /** What is on the screen counts as seen. */
  #see() {
    if (this.#isOpen && !document.hidden) this.#conversation.see();
  }

  /** A tone is not worth a word when it cannot be had. */
  #ring() {
    if (!this.#conversation.muted) import('./sound.js').then(({ chime }) => chime()).catch(() => {});
  }

  /** @param {string} language */
  async #switchLanguage(language) {
    const saved = this.#conversation.switchLanguage(language);
    try {
      await Promise.all([saved, this.#loadSettings()]);
    } catch (error) {
      this.#tell('unreachable', error.message);
    }
    this.#rebuild();
    this.#parts.element.querySelector('select')?.focus();
  }

  /** @param {'txt' | 'json'} kind */
  async #download(kind) {
    const conversation = this.#conversation;
    this.#tell('');
    try {
      const { download } = await import('./copy.js');
      const copy = conversation.exists ? await conversation.export() : { messages: conversation.pending };
      download(copy, kind, this.#parts.locale);
    } catch (error) {
      this.#tell('unreachable', error.message);
    }
  }

  async #delete() {
    const { locale } = this.#parts;
    if (!await this.#asked(locale.text('delete-question'), locale.text('delete-yes'))) return;
    try {
      await this.#conversation.erase();
      this.#beginning('deleted');
    } catch (error) {
      this.#tell('unreachable', error.message);
    }
  }

  async #beginAnew() {
    const { locale } = this.#parts;
    if (!await this.#asked(locale.text('anew-question'), locale.text('anew'))) return;
    this.#conversation.leave();
    this.#beginning('');
  }

  /**
   * @param {string} question
   * @param {string} yes
   */
  async #asked(question, yes) {
    const { locale, composer } = this.#parts;
    this.#tell('');
    const words = { question, yes, no: locale.text('delete-no') };
    const agreed = await confirm(words, (element) => composer.element.before(element));
    composer.focus();
    return agreed;
  }

  /** @param {string} news to tell where nothing has been said yet */
  #beginning(news) {
    this.#rebuild();
    this.#parts.composer.focus();
    this.#tell(news);
  }

  /** Whoever comes near sees neither the chat nor the page: both are gone, here and in 'back'. */
  #leaveNow() {
    this.#conversation.leave();
    document.documentElement.remove();
    replacePage(this.#host.getAttribute('leave') || ELSEWHERE);
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const { menu, element } = this.#parts;
    if (event.key === 'Escape' && !event.isComposing) {
      event.stopPropagation();
      if (menu.isOpen) {
        menu.toggle(false);
        menu.button.focus();
      } else {
        this.#host.close();
      }
    }
    if (event.key === 'Tab' && NARROW.matches) keepInside(event, element);
  }
}

/**
 * What of new messages must be seen: where an answer begins; of a notice of the desk, what can be done now.
 * @param {HTMLElement[]} added
 * @returns {Element | undefined}
 */
function beginning(added) {
  const last = added.at(-1);
  if (last.classList.contains('system')) return last.querySelector('.choices') ?? last;
  return added.find((element) => !element.classList.contains('visitor'));
}
