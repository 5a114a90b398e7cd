import ICAL from 'ical.js';

/** A property of an event: its name in lower case and its values as jCal has them (RFC 7265 §3.4). */
export type Property = { readonly name: string; readonly values: readonly unknown[] };

/** The name of a line's property, in lower case. */
export function nameOf(line: string): string {
  return /^[\w-]*/.exec(line)?.[0].toLowerCase() ?? '';
}

/** Reads a line. Null when it is none that a calendar may have. */
export function readProperty(line: string): Property | null {
  try {
    const jcal: unknown = ICAL.parse.property(line, ICAL.design.icalendar);
    // Name, parameters, type, and then the values.
    return Array.isArray(jcal) ? { name: nameOf(line), values: jcal.slice(3) } : null;
  } catch {
    // The library tells in many kinds of errors that it cannot read a value.
    return null;
  }
}

// Control characters, and those that turn the direction of the text after them.
const UNSEEN = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/** Text in one line, without what cannot be seen, cut to `most` characters. */
export function plainText(text: string, most: number): string {
  const plain = text.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
  if (plain.length <= most) return plain;
  // A character of two halves is not cut in its middle.
  return `${plain.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The text of a line, whatever its property is: some calendars escape what the format leaves as it is. */
export function textOf(line: string): string {
  const value = readProperty(`SUMMARY${line.slice(nameOf(line).length)}`)?.values[0];
  return typeof value === 'string' ? value : '';
}
