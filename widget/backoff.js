/** How long to wait before trying again. */

const FIRST = 1_000;
const LONGEST = 30_000;

/**
 * Twice as long each time; by chance between half of it and all of it, so that the visitors of a
 * desk that comes back do not all come back at once.
 * @param {number} failures in a row, from 1
 * @returns {number} milliseconds
 */
export function backoff(failures) {
  const longest = Math.min(LONGEST, FIRST * 2 ** (failures - 1));
  return longest * (0.5 + Math.random() / 2);
}

/**
 * @param {number} milliseconds
 * @param {AbortSignal} signal ends the wait early
 * @returns {Promise<void>}
 */
export function sleep(milliseconds, signal) {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
}
