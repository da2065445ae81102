/**
 * `<volunteer-chat>`: the button that opens the chat.
 *
 * This file is all that a page loads. Everything behind the button (panel.js and what it imports)
 * is fetched when a visitor comes near it, so keep this file small: at most 4 KB gzipped.
 */

/**
 * The only words needed before the desk is asked for its texts: the button, a failure, and what can be left while the
 * desk is down: who reads it, message, address, sending them; that they are kept; and closing that.
 * @type {Record<string, string[]>}
 */
const WORDS = {
  en: [
    'Open the chat', 'The chat cannot be reached now. Please try again.',
    'Only our staff read it.', 'Your message', 'E-mail address for the answer', 'Send',
    'Kept on this device, delivered once the chat is back.', 'Close',
  ],
  fr: [
    'Ouvrir la discussion', 'La discussion est inaccessible. Veuillez réessayer.',
    'Lu par notre équipe seule.', 'Votre message', 'E-mail pour la réponse', 'Envoyer',
    'Conservé sur cet appareil, transmis dès le retour de la discussion.', 'Fermer',
  ],
  es: [
    'Abrir el chat', 'El chat no responde ahora. Inténtelo de nuevo.',
    'Solo lo lee nuestro equipo.', 'Su mensaje', 'Correo para la respuesta', 'Enviar',
    'Guardado en este dispositivo; se entregará cuando vuelva el chat.', 'Cerrar',
  ],
  ar: [
    'فتح المحادثة', 'تعذّر الوصول إلى المحادثة. يرجى المحاولة مرة أخرى.',
    'لا يقرؤها إلا فريقنا.', 'رسالتك', 'البريد الإلكتروني للرد', 'إرسال',
    'حُفظت على هذا الجهاز وستُسلَّم فور عودة المحادثة.', 'إغلاق',
  ],
  zh: [
    '打开聊天窗口', '目前无法连接聊天服务，请稍后再试。',
    '仅由工作人员阅读。', '您的消息', '接收答复的邮箱', '发送',
    '已保存在本设备上，服务恢复后送达。', '关闭',
  ],
  ru: [
    'Открыть чат', 'Чат сейчас недоступен. Попробуйте ещё раз.',
    'Прочтут только сотрудники.', 'Ваше сообщение', 'Почта для ответа', 'Отправить',
    'Сохранено на устройстве; отправится, когда чат заработает.', 'Закрыть',
  ],
};

// `all: initial !important` inside the shadow root wins over every rule of the page.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { all: initial !important; }
  :host([hidden]) { display: none !important; }
  .root {
    --accent: var(--volunteer-chat-accent, #0f5f73);
    --on-accent: var(--volunteer-chat-on-accent, #fff);
    font: 1em/1.5 var(--volunteer-chat-font, system-ui, sans-serif);
  }
  .launcher, .sorry {
    position: fixed; z-index: var(--volunteer-chat-z-index, 2147483000);
    inset-block-end: calc(var(--volunteer-chat-offset, 20px) + env(safe-area-inset-bottom));
    inset-inline-end: var(--volunteer-chat-offset, 20px);
  }
  .start .launcher, .start .sorry {
    inset-inline: var(--volunteer-chat-offset, 20px) auto;
  }
  .launcher {
    display: grid; place-items: center; inline-size: 56px; block-size: 56px; padding: 0;
    border: 2px solid transparent; border-radius: 50%; cursor: pointer;
    color: var(--on-accent); background: var(--accent); box-shadow: 0 3px 14px rgb(0 0 0 / .3);
  }
  .launcher:focus-visible {
    outline: 3px solid var(--accent); outline-offset: 3px; border-color: var(--on-accent);
  }
  .launcher[aria-expanded=true] { visibility: hidden; }
  .launcher[aria-busy=true] { cursor: progress; opacity: .8; }
  .launcher svg { inline-size: 28px; block-size: 28px; fill: none; stroke: currentcolor; stroke-width: 1.8; }
  .unread {
    position: absolute; inset-block-start: -6px; inset-inline-end: -6px; min-inline-size: 22px;
    padding: 0 5px; box-sizing: border-box; border-radius: 11px; font: bold 13px/22px sans-serif;
    color: #fff; background: #b3261e;
  }
  .sorry {
    margin: 0 0 68px; padding: 10px 14px; max-inline-size: 290px; border-radius: 10px;
    color: #1c2b33; background: #fff; box-shadow: 0 3px 14px rgb(0 0 0 / .3);
  }
  .sorry :not(div, label) {
    display: block; box-sizing: border-box; inline-size: 100%; margin: 0 0 8px; padding: 6px 10px;
    font: inherit;
  }
  .unread:empty { display: none; }
  @media (forced-colors: active) { .launcher, .sorry { border: 2px solid ButtonText; } }
`);

/** @type {Promise<CSSStyleSheet> | undefined} */
let styles;

/** The style sheet of the panel, fetched once for all chats of the page. */
function loadStyles() {
  styles ??= fetch(new URL('./styles.css', import.meta.url)).then(async (response) => {
    if (!response.ok) throw new Error('no style sheet');
    return new CSSStyleSheet().replace(await response.text());
  }).catch((error) => {
    styles = undefined;
    throw error;
  });
  return styles;
}

/** An address that could not be fetched is refused from then on (Chromium before 2026): each try has one of its own. */
let tries = '';

/** Pause before the chat is asked for again when a message waits, in milliseconds. */
const AGAIN = 15_000;

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {Element[]} children
 * @returns {any}
 */
function part(name, attributes, ...children) {
  const element = name === 'svg' || name === 'path'
    ? document.createElementNS(SVG, name) : document.createElement(name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  element.append(...children);
  return element;
}

/** @param {string} language */
const base = (language) => language.toLowerCase().split('-')[0];

export class VolunteerChat extends HTMLElement {
  static observedAttributes = ['open', 'language', 'title', 'greeting', 'position'];

  #unread = part('span', { class: 'unread', 'aria-hidden': 'true' });
  #sorry = part('p', { role: 'status' });
  #message = part('textarea', { maxlength: '2000', required: '', dir: 'auto' });
  #email = part('input', { type: 'email', pattern: '.+@.+[.].+', required: '', autocomplete: 'email', dir: 'ltr' });
  #left = part('div', {}, part('p', {}, ' '), part('label', {}, ' ', this.#message),
    part('label', {}, ' ', this.#email), part('button', {}, ' '));
  #close = part('button', { type: 'button' });
  #form = part('form', { class: 'sorry' }, this.#sorry, this.#close);
  #launcher = part('button', { class: 'launcher', type: 'button', 'aria-haspopup': 'dialog' },
    part('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' },
      part('path', { d: 'M4 5h16v11H11l-5 4v-4H4zM8 9.2h8M8 12.2h5' })),
    this.#unread);
  /** @type {HTMLElement} */
  #root = part('div', { class: 'root' }, this.#launcher);

  /** @type {Promise<import('./panel.js').Panel> | undefined} */
  #panel;
  /** @type {Promise<void> | undefined} the opening that is under way or done */
  #opening;
  #focus = false;

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(this.#root);
    const warm = () => Promise.all([this.#load(), loadStyles()]).catch(() => {});
    this.#launcher.addEventListener('pointerenter', warm);
    this.#launcher.addEventListener('focus', warm);
    this.#launcher.addEventListener('click', () => this.open());
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#keep();
    });
    const dismiss = () => {
      this.#form.remove();
      this.#launcher.focus();
    };
    this.#close.addEventListener('click', dismiss);
    this.#form.addEventListener('keydown', ({ key }) => { if (key === 'Escape') dismiss(); });
    this.#message.addEventListener('input', () => this.#saveDraft());
  }

  /** The origin of the desk: the attribute `desk`, else where this script came from. */
  get desk() {
    return new URL(this.getAttribute('desk') || import.meta.url, document.baseURI).origin;
  }

  /** The language asked for: the page's and then the browser's, if it is one of ours; the attribute's in any case. */
  get language() {
    return this.getAttribute('language')
      || [document.documentElement.lang, ...navigator.languages].find((each) => WORDS[base(each)]) || '';
  }

  /** Opens the chat and puts the focus into it. Resolves when it is there. */
  open() {
    this.#focus = true;
    this.setAttribute('open', '');
    return this.#opening;
  }

  /** Closes the chat; the focus returns to the button. */
  close() {
    this.removeAttribute('open');
  }

  /**
   * Opens the chat and sends a text as the visitor.
   * @param {string} text
   */
  async send(text) {
    await this.open();
    if (this.hasAttribute('open')) await (await this.#load()).send(text);
  }

  connectedCallback() {
    this.#draw();
    if (this.#panel) this.#panel.then((panel) => panel.start());
    else if (this.#isExpected()) setTimeout(() => this.#load().catch(() => {}));
    if (this.hasAttribute('open')) this.#opening ??= this.#show();
  }

  disconnectedCallback() {
    this.#panel?.then((panel) => this.isConnected || panel.stop());
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} value
   */
  attributeChangedCallback(name, before, value) {
    if (!this.isConnected || before === value) return;
    if (name !== 'open') {
      this.#draw();
      this.#panel?.then((panel) => panel.settingsChanged(name)).catch(() => {});
    } else if (value === null) {
      this.#hide();
    } else {
      this.#opening ??= this.#show();
    }
  }

  #draw() {
    const language = base(this.language);
    this.words = WORDS[language] || WORDS.en;
    this.#root.className = this.getAttribute('position') === 'start' ? 'root start' : 'root';
    this.#root.lang = WORDS[language] ? language : 'en';
    this.#root.dir = this.#root.lang === 'ar' ? 'rtl' : 'ltr';
    [...this.#left.children].forEach(({ firstChild }, index) => { firstChild.data = this.words[index + 2]; });
    this.#close.textContent = this.words[7];
    this.#showUnread(0);
  }

  /** @param {number} count */
  #showUnread(count) {
    this.#unread.textContent = count ? String(count) : '';
    this.#launcher.setAttribute('aria-label', this.words[0] + (count ? ` (${count})` : ''));
  }

  /** Is there an answer to wait for, or a message to send, from an earlier page? */
  #isExpected() {
    const { pending, state } = this.#stored();
    return pending?.length || state === 'queued' || state === 'staff';
  }

  #load() {
    this.#panel ??= import('./panel.js' + tries).then(
      ({ Panel }) => new Panel(this, this.#root, (count) => this.#showUnread(count)),
      (error) => {
        this.#panel = undefined;
        tries += '?';
        throw error;
      },
    );
    return this.#panel;
  }

  async #show() {
    const focus = this.#focus;
    this.#launcher.setAttribute('aria-busy', 'true');
    try {
      const [panel, more] = await Promise.all([this.#load(), loadStyles()]);
      this.shadowRoot.adoptedStyleSheets = [sheet, more];
      await panel.open(focus);
      if (!this.hasAttribute('open')) {
        panel.close();
        return;
      }
      this.#form.remove();
      this.#launcher.setAttribute('aria-expanded', 'true');
      this.#emit('open');
    } catch {
      await this.#apologize(focus);
      this.removeAttribute('open');
    } finally {
      this.#launcher.removeAttribute('aria-busy');
    }
  }

  /**
   * Says that the chat does not open. When the desk itself is down, a message can be left.
   * @param {boolean} focus
   */
  async #apologize(focus) {
    // The desk gives this file to every site: one that it refuses the chat to must not wait for it.
    const up = await fetch(import.meta.url, { cache: 'no-store' }).then(({ ok }) => ok, () => {});
    this.#root.append(this.#form);
    this.#left.remove();
    if (!up) this.#sorry.after(this.#left);
    this.#sorry.textContent = this.words[1];
    if (focus && !up) this.#message.focus();
  }

  get #key() { return `volunteer-chat:${this.desk}`; }

  #stored() {
    try {
      return JSON.parse(localStorage.getItem(this.#key)) || {};
    } catch {
      return {}; // The browser keeps nothing for this page.
    }
  }

  /** What is typed here is in the chat when that opens after all. */
  #saveDraft() {
    try {
      sessionStorage.setItem(`${this.#key}:draft`, this.#message.value);
    } catch {
      // It is still in its field.
    }
  }

  /** Puts message and address where the chat keeps what is unsent, and delivers it once, now or on a later page. */
  #keep() {
    const item = { at: new Date().toJSON(), text: this.#message.value.trim(), email: this.#email.value };
    if (!item.text) return;
    try {
      const stored = this.#stored();
      localStorage.setItem(this.#key, JSON.stringify({ ...stored, pending: [...stored.pending || [], item] }));
    } catch {
      return; // The words stay in their field.
    }
    this.#message.value = '';
    this.#saveDraft();
    this.#left.remove();
    this.#sorry.textContent = this.words[6];
    this.#launcher.focus();
    this.#deliver();
  }

  /** Until the rest of the chat is there, which then goes on trying. */
  #deliver() {
    this.#load().then((panel) => panel.deliver()).catch(() => setTimeout(() => this.#deliver(), AGAIN));
  }

  #hide() {
    this.#focus = false;
    this.#opening = undefined;
    if (this.#launcher.getAttribute('aria-expanded') !== 'true') return;
    this.#launcher.setAttribute('aria-expanded', 'false');
    const hadFocus = this.shadowRoot.activeElement;
    this.#panel.then((panel) => panel.close());
    if (hadFocus) this.#launcher.focus();
    this.#emit('close');
  }

  /** @param {string} name */
  #emit(name) {
    this.dispatchEvent(new CustomEvent(`volunteer-chat:${name}`, { bubbles: true, composed: true }));
  }
}

if (!customElements.get('volunteer-chat')) {
  customElements.define('volunteer-chat', VolunteerChat);

  // One script tag is enough: when the page has no element of its own, add one, with the settings
  // of the tag (`data-language` becomes `language`). Code that imports this module adds its own.
  const script = [...document.scripts].find(({ src }) => src === import.meta.url);
  if (script && !document.querySelector('volunteer-chat')) {
    const chat = document.createElement('volunteer-chat');
    for (const key in script.dataset) chat.setAttribute(key, script.dataset[key]);
    document.body.append(chat);
  }
}
