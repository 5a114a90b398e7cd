/**
 * An instant as Freshdesk writes it: `YYYY-MM-DDTHH:MM:SSZ`, always UTC, no fractions
 * (official API reference, and every recorded answer of 2022 to 2026).
 */
export type Iso = string;

/** Writes an instant the way the API does; milliseconds are cut, not rounded. */
export function iso(at: Date): Iso {
  return `${at.toISOString().slice(0, 19)}Z`;
}

/**
 * Reads a date from a request. The API takes `YYYY-MM-DD`, with or without a time, with `Z` or an offset;
 * without a zone it means UTC (API reference, dates). Returns undefined when the text is no date.
 */
export function readDate(text: string): Date | undefined {
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      text.trim(),
    );
  if (!match) return undefined;
  const [, day = '', time = '00:00', zone = 'Z'] = match;
  const at = new Date(`${day}T${time}${zone}`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/** Milliseconds in a minute, an hour and a day; the unit is in the name. */
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
