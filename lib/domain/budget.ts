import type { BudgetView } from '@/lib/contract/views';
import type { Pack } from '@/lib/pack/schema';
import { BusinessTimeError } from './calendar-types';
import { formatLocalDate, instantAt, localTimeAt, parseLocalDate } from './local-date';

const MINUTES_PER_HOUR = 60;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** Local month `YYYY-MM` of an instant in an IANA zone. */
export function monthOf(at: Date, timeZone: string): string {
  return formatLocalDate(localTimeAt(timeZone, at).day).slice(0, 7);
}

/** First instant of a local month and of the one after it: `[from, to)`. Throws `BusinessTimeError` for a bad month. */
export function monthBounds(month: string, timeZone: string): { from: Date; to: Date } {
  const match = MONTH.exec(month);
  if (match === null) {
    throw new BusinessTimeError('invalid-input', `“${month}” is not a month such as 2026-11.`);
  }
  const first = parseLocalDate(`${month}-01`);
  // Any first day plus 31 lies in the following month.
  const next = parseLocalDate(`${formatLocalDate(first + 31).slice(0, 7)}-01`);
  return { from: instantAt(timeZone, first, 0), to: instantAt(timeZone, next, 0) };
}

/**
 * Minutes that draw on the budget. Entries of incidents (`draws: false`) count nothing: incident support has no limit
 * (process: types of support requests).
 */
export function sumMinutes(
  entries: readonly { readonly minutes: number; readonly draws?: boolean }[],
): number {
  return entries.reduce((sum, { minutes, draws }) => (draws === false ? sum : sum + minutes), 0);
}

const usable = (hours: number | null | undefined): hours is number =>
  typeof hours === 'number' && Number.isFinite(hours) && hours >= 0;

/**
 * Minutes of support a community may use in a month, and where the figure comes from: the company's own field, the
 * team's list, the team's default, else the pack's arithmetic (an engineer's support hours divided by the communities
 * one engineer can serve). Rounded to whole minutes. Zero hours are an allotment; a missing or unusable figure is not.
 */
export function allotment(input: {
  readonly companyFieldHours: number | null | undefined;
  readonly teamHours: number | null | undefined;
  readonly defaultHours: number | null | undefined;
  readonly pack: Pack;
}): { minutes: number; source: BudgetView['allotmentSource'] } {
  const { companyFieldHours, teamHours, defaultHours, pack } = input;
  const of = (hours: number) => Math.round(hours * MINUTES_PER_HOUR);
  if (usable(companyFieldHours)) return { minutes: of(companyFieldHours), source: 'company-field' };
  if (usable(teamHours)) return { minutes: of(teamHours), source: 'team' };
  if (usable(defaultHours)) return { minutes: of(defaultHours), source: 'default' };
  const { hoursPerEngineer, communitiesPerEngineer } = pack.budget;
  return { minutes: of(hoursPerEngineer / communitiesPerEngineer), source: 'default' };
}
