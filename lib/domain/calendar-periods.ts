import type { ReducedDays } from '@/lib/contract/working-time';
import { parseHours, type Stretch } from './calendar-hours';
import {
  createWeeklyPattern,
  createYearlyPattern,
  type Pattern,
  type Week,
} from './calendar-pattern';
import { BusinessTimeError, type ReducedPeriod } from './calendar-types';
import {
  monthDayOf,
  parseLocalDate,
  parseMonthDay,
  weekdayIndex,
  type DayNumber,
} from './local-date';

/** Every Saturday and Sunday; places in a year of 366 days; or day numbers. Both ends are included. */
export type PeriodDays =
  | { readonly kind: 'weekends' }
  | { readonly kind: 'yearly' | 'dates'; readonly first: number; readonly last: number };

/** A period of reduced capacity and what is open in it, in ms from midnight. */
export type Period = { readonly days: PeriodDays; readonly hours: readonly Stretch[] };

const SATURDAY = 5;

/** Reads which days are meant. Throws `BusinessTimeError` `invalid-calendar`. */
export function parsePeriodDays(days: ReducedDays): PeriodDays {
  if (days.kind === 'weekends') return { kind: 'weekends' };
  const parse = days.kind === 'yearly' ? parseMonthDay : parseLocalDate;
  const [first, last] = [parse(days.from), parse(days.to)];
  if (days.kind === 'dates' && last < first) {
    throw new BusinessTimeError(
      'invalid-calendar',
      `The period from ${days.from} to ${days.to} ends before it begins.`,
    );
  }
  return { kind: days.kind, first, last };
}

/** Reads a period. Throws `BusinessTimeError` `invalid-calendar`. */
export function parsePeriod({ days, hours }: ReducedPeriod): Period {
  return { days: parsePeriodDays(days), hours: parseHours(hours) };
}

/** Whether a place in the year lies in it; from December into January is allowed. */
function holdsPlace({ first, last }: { first: number; last: number }, place: number): boolean {
  return first <= last ? place >= first && place <= last : place >= first || place <= last;
}

/** Whether a period holds a local date. */
export function holds(days: PeriodDays, day: DayNumber): boolean {
  if (days.kind === 'weekends') return weekdayIndex(day) >= SATURDAY;
  if (days.kind === 'yearly') return holdsPlace(days, monthDayOf(day));
  return day >= days.first && day <= days.last;
}

/** Weekly hours under periods that come every week or every year (none between dates); the first to hold a day decides. */
export function patternUnder(week: Week, periods: readonly Period[]): Pattern {
  if (!periods.some(({ days }) => days.kind === 'yearly')) {
    const weekend = periods[0]?.hours;
    return createWeeklyPattern(
      week.map((hours, weekday) => (weekday >= SATURDAY ? (weekend ?? hours) : hours)),
    );
  }
  const deciding = (place: number, isWeekend: boolean): Period | undefined =>
    periods.find(({ days }) =>
      days.kind === 'weekends' ? isWeekend : days.kind === 'yearly' && holdsPlace(days, place),
    );
  const places = Array.from({ length: 366 }, (_, place) => ({
    working: deciding(place, false)?.hours,
    weekend: deciding(place, true)?.hours,
  }));
  return createYearlyPattern((place, weekday) => {
    const reduced = places[place]?.[weekday >= SATURDAY ? 'weekend' : 'working'];
    return reduced ?? week[weekday] ?? [];
  });
}
