import type { Pack } from '@/lib/pack/schema';
import { holds, parsePeriodDays, type PeriodDays } from './calendar-periods';
import { BusinessTimeError } from './calendar-types';
import {
  dayOfMonthDay,
  instantAt,
  localTimeAt,
  monthDayOf,
  weekdayIndex,
  yearOfDay,
  type DayNumber,
} from './local-date';

/** A period of reduced capacity that holds now, and the midnight with which capacity is no longer reduced. */
export type Reduced = { readonly name: string; readonly until: Date };

type Named = { readonly name: string; readonly days: PeriodDays };

/** Periods that follow each other are told as one, up to this many; a year that is reduced throughout never ends. */
const MAX_LINKS = 100;

/** Who is named when several hold: a holiday season says more than a weekend does. */
const KINDS = ['dates', 'yearly', 'weekends'] as const;

function readable(pack: Pack): readonly Named[] {
  return (pack.reducedCapacity ?? []).flatMap(({ name, days }): readonly Named[] => {
    try {
      return [{ name, days: parsePeriodDays(days) }];
    } catch (error) {
      // Days that no year has hold no date.
      if (error instanceof BusinessTimeError) return [];
      throw error;
    }
  });
}

/** The first day after a period that holds `day`. */
function dayAfter(days: PeriodDays, day: DayNumber): DayNumber {
  if (days.kind === 'weekends') return day + 7 - weekdayIndex(day);
  if (days.kind === 'dates') return days.last + 1;
  // Of a period that wraps over New Year, the end may lie in the next year.
  const year = yearOfDay(day) + (days.first > days.last && monthDayOf(day) >= days.first ? 1 : 0);
  return dayOfMonthDay(year, days.last) + 1;
}

/**
 * The period of reduced capacity that the zone's local date at `at` lies in, whether clocks run in it or not; null
 * when capacity is as always. A weekend inside a longer period is part of that, and periods that touch end together.
 */
export function reducedCapacityAt(pack: Pack, timeZone: string, at: Date): Reduced | null {
  const periods = readable(pack);
  if (periods.length === 0) return null;
  const { day } = localTimeAt(timeZone, at);
  const ordered = KINDS.flatMap((kind) => periods.filter(({ days }) => days.kind === kind));
  const period = ordered.find(({ days }) => holds(days, day));
  if (period === undefined) return null;
  // A weekend that follows a season is a weekend as ever.
  const links =
    period.days.kind === 'weekends'
      ? [period]
      : ordered.filter(({ days }) => days.kind !== 'weekends');
  let end = dayAfter(period.days, day);
  for (let count = 0; count < MAX_LINKS; count += 1) {
    const next = links.find(({ days }) => holds(days, end));
    if (next === undefined) break;
    end = dayAfter(next.days, end);
  }
  return { name: period.name, until: instantAt(timeZone, end, 0) };
}
