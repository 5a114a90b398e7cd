import type { Holiday } from '@/lib/contract/working-time';

// What the stored settings take.
const MAX_HOLIDAYS = 5_000;

const byDate = (a: Holiday, b: Holiday): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.name.localeCompare(b.name);

/** The holidays in order of date. */
export function sortedHolidays(holidays: readonly Holiday[]): readonly Holiday[] {
  return holidays.toSorted(byDate);
}

/** The list with more days in it, in order; a date that it has already keeps its name. */
export function withHolidays(
  holidays: readonly Holiday[],
  more: readonly Holiday[],
): readonly Holiday[] {
  return sortedHolidays([...holidays, ...newHolidays(holidays, more)]).slice(0, MAX_HOLIDAYS);
}

/** Those of `more` whose dates the list does not have. */
export function newHolidays(
  holidays: readonly Holiday[],
  more: readonly Holiday[],
): readonly Holiday[] {
  const known = new Set(holidays.map(({ date }) => date));
  return more.filter(({ date }) => !known.has(date));
}

/** The list without some dates. */
export function withoutDates(
  holidays: readonly Holiday[],
  dates: ReadonlySet<string>,
): readonly Holiday[] {
  return holidays.filter(({ date }) => !dates.has(date));
}
