import { parseDay, type Day } from './day';

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** `nth` of the month or year, from its end when negative; null: every one. Weekday 0 for Monday. */
export type ByDay = { readonly nth: number | null; readonly weekday: number };

/** How an all-day event comes again (RFC 5545 §3.3.10). Empty lists say nothing. */
export type Rule = {
  readonly frequency: (typeof FREQUENCIES)[number];
  readonly interval: number;
  readonly count: number | null;
  /** The last day it may come. */
  readonly until: Day | null;
  /** With which weekday a week begins, 0 for Monday. */
  readonly weekStart: number;
  readonly byMonth: readonly number[];
  readonly byWeekNumber: readonly number[];
  readonly byYearDay: readonly number[];
  readonly byMonthDay: readonly number[];
  readonly byDay: readonly ByDay[];
  readonly bySetPosition: readonly number[];
};

// Longer steps than any calendar has years, in days.
const MAX_INTERVAL = 100_000;

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function numbersOf(value: unknown): readonly number[] {
  return listOf(value).flatMap((one) => (typeof one === 'number' ? [one] : []));
}

function byDayOf(value: unknown): readonly ByDay[] {
  return listOf(value).flatMap((one): ByDay[] => {
    const [, nth, name] = /^([+-]?\d+)?([A-Z]{2})$/.exec(String(one)) ?? [];
    const weekday = WEEKDAYS.indexOf(name ?? '');
    if (weekday < 0) return [];
    return [{ nth: nth === undefined ? null : Number(nth), weekday }];
  });
}

/**
 * The rule in jCal's form. Null for what no all-day event can have (hours, minutes, seconds) and for what is no rule.
 */
export function readRule(value: unknown): Rule | null {
  if (typeof value !== 'object' || value === null) return null;
  const parts = new Map<string, unknown>(Object.entries(value));
  const frequency = FREQUENCIES.find((one) => one === parts.get('freq'));
  if (frequency === undefined) return null;
  if (['byhour', 'byminute', 'bysecond'].some((part) => parts.has(part))) return null;
  const until = parts.get('until');
  const lastDay = typeof until === 'string' ? parseDay(until.slice(0, 10)) : null;
  if (until !== undefined && lastDay === null) return null;
  const [interval = 1] = numbersOf(parts.get('interval'));
  const [count = null] = numbersOf(parts.get('count'));
  // The library counts weekdays from 1 for Sunday.
  const [weekStart = 2] = numbersOf(parts.get('wkst'));
  return {
    frequency,
    interval: Math.min(Math.max(1, interval), MAX_INTERVAL),
    count,
    until: lastDay,
    weekStart: (weekStart + 5) % 7,
    byMonth: numbersOf(parts.get('bymonth')),
    byWeekNumber: numbersOf(parts.get('byweekno')),
    byYearDay: numbersOf(parts.get('byyearday')),
    byMonthDay: numbersOf(parts.get('bymonthday')),
    byDay: byDayOf(parts.get('byday')),
    bySetPosition: numbersOf(parts.get('bysetpos')),
  };
}
