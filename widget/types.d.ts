/** The shapes that the modules share. Browsers never load this file; editors and `tsc` do. */

import type { Composer } from './composer.js';
import type { Conversation } from './conversation.js';
import type { FileForm } from './files.js';
import type { Contact } from './forms.js';
import type { Locale } from './locale.js';
import type { Log } from './log.js';
import type { Menu } from './menu.js';
import type { Status } from './status.js';

// The chat API of the desk

export type Direction = 'ltr' | 'rtl';
export type State = 'assistant' | 'queued' | 'staff' | 'closed';
export type Author = 'visitor' | 'assistant' | 'staff' | 'system';

/** `chip`: takes away what it names; `card`: stands on the card of the same place. */
export interface Choice { id: string; title: string; kind?: 'chip' | 'card' }

export interface Source {
  title: string;
  url?: string;
  paragraph?: string | number;
  /** A day, month or year: 2024-05-31, 2024-05, 2024. */
  as_of?: string;
}

export interface TableData { columns: string[]; rows: (string | number)[][] }
export interface CardData {
  fields: { label: string; value: string }[];
  link?: string;
  link_text?: string;
}

export interface Attachment {
  kind?: 'image' | 'table' | 'link' | 'card' | 'cards';
  /** Of a chart, instead of `kind`. */
  type?: 'chart';
  url?: string;
  alt?: string;
  title?: string;
  /** What a chart shows. */
  table?: { head: string[]; rows: string[][] };
  /** `TableData` of a table, `CardData` of a card, `{ cards }` with a title each of several. */
  data?: any;
}

export interface Message {
  /** From 1, without gaps. */
  seq: number;
  client_id?: string;
  author: Author;
  name?: string;
  text: string;
  language: string;
  /** ISO 8601, UTC. */
  at: string;
  rateable: boolean;
  choices: Choice[];
  attachments: Attachment[];
  sources: Source[];
}

export interface Queue {
  case: string;
  place: number | null;
  wait_text: string;
  offer_email: boolean;
}

/** What staff ask for: media types, and bytes. */
export interface FileRequest { hint: string; accept: string; largest: number }

/** Who is on the other side; `sensitive`: somebody may be in danger. */
export interface Situation {
  sensitive?: boolean;
  state: State;
  queue: Queue | null;
  staff: { name: string } | null;
  file_request?: FileRequest | null;
}

/** What most requests about a conversation answer. */
export interface Update extends Situation { messages: Message[] }

export interface Settings {
  organisation: string;
  language: string;
  dir: Direction;
  languages: { code: string; name: string; dir: Direction }[];
  texts: Record<string, string>;
  privacy: { text: string; url?: string };
  poll_seconds: number;
}

// The widget's own

/** A message that the desk does not have yet. */
export interface Unsent {
  client_id: string;
  /** Of a choice, its title. */
  text: string;
  choice?: string;
  at: string;
  /** Where the answer is to go. */
  email?: string;
  /** Why the desk refused it. */
  failed?: string;
}

export interface Stored {
  id?: string;
  token?: string;
  state?: State;
  /** The language that the visitor chose. */
  chosen?: string;
  muted?: boolean;
  pending: Unsent[];
}

/** The way on which messages leave. */
export interface Way {
  deliver(item: Unsent): Promise<void>;
  /** Does something while no other tab does. */
  exclusively(work: () => Promise<void>): Promise<void>;
  /** The desk says that there is no such conversation. */
  renew(): void;
  onChange(): void;
  /** What waits to be sent has changed. */
  onPending(): void;
}

/** What conversations are followed through. */
export interface Feed {
  stream(signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  /** Fetches and delivers what is new. */
  poll(): Promise<void>;
  pollSeconds(): number;
  onEvent(name: string, data: any): void;
  onConnected(): void;
  /** The desk says that there is no such conversation. */
  onGone(): void;
  /** Neither the stream nor a poll got through. */
  onTrouble(error: any): void;
}

/** What a message needs to know of its surroundings. */
export interface Context {
  locale: Locale;
  desk: string;
  conversation: Conversation;
  onChoice(choice: Choice): void;
}

/**
 * What an attachment needs to know; `pictured`: there is a picture of the same in the message;
 * `buttons` stand on cards.
 */
export interface Surroundings {
  locale: Locale;
  desk: string;
  pictured: boolean;
  buttons: HTMLElement[];
}

/** What is on the screen while the panel is. */
export interface Parts {
  element: HTMLElement;
  locale: Locale;
  status: Status;
  contact: Contact;
  files: FileForm;
  log: Log;
  composer: Composer;
  menu: Menu;
  greeting: HTMLElement;
  leave: HTMLElement;
  notice: HTMLElement;
  newer: HTMLElement;
  scroller: HTMLElement;
}
