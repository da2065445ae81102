/**
 * The tabs of one browser that show the same conversation: they tell each other what happens, and
 * one of them at a time does what must be done once (hold the stream, send what is unsent).
 *
 * Web Locks exist on secure pages only. Elsewhere each tab does everything for itself, which is
 * safe, because the desk knows a repeated message by its client id.
 */
export class Tabs {
  #channel;
  #name;

  /**
   * @param {string} name the same in all tabs
   * @param {(news: any) => void} onNews
   */
  constructor(name, onNews) {
    this.#name = name;
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data }) => onNews(data);
  }

  /** @param {object} news */
  tell(news) {
    this.#channel.postMessage(news);
  }

  leave() {
    this.#channel.close();
  }

  /**
   * Does something while no other tab does.
   * @param {string} what
   * @param {() => Promise<void>} work
   * @returns {Promise<void>}
   */
  async exclusively(what, work) {
    if (navigator.locks) await navigator.locks.request(`${this.#name}:${what}`, work);
    else await work();
  }

  /**
   * Does something for as long as this tab leads. A tab that the visitor looks at takes the lead
   * from one in the background, which the browser may have put to sleep; that one waits its turn.
   * @param {(signal: AbortSignal) => Promise<void>} work ends when its signal says so
   * @param {AbortSignal} signal
   */
  async lead(work, signal) {
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
        await navigator.locks.request(`${this.#name}:lead`, options, () => {
          leading = true;
          return work(turn.signal);
        });
        return;
      } catch (error) {
        if (error.name !== 'AbortError') throw error;
        end();
      } finally {
        signal.removeEventListener('abort', end);
        document.removeEventListener('visibilitychange', takeOver);
      }
    }
  }
}
