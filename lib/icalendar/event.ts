import { parseDay, type Day } from './day';
import { nameOf, plainText, readProperty, textOf, type Property } from './property';
import { readRule, type Rule } from './rule';

const NAME_MOST = 200;

/** An all-day event as far as holidays need it. */
export type AllDayEvent = {
  readonly uid: string;
  readonly name: string;
  readonly cancelled: boolean;
  readonly start: Day;
  /** How many days it takes, at least one. */
  readonly days: number;
  /** How it comes again; null: it does not. */
  readonly rule: Rule | null;
  /** First days on which it comes besides, and those on which it does not. */
  readonly also: readonly Day[];
  readonly except: readonly Day[];
  /** The occurrence of a recurring event that this one stands for; null: it stands for itself. */
  readonly insteadOf: Day | null;
};

/** A value of type DATE; null for a time of day, which belongs to no whole day. */
function dayOfValue(value: unknown): Day | null {
  return typeof value === 'string' ? parseDay(value) : null;
}

function daysOf(properties: readonly Property[], name: string): readonly Day[] {
  return properties
    .filter((property) => property.name === name)
    .flatMap(({ values }) => values)
    .flatMap((value) => dayOfValue(typeof value === 'string' ? value.slice(0, 10) : null) ?? []);
}

/** Whole days of a duration such as `P2D`; null for any other. */
function durationDays(value: unknown): number | null {
  const [, weeks, days] = /^P(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/.exec(String(value)) ?? [];
  if (weeks === undefined && days === undefined) return null;
  return Number(weeks ?? 0) * 7 + Number(days ?? 0);
}

const LINES = new Set([
  'dtstart',
  'dtend',
  'duration',
  'rrule',
  'rdate',
  'exdate',
  'recurrence-id',
]);

/**
 * Reads an event's lines. `timed`: it begins at a time of day, or comes again in a way no whole day does, so it is no
 * holiday; `unreadable`: it has no beginning that can be read.
 */
export function readEvent(lines: readonly string[]): AllDayEvent | 'timed' | 'unreadable' {
  const properties = lines
    .filter((line) => LINES.has(nameOf(line)))
    .flatMap((line) => readProperty(line) ?? []);
  const first = (name: string): unknown =>
    properties.find((property) => property.name === name)?.values[0];
  const text = (name: string): string => {
    const line = lines.find((one) => nameOf(one) === name);
    return line === undefined ? '' : plainText(textOf(line), NAME_MOST);
  };

  const begin = first('dtstart');
  if (typeof begin !== 'string') return 'unreadable';
  const start = dayOfValue(begin);
  if (start === null) return begin.includes('T') ? 'timed' : 'unreadable';
  const repeats = properties.some(({ name }) => name === 'rrule');
  const rule = repeats ? readRule(first('rrule')) : null;
  if (repeats && rule === null) return 'timed';
  const end = dayOfValue(first('dtend'));
  const days = end === null ? (durationDays(first('duration')) ?? 1) : end - start;
  const instead = first('recurrence-id');
  return {
    uid: text('uid'),
    name: text('summary'),
    cancelled: text('status').toUpperCase() === 'CANCELLED',
    start,
    // Some calendars end an event on the day it begins.
    days: Math.max(1, days),
    rule,
    also: daysOf(properties, 'rdate'),
    except: daysOf(properties, 'exdate'),
    insteadOf: typeof instead === 'string' ? dayOfValue(instead.slice(0, 10)) : null,
  };
}
