import { dayOf, daysInMonth, partsOf, weekdayOf, type Day, type DayParts } from './day';
import type { Rule } from './rule';

/*
 * Days of a rule, found by asking each day of a period (a day, week, month or year) whether the rule holds it. That is
 * slower than stepping from one occurrence to the next, but it always ends: the library's own iterator searches without
 * bound for days that some rules never have (version 2.2.1).
 */

/** Looks that may still be taken at a day; shared by all events of a file, so that none can take long. */
export type Budget = { left: number };

/** A rule with what it leaves open taken from the first day. */
function completed(rule: Rule, start: DayParts): Rule {
  const { frequency, byMonth, byWeekNumber, byYearDay, byMonthDay, byDay } = rule;
  const ownDate = [start.date];
  const ownWeekday = [{ nth: null, weekday: start.weekday }];
  if (frequency === 'WEEKLY') return byDay.length > 0 ? rule : { ...rule, byDay: ownWeekday };
  if (frequency === 'DAILY' || byDay.length + byMonthDay.length + byYearDay.length > 0) return rule;
  if (frequency === 'MONTHLY') return { ...rule, byMonthDay: ownDate };
  if (byWeekNumber.length > 0) return { ...rule, byDay: ownWeekday };
  return byMonth.length > 0
    ? { ...rule, byMonthDay: ownDate }
    : { ...rule, byMonth: [start.month], byMonthDay: ownDate };
}

/** Whether `place` of `count` (from 1) is among places that may be written from the end, as negative numbers. */
function isAt(places: readonly number[], place: number, count: number): boolean {
  return places.length === 0 || places.includes(place) || places.includes(place - count - 1);
}

/** First day of the first week of a year: the first with at least four days in it. */
function firstWeek(year: number, weekStart: number): Day {
  const fourth = dayOf(year, 1, 4);
  return fourth - ((weekdayOf(fourth) - weekStart + 7) % 7);
}

function holdsWeek({ byWeekNumber, weekStart }: Rule, day: Day): boolean {
  if (byWeekNumber.length === 0) return true;
  const monday = day - ((weekdayOf(day) - weekStart + 7) % 7);
  const { year } = partsOf(monday + 3);
  const first = firstWeek(year, weekStart);
  const count = (firstWeek(year + 1, weekStart) - first) / 7;
  return isAt(byWeekNumber, (monday - first) / 7 + 1, count);
}

function holdsWeekday(rule: Rule, parts: DayParts, yearDay: number, yearDays: number): boolean {
  const { frequency, byDay, byMonth } = rule;
  if (byDay.length === 0) return true;
  const inMonth = frequency === 'MONTHLY' || (frequency === 'YEARLY' && byMonth.length > 0);
  const place = inMonth ? parts.date : yearDay;
  const count = inMonth ? daysInMonth(parts.year, parts.month) : yearDays;
  const fromStart = Math.ceil(place / 7);
  const fromEnd = -Math.ceil((count - place + 1) / 7);
  return byDay.some(
    ({ nth, weekday }) =>
      weekday === parts.weekday && (nth === null || nth === fromStart || nth === fromEnd),
  );
}

function holds(rule: Rule, day: Day): boolean {
  const parts = partsOf(day);
  if (rule.byMonth.length > 0 && !rule.byMonth.includes(parts.month)) return false;
  const monthDays = daysInMonth(parts.year, parts.month);
  if (!isAt(rule.byMonthDay, parts.date, monthDays)) return false;
  const newYear = dayOf(parts.year, 1, 1);
  const yearDays = dayOf(parts.year + 1, 1, 1) - newYear;
  const yearDay = day - newYear + 1;
  return (
    isAt(rule.byYearDay, yearDay, yearDays) &&
    holdsWeekday(rule, parts, yearDay, yearDays) &&
    holdsWeek(rule, day)
  );
}

/** The days [from, to). */
type Span = { readonly from: Day; readonly to: Day };

/** The days of the period so many steps after the one in which the event begins. */
function period({ frequency, interval, weekStart }: Rule, start: Day, steps: number): Span {
  const { year, month, weekday } = partsOf(start);
  const by = steps * interval;
  switch (frequency) {
    case 'DAILY':
      return { from: start + by, to: start + by + 1 };
    case 'WEEKLY': {
      const from = start - ((weekday - weekStart + 7) % 7) + by * 7;
      return { from, to: from + 7 };
    }
    case 'MONTHLY':
      return { from: dayOf(year, month + by, 1), to: dayOf(year, month + by + 1, 1) };
    case 'YEARLY':
      return { from: dayOf(year + by, 1, 1), to: dayOf(year + by + 1, 1, 1) };
    default:
      return frequency satisfies never;
  }
}

const LONGEST = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 } as const;

/** What of a period need be looked at: of a year only the months that the rule names. */
function looked(rule: Rule, { from, to }: Span): readonly Span[] {
  if (rule.frequency !== 'YEARLY' || rule.byMonth.length === 0) return [{ from, to }];
  const { year } = partsOf(from);
  return [...new Set(rule.byMonth)]
    .sort((a, b) => a - b)
    .map((month) => ({ from: dayOf(year, month, 1), to: dayOf(year, month + 1, 1) }));
}

/** Days of one period that the rule holds; it takes from the budget what it looks at. */
function daysIn(rule: Rule, span: Span, budget: Budget): readonly Day[] {
  const found: Day[] = [];
  for (const { from, to } of looked(rule, span)) {
    budget.left -= to - from;
    for (let day = from; day < to; day += 1) if (holds(rule, day)) found.push(day);
  }
  return found.filter((_, place) => isAt(rule.bySetPosition, place + 1, found.length));
}

/**
 * First days of an event that comes again, from `from` to `to` (both included), its first one among them. Null when
 * the budget is used up.
 */
export function occurrences(
  given: Rule,
  start: Day,
  window: { readonly from: Day; readonly to: Day },
  budget: Budget,
): readonly Day[] | null {
  const rule = completed(given, partsOf(start));
  const last = Math.min(window.to, rule.until ?? Infinity);
  const found = start >= window.from && start <= window.to ? [start] : [];
  let count = 1;
  // Without a number of times to count, what lies before the window can be left out.
  const ahead = window.from - start - 2 * LONGEST[rule.frequency];
  const skipped =
    rule.count === null ? Math.floor(ahead / (LONGEST[rule.frequency] * rule.interval)) : 0;
  for (let steps = Math.max(0, skipped); ; steps += 1) {
    const one = period(rule, start, steps);
    // Beyond what a date can hold there is no such period.
    if (!(one.from <= last)) return found;
    for (const day of daysIn(rule, one, budget)) {
      if (day <= start) continue;
      if (day > last || (rule.count !== null && count >= rule.count)) return found;
      count += 1;
      if (day >= window.from) found.push(day);
    }
    if (budget.left < 0) return null;
    if (rule.count !== null && count >= rule.count) return found;
  }
}
