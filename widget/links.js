/** Which addresses a message may point to. */

/**
 * @param {string | undefined} href absolute, or relative to the desk
 * @param {string} desk origin of the desk
 * @returns {string | undefined} the address, or nothing when it is not one to follow
 */
export function safeAddress(href, desk) {
  if (!href) return undefined;
  try {
    const url = new URL(href, desk);
    const safe = url.protocol === 'https:' || url.protocol === 'mailto:' || url.origin === desk;
    return safe ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Opens beside the page, and tells the other site nothing of where it was opened.
 * @param {string} href
 */
export function outward(href) {
  return { href, target: '_blank', rel: 'noopener noreferrer' };
}
