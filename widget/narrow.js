/** On a telephone the open chat is the whole page: its focus, its keyboard, its 'back'. */

export const NARROW = matchMedia('(max-width: 480px), (max-height: 480px) and (pointer: coarse)');

const FOCUSABLE = 'a[href], button:not([disabled]), input, select, summary, textarea, [tabindex="0"]';
/** Marks the chat's own entry in the browser's history. */
const MARK = 'volunteer-chat';

export function isInHistory() {
  return Boolean(history.state?.[MARK]);
}

/** From now on 'back' leads out of the chat, and not out of the page. */
export function enterHistory() {
  if (!isInHistory()) history.pushState({ ...history.state, [MARK]: true }, '');
}

export function leaveHistory() {
  if (isInHistory()) history.back();
}

/**
 * Another page takes the place of this one, and of the chat's own entry: 'back' leads to neither.
 * @param {string} address
 */
export function replacePage(address) {
  const replace = () => location.replace(address);
  if (!isInHistory()) {
    replace();
    return;
  }
  addEventListener('popstate', replace, { once: true });
  history.back();
}

/**
 * The keyboard of a telephone covers the page instead of making it smaller.
 * @param {HTMLElement} element
 */
export function leaveRoom(element) {
  const view = window.visualViewport;
  const covered = view && view.scale === 1 ? innerHeight - view.height - view.offsetTop : 0;
  element.style.setProperty('--covered', `${Math.max(0, covered)}px`);
}

/**
 * There is nothing beside the chat: Tab goes round in it.
 * @param {KeyboardEvent} event
 * @param {HTMLElement} element
 */
export function keepInside(event, element) {
  /** @type {NodeListOf<HTMLElement>} */
  const all = element.querySelectorAll(FOCUSABLE);
  const stops = [...all].filter(
    (stop) => stop.getClientRects().length > 0 && stop.getAttribute('tabindex') !== '-1',
  );
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  const { activeElement } = /** @type {ShadowRoot} */ (element.getRootNode());
  if (activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0]).focus();
}
