/**
 * The Markdown that answers may contain, as DOM nodes: paragraphs, line breaks, lists with '-' or
 * '1.', **bold**, *italic*, `code`, [text](address), and bare https addresses. Everything else
 * stays the text that it is.
 */

import { directionOf, h } from './dom.js';
import { outward, safeAddress } from './links.js';

const BULLET = /^\s{0,3}[-•]\s+/;
const NUMBER = /^\s{0,3}(\d{1,4})[.)]\s+/;

const INLINE = new RegExp([
  /\\(?<escaped>[\\`*[\]()\-.])/,
  /`(?<code>[^`\n]+)`/,
  /\*\*(?=\S)(?<bold>[^\n]*?\S)\*\*/,
  /\*(?=\S)(?<italic>[^*\n]*?\S)\*/,
  /\[(?<label>[^[\]\n]+)\]\((?<address>(?:[^()\s]|\([^()\s]*\))+)\)/,
  /(?<bare>https:\/\/[^\s<>()*`\u3000-\u303f\uff00-\uffef]+[^\s<>()*`\u3000-\u303f\uff00-\uffef.,;:!?'"»])/,
  /(?<number>\b[0-9A-Z]{4,5}-[0-9A-Z]{4,5}\b)/,
].map(({ source }) => source).join('|'), 'gu');

/**
 * @param {string} source
 * @param {string} desk origin of the desk, for addresses that are relative to it
 * @returns {DocumentFragment}
 */
export function markdown(source, desk) {
  const fragment = document.createDocumentFragment();
  for (const block of blocks(source)) {
    if (block.kind === 'p') {
      fragment.append(h('p', { dir: directionOf(block.lines.join(' ')) }, ...lines(block.lines, desk)));
    } else {
      const list = h(block.kind, { dir: directionOf(block.lines.join(' ')), start: block.start });
      for (const line of block.lines) {
        list.append(h('li', {}, ...lines(line.split('\n'), desk)));
      }
      fragment.append(list);
    }
  }
  return fragment;
}

/** @typedef {{kind: 'p' | 'ul' | 'ol', lines: string[], start?: number}} Block */

/**
 * @param {string} source
 * @returns {Block[]}
 */
function blocks(source) {
  /** @type {Block[]} */
  const found = [];
  /** @type {Block | undefined} */
  let open;
  let blank = false;
  for (const line of source.split(/\r?\n/)) {
    if (!line.trim()) {
      blank = true;
      continue;
    }
    const number = NUMBER.exec(line);
    const kind = number ? 'ol' : BULLET.test(line) ? 'ul' : 'p';
    const continued = kind === 'p' && /^\s{2,}/.test(line) && open && open.kind !== 'p';
    if (continued) {
      open.lines.push(`${open.lines.pop()}\n${line.trim()}`);
    } else if (open?.kind === kind && (kind !== 'p' || !blank)) {
      open.lines.push(bare(line, kind));
    } else {
      open = { kind, lines: [bare(line, kind)], start: number ? Number(number[1]) : undefined };
      found.push(open);
    }
    blank = false;
  }
  return found;
}

/**
 * @param {string} line
 * @param {Block['kind']} kind
 */
function bare(line, kind) {
  return kind === 'p' ? line.trim() : line.replace(kind === 'ol' ? NUMBER : BULLET, '').trim();
}

/**
 * @param {string[]} texts
 * @param {string} desk
 */
function lines(texts, desk) {
  return texts.flatMap((text, index) => [...(index ? [h('br')] : []), ...inline(text, desk)]);
}

/**
 * @param {string} text
 * @param {string} desk
 * @returns {(Node | string)[]}
 */
function inline(text, desk) {
  /** @type {(Node | string)[]} */
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(text.slice(end, match.index), node(match, desk));
    end = match.index + match[0].length;
  }
  nodes.push(text.slice(end));
  return nodes.filter((part) => part !== '');
}

/**
 * @param {RegExpMatchArray} match
 * @param {string} desk
 * @returns {Node | string}
 */
function node(match, desk) {
  const { escaped, code, bold, italic, label, address, bare: plain, number } = match.groups;
  if (escaped) return escaped;
  if (code) return h('code', {}, code);
  if (bold) return h('strong', {}, ...inline(bold, desk));
  if (italic) return h('em', {}, ...inline(italic, desk));
  // The numbers and codes of requests are read out and copied: they stay on one line.
  if (number) return h('span', { class: 'whole', dir: 'ltr' }, number);
  const href = safeAddress(address ?? plain, desk);
  if (!href) return match[0];
  return h('a', { ...outward(href), dir: directionOf(label ?? plain) }, label ?? plain);
}
