/**
 * What was said, in the order of the numbers that the desk gave: no message twice, and it is known
 * whether one is missing.
 */

/** @typedef {import('./types').Message} Message */

export class History {
  /** @type {Message[]} by seq */
  messages = [];
  /** Every message up to this seq is here. */
  seen = 0;

  /**
   * Puts messages where their numbers say; one that is here already takes the other's place.
   * @param {Message[]} messages
   * @returns {Message[]} those that were not here before
   */
  merge(messages) {
    const added = messages.filter((message) => {
      const same = this.messages.findIndex(({ seq }) => seq === message.seq);
      this.messages.splice(same < 0 ? this.messages.length : same, 1, message);
      return same < 0;
    });
    this.messages.sort((one, other) => one.seq - other.seq);
    this.#count();
    return added;
  }

  /**
   * These were everything after what was here: what is missing before them does not exist.
   * @param {Message[]} messages
   */
  complete(messages) {
    this.seen = Math.max(this.seen, ...messages.map(({ seq }) => seq));
    this.#count();
  }

  /** Has a message overtaken another one? */
  get hasGap() {
    return this.messages.at(-1)?.seq > this.seen;
  }

  #count() {
    for (const { seq } of this.messages) if (seq === this.seen + 1) this.seen = seq;
  }
}
