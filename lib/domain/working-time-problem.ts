import type { ReducedCapacity, WeeklyHours, WorkingTime } from '@/lib/contract/working-time';
import { holds, parsePeriodDays } from './calendar-periods';
import { BusinessTimeError } from './calendar-types';
import { parseLocalDate, parseLocalTimeMs } from './local-date';

const DAYS = [
  ['mon', 'Monday'],
  ['tue', 'Tuesday'],
  ['wed', 'Wednesday'],
  ['thu', 'Thursday'],
  ['fri', 'Friday'],
  ['sat', 'Saturday'],
  ['sun', 'Sunday'],
] as const;

/** The days of a leap year. */
const LEAP_YEAR = Array.from({ length: 366 }, (_, day) => parseLocalDate('2028-01-01') + day);

/** What the calendar's own reading says against a part; null when nothing. */
function sentenceOf(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    if (error instanceof BusinessTimeError) return error.message;
    throw error;
  }
}

function dayProblem(name: string, hours: NonNullable<WeeklyHours['mon']>): string | null {
  const sorted = [...hours].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [place, [open, close]] of sorted.entries()) {
    const unreadable = sentenceOf(() => [parseLocalTimeMs(open), parseLocalTimeMs(close)]);
    if (unreadable !== null) return `${name}: ${unreadable}`;
    if (close <= open) return `${name}: ${open} to ${close} ends before it begins.`;
    const next = sorted[place + 1];
    if (next !== undefined && next[0] < close)
      return `${name}: ${open} to ${close} and ${next[0]} to ${next[1]} overlap.`;
  }
  return null;
}

function hoursProblem(hours: WeeklyHours): string | null {
  for (const [key, name] of DAYS) {
    const problem = dayProblem(name, hours[key] ?? []);
    if (problem !== null) return problem;
  }
  const isOpen = DAYS.some(([key]) => (hours[key] ?? []).length > 0);
  return isOpen ? null : 'Custom hours need at least one day with hours.';
}

function periodsProblem(periods: readonly ReducedCapacity[]): string | null {
  for (const { name, days } of periods) {
    if (name.trim() === '') return 'Give each period of reduced capacity a name.';
    const unreadable = sentenceOf(() => parsePeriodDays(days));
    if (unreadable !== null) return `${name}: ${unreadable}`;
  }
  const yearly = periods
    .filter(({ clocks, days }) => clocks === 'stop' && days.kind === 'yearly')
    .map(({ days }) => parsePeriodDays(days));
  return LEAP_YEAR.every((day) => yearly.some((days) => holds(days, day)))
    ? 'Periods in which clocks stop leave no day of the year on which they run.'
    : null;
}

/**
 * The first thing that keeps working time from being counted in, in one sentence; null when there is none. Hours of
 * its own are looked at when they are the ones chosen.
 */
export function workingTimeProblem(workingTime: WorkingTime): string | null {
  const { calendarId, customHours, holidays, reducedCapacity } = workingTime;
  const hours = calendarId === 'custom' ? hoursProblem(customHours) : null;
  if (hours !== null) return hours;
  for (const { date, name } of holidays) {
    const unreadable = sentenceOf(() => parseLocalDate(date));
    if (unreadable !== null) return name === '' ? unreadable : `${name}: ${unreadable}`;
  }
  return reducedCapacity === null ? null : periodsProblem(reducedCapacity);
}
