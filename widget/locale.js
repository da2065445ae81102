/** Everything that depends on the language: words, direction, dates, numbers. */

const ISOLATE = '\u2068';
const END = '\u2069';

export class Locale {
  /** @param {import('./types').Settings} settings */
  constructor(settings) {
    this.language = settings.language;
    this.dir = settings.dir;
    this.texts = settings.texts;
    this.numbers = new Intl.NumberFormat(this.language);
    this.clock = new Intl.DateTimeFormat(this.language, { hour: 'numeric', minute: '2-digit' });
    this.calendar = new Intl.DateTimeFormat(this.language, {
      weekday: 'long', day: 'numeric', month: 'long',
    });
  }

  /**
   * A text with its variables filled in, each isolated from the direction of the others.
   * @param {string} id without the prefix that all texts of the widget share
   * @param {Record<string, string | number>} [values]
   * @returns {string}
   */
  text(id, values = {}) {
    const text = this.texts[`widget-${id}`] ?? id;
    return text.replace(/\{\s*\$([\w-]+)\s*\}/g, (variable, name) => {
      const value = values[name];
      if (value == null) return variable;
      return ISOLATE + (typeof value === 'number' ? this.numbers.format(value) : value) + END;
    });
  }

  /** @param {string} at a moment */
  time(at) {
    return this.clock.format(new Date(at));
  }

  /** @param {string} at a moment */
  moment(at) {
    return new Date(at).toLocaleString(this.language, { dateStyle: 'medium', timeStyle: 'short' });
  }

  /** @param {string} at a moment; the days are those of the visitor's clock */
  day(at) {
    const date = new Date(at);
    const ago = Math.round((midnight(new Date()) - midnight(date)) / 86_400_000);
    if (ago === 0) return this.text('today');
    if (ago === 1) return this.text('yesterday');
    return this.calendar.format(date);
  }

  /** @param {string} date a day, month or year, such as 2024-05-31, 2024-05 or 2024 */
  date(date) {
    const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date) ?? [];
    if (!year) return date;
    return new Intl.DateTimeFormat(this.language, {
      timeZone: 'UTC', year: 'numeric', month: month ? 'long' : undefined, day: day ? 'numeric' : undefined,
    }).format(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  }
}

/** @param {Date} date */
function midnight(date) {
  return new Date(date).setHours(0, 0, 0, 0);
}
