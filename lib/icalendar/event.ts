import { parseDay, type Day } from './day';
import { nameOf, plainText, readProperty, textOf } from './property';
import { readRule, type Rule } from './rule';

/** An event of whole days. */
export type DayEvent = {
  /** Ties an event that comes again to what was changed of it; empty when the file gives none. */
  readonly uid: string;
  /** Of which occurrence this is a changed one. */
  readonly replaces: Day | null;
  /** Empty when the file gives none. */
  readonly name: string;
  readonly start: Day;
  /** How many days it lasts, from 1. */
  readonly length: number;
  readonly rules: readonly Rule[];
  readonly alsoOn: readonly Day[];
  readonly notOn: readonly Day[];
};

/** What an event of a file is: whole days, cancelled, or neither (timed, or not to be read). */
export type FileEvent =
  | { readonly kind: 'days'; readonly event: DayEvent }
  | { readonly kind: 'cancelled' | 'other'; readonly uid: string; readonly replaces: Day | null };

const NAME_LENGTH = 200;
const READ = new Set([
  'dtstart',
  'dtend',
  'duration',
  'rrule',
  'rdate',
  'exdate',
  'recurrence-id',
  'status',
  'uid',
  'summary',
  'x-microsoft-cdo-alldayevent',
]);

type Properties = ReadonlyMap<string, readonly unknown[]>;

/** All values by property; null when a property that counts cannot be read. */
function propertiesOf(lines: readonly string[]): Properties | null {
  const properties = new Map<string, unknown[]>();
  for (const line of lines) {
    const name = nameOf(line);
    if (!READ.has(name)) continue;
    const isText = name === 'summary' || name === 'uid';
    const values = isText ? [textOf(line)] : readProperty(line)?.values;
    if (values === undefined) return null;
    const all = properties.get(name) ?? [];
    // A line may hold more values than a call takes arguments.
    for (const value of values) all.push(value);
    properties.set(name, all);
  }
  return properties;
}

/** The day of a date; with `midnight` also of a local midnight, as some programs write whole days. */
function wholeDay(value: unknown, midnight: boolean): Day | null {
  if (typeof value !== 'string') return null;
  return parseDay(midnight ? value.replace(/T00:00:00$/, '') : value);
}

/** The local date of a date or a time. */
function dateOf(value: unknown): Day | null {
  return typeof value === 'string' ? parseDay(value.slice(0, 10)) : null;
}

/** Days of a duration such as `P1D` or `P2W` (RFC 5545 §3.3.6). */
function durationDays(value: unknown): number | null {
  const [, weeks, days] = /^\+?P(?:(\d{1,6})W|(\d{1,6})D)(?:T0[HMS])*$/.exec(String(value)) ?? [];
  if (weeks !== undefined) return Number(weeks) * 7;
  return days === undefined ? null : Number(days);
}

/** How many days; one when neither end nor duration says (RFC 5545 §3.6.1), the end being the day after the last. */
function lengthOf(properties: Properties, start: Day, midnight: boolean): number | null {
  const [end] = properties.get('dtend') ?? [];
  const [duration] = properties.get('duration') ?? [];
  if (end === undefined && duration === undefined) return 1;
  const endDay = end === undefined ? null : wholeDay(end, midnight);
  const length =
    end === undefined ? durationDays(duration) : endDay === null ? null : endDay - start;
  return length === null ? null : Math.max(1, length);
}

const isDay = (day: Day | null): day is Day => day !== null;

/** What the lines of an event say. */
export function readEvent(lines: readonly string[]): FileEvent {
  const properties = propertiesOf(lines);
  if (properties === null) return { kind: 'other', uid: '', replaces: null };
  const first = (name: string): unknown => properties.get(name)?.[0];
  const all = (name: string): readonly unknown[] => properties.get(name) ?? [];
  const text = (name: string): string => {
    const value = first(name);
    return typeof value === 'string' ? value : '';
  };
  const uid = text('uid');
  const replaces = dateOf(first('recurrence-id'));
  if (text('status').toUpperCase() === 'CANCELLED') {
    return { kind: 'cancelled', uid, replaces };
  }
  const midnight = text('x-microsoft-cdo-alldayevent').toUpperCase() === 'TRUE';
  const start = wholeDay(first('dtstart'), midnight);
  const length = start === null ? null : lengthOf(properties, start, midnight);
  const rules = all('rrule').map(readRule);
  if (start === null || length === null || rules.includes(null)) {
    return { kind: 'other', uid, replaces };
  }
  const event: DayEvent = {
    uid,
    replaces,
    name: plainText(text('summary'), NAME_LENGTH),
    start,
    length,
    rules: rules.flatMap((rule) => rule ?? []),
    alsoOn: all('rdate').map(dateOf).filter(isDay),
    notOn: all('exdate').map(dateOf).filter(isDay),
  };
  return { kind: 'days', event };
}
