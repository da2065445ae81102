/**
 * What the browser keeps: the conversation's id and token, who owns it, the language that the
 * visitor chose, and messages that are not sent yet. The conversation itself stays at the desk.
 */
export class Store {
  #key;
  /** @type {string | null} what the browser refused to keep, or must not */
  #memory = null;
  #shared = false;

  /** @param {string} key */
  constructor(key) {
    this.#key = key;
  }

  /** @returns {import('./types').Stored} */
  read() {
    try {
      return { pending: [], ...JSON.parse(this.#get() || '{}') };
    } catch {
      return { pending: [] };
    }
  }

  /** @param {Partial<import('./types').Stored>} changes */
  update(changes) {
    const text = JSON.stringify({ ...this.read(), ...changes });
    this.#memory = text;
    if (this.#shared) return;
    try {
      localStorage.setItem(this.#key, text);
      this.#memory = null;
    } catch {
      // It is in memory.
    }
  }

  /** Is the device used by others too? Then everything is kept in this page alone. */
  get shared() {
    return this.#shared;
  }

  set shared(shared) {
    const stored = this.read();
    const { draft } = this;
    this.clear();
    this.#shared = shared;
    this.update(stored);
    this.draft = draft;
  }

  clear() {
    this.#memory = null;
    this.draft = '';
    try {
      localStorage.removeItem(this.#key);
    } catch {
      // There was nothing to remove.
    }
  }

  /** What is typed and not sent, of this tab alone. */
  get draft() {
    try {
      return sessionStorage.getItem(`${this.#key}:draft`) || '';
    } catch {
      return '';
    }
  }

  set draft(text) {
    try {
      if (text && !this.#shared) sessionStorage.setItem(`${this.#key}:draft`, text);
      else sessionStorage.removeItem(`${this.#key}:draft`);
    } catch {
      // A draft that cannot be kept is still in its field.
    }
  }

  #get() {
    if (this.#memory !== null || this.#shared) return this.#memory;
    try {
      return localStorage.getItem(this.#key);
    } catch {
      return null;
    }
  }
}
