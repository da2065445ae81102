/**
 * The tabs of one browser that show the same conversation: they tell each other what happens, and
 * one of them at a time does what must be done once (hold the stream, send what is unsent).
 *
 * Web Locks exist on secure pages only, and are refused with all other storage. Elsewhere each tab
 * does everything for itself, one thing after the other, which is safe, because the desk knows a
 * repeated message by its client id.
 */
export class Tabs {
  /** @type {BroadcastChannel | undefined} */
  #channel;
  #name;
  /** What is done without a lock, one after the other. */
  #turn = Promise.resolve();

  /**
   * @param {string} name the same in all tabs
   * @param {(news: any) => void} onNews
   */
  constructor(name, onNews) {
    this.#name = name;
    try {
      this.#channel = new BroadcastChannel(name);
      this.#channel.onmessage = ({ data }) => onNews(data);
    } catch {
      // The browser refuses it together with all storage: there is this tab alone.
    }
  }

  /** @param {object} news */
  tell(news) {
    this.#channel?.postMessage(news);
  }

  leave() {
    this.#channel?.close();
  }

  /**
   * Does something while no other tab does.
   * @param {string} what
   * @param {() => Promise<void>} work
   * @returns {Promise<void>}
   */
  async exclusively(what, work) {
    let begun = false;
    try {
      if (navigator.locks) {
        await navigator.locks.request(`${this.#name}:${what}`, () => {
          begun = true;
          return work();
        });
        return;
      }
    } catch (error) {
      if (begun || error.name !== 'SecurityError') throw error;
    }
    this.#turn = this.#turn.catch(() => {}).then(work);
    await this.#turn;
  }

  /**
   * Does something for as long as this tab leads. A tab that the visitor looks at takes the lead
   * from one in the background, which the browser may have put to sleep; that one waits its turn.
   * @param {string} what there is one leader for each
   * @param {(signal: AbortSignal) => Promise<void>} work ends when its signal says so
   * @param {AbortSignal} signal
   */
  async lead(what, work, signal) {
    if (!navigator.locks) {
      await work(signal);
      return;
    }
    let steal = document.visibilityState === 'visible';
    while (!signal.aborted) {
      const turn = new AbortController();
      const end = () => turn.abort();
      const takeOver = () => {
        if (leading || document.visibilityState !== 'visible') return;
        steal = true;
        end();
      };
      let leading = false;
      signal.addEventListener('abort', end);
      document.addEventListener('visibilitychange', takeOver);
      try {
        const options = steal ? { steal } : { signal: turn.signal };
        steal = false;
        await navigator.locks.request(`${this.#name}:${what}`, options, () => {
          leading = true;
          return work(turn.signal);
        });
        return;
      } catch (error) {
        if (error.name === 'SecurityError' && !leading) {
          await work(signal);
          return;
        }
        if (error.name !== 'AbortError') throw error;
        end();
      } finally {
        signal.removeEventListener('abort', end);
        document.removeEventListener('visibilitychange', takeOver);
      }
    }
  }
}
