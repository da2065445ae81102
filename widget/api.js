/** Talking to the desk: one function for all requests, one error for all failures. */

/** An answer may wait for the assistant; after this long the connection counts as lost. */
const TIMEOUT = 45_000;
/** A file may take this long on a poor network. */
const UPLOAD_TIMEOUT = 900_000;

/** The desk refused, or could not be reached (status 0). */
export class DeskError extends Error {
  /**
   * @param {number} status
   * @param {{code?: string, message?: string, fields?: Record<string, string>}} [body]
   * @param {number} [retryAfter] seconds
   */
  constructor(status, body = {}, retryAfter) {
    super(body.message || '');
    this.status = status;
    this.code = body.code;
    this.fields = body.fields;
    this.retryAfter = retryAfter;
  }

  /** The desk itself says that there is no such conversation (any more). */
  get gone() {
    return Boolean(this.code) && [401, 404, 410].includes(this.status);
  }

  /** Worth the same request again. A refusal without a code comes from something in between. */
  get temporary() {
    return !this.code || [408, 425, 429].includes(this.status) || this.status >= 500;
  }
}

export class Api {
  /** @param {string} desk origin of the desk */
  constructor(desk) {
    this.desk = desk;
    this.language = '';
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {{token?: string, body?: object}} [options] body: a form is sent as it is, anything else as JSON
   * @returns {Promise<any>} the decoded body, `null` when there is none
   */
  async request(method, path, { token, body } = {}) {
    const form = body instanceof FormData;
    const response = await this.#fetch(path, {
      method,
      headers: this.#headers(token, body && !form ? { 'Content-Type': 'application/json' } : {}),
      body: form ? body : body && JSON.stringify(body),
      signal: AbortSignal.timeout(form ? UPLOAD_TIMEOUT : TIMEOUT),
    });
    if (response.status === 204) return null;
    try {
      return await response.json();
    } catch {
      throw new DeskError(0);
    }
  }

  /**
   * Opens an event stream.
   * @param {string} path
   * @param {{token: string, lastId: number, signal: AbortSignal}} options
   * @returns {Promise<ReadableStream<Uint8Array>>}
   */
  async stream(path, { token, lastId, signal }) {
    const headers = this.#headers(token, { Accept: 'text/event-stream', 'Last-Event-ID': String(lastId) });
    const response = await this.#fetch(path, { headers, signal });
    if (!response.headers.get('Content-Type')?.startsWith('text/event-stream')) throw new DeskError(0);
    return response.body;
  }

  /**
   * @param {string | undefined} token
   * @param {Record<string, string>} more
   */
  #headers(token, more) {
    return {
      Accept: 'application/json',
      ...(this.language && { 'Accept-Language': this.language }),
      ...(token && { Authorization: `Bearer ${token}` }),
      ...more,
    };
  }

  /**
   * @param {string} path
   * @param {RequestInit} options
   */
  async #fetch(path, options) {
    let response;
    try {
      response = await fetch(this.desk + path, {
        ...options, cache: 'no-cache', credentials: 'omit', referrerPolicy: 'origin',
      });
    } catch {
      throw new DeskError(0);
    }
    if (response.ok) return response;
    const body = await response.json().catch(() => ({}));
    throw new DeskError(response.status, body, seconds(response.headers.get('Retry-After')));
  }
}

/**
 * `Retry-After` is a number of seconds or a date.
 * @param {string | null} value
 */
function seconds(value) {
  if (!value) return undefined;
  const number = Number(value);
  const wait = Number.isNaN(number) ? (Date.parse(value) - Date.now()) / 1000 : number;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
