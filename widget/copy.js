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
  return messages.map(({ at, author, name, text, attachments = [], sources = [] }) => [
    `${locale.moment(at)} · ${name ?? locale.text(`author-${author}`)}`,
    text,
    ...attachments.flatMap((each) => listed(each)),
    ...sources.map(({ title, url }) => [`${locale.text('source')}:`, title, url].filter(Boolean).join(' ')),
  ].join('\n')).join('\n\n');
}

/**
 * What a message carries, line by line: a table row by row, a card with its fields.
 * @param {import('./types').Attachment} attachment
 * @returns {string[]}
 */
function listed({ title, alt, url, table, data }) {
  const { columns, rows, cards, fields, link } = data ?? {};
  const head = table?.head ?? columns;
  /** @type {unknown[][]} */
  const grid = head ? [head, ...(table?.rows ?? rows)] : [];
  return [
    ...(title ?? alt ? [title ?? alt] : []),
    ...grid.map((row) => row.join('\t')),
    .../** @type {{label: string, value: string}[]} */ (fields ?? []).map(({ label, value }) => `${label}: ${value}`),
    .../** @type {import('./types').CardData[]} */ (cards ?? []).flatMap((card) => listed({ ...card, data: card })),
    ...(link ?? url ? [link ?? url] : []),
  ];
}
