/** The visitor's own copy as a file, to read or for machines. Fetched when it is wanted. */

/**
 * @param {{messages: import('./types').Message[]}} copy
 * @param {'txt' | 'json'} kind
 * @param {import('./locale.js').Locale} locale
 */
export function download(copy, kind, locale) {
  const text = kind === 'json' ? JSON.stringify(copy, null, 2) : readable(copy, locale);
  const href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = href;
  link.download = `conversation-${new Date().toISOString().slice(0, 10)}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/**
 * @param {{messages: import('./types').Message[]}} copy
 * @param {import('./locale.js').Locale} locale
 */
function readable({ messages }, locale) {
  return messages.map(({ at, author, name, text, sources = [] }) => [
    `${locale.moment(at)} · ${name ?? locale.text(`author-${author}`)}`,
    text,
    ...sources.map(({ title, url }) => [`${locale.text('source')}:`, title, url].filter(Boolean).join(' ')),
  ].join('\n')).join('\n\n');
}
