import type { Pack, PackCalendar } from '@/lib/pack/schema';
import type { Calendar } from './calendar-types';

/** What an objective counts in, with its zone settled. `calendar` is null where no working time is counted. */
export type NamedCalendar = {
  readonly name: string;
  readonly timeZone: string;
  readonly calendar: Calendar | null;
  /** `elapsed`: time on the wall (`always`). `active`: the time a steward spends on the ticket. */
  readonly counts: 'working' | 'elapsed' | 'active';
};

/** Memo, so that one pack calendar in one zone stays one object and its arithmetic is prepared once. */
const resolved = new WeakMap<PackCalendar, Map<string, NamedCalendar>>();

function inZone(source: PackCalendar, timeZone: string): NamedCalendar {
  let byZone = resolved.get(source);
  if (byZone === undefined) resolved.set(source, (byZone = new Map()));
  const known = byZone.get(timeZone);
  if (known !== undefined) return known;
  const { weeklyHours, holidays, dateOverrides, breaks, closedPeriods } = source;
  const reducedCapacity = closedPeriods?.map((days) => ({ days, hours: [] }));
  const calendar: Calendar = {
    timeZone,
    weeklyHours,
    holidays,
    dateOverrides,
    breaks,
    reducedCapacity,
  };
  const named = { name: source.name, timeZone, calendar, counts: 'working' } as const;
  byZone.set(timeZone, named);
  return named;
}

/**
 * The calendar an objective counts in. `team` as its zone stands for the zone of the team's settings; the id `always`,
 * and one the pack does not have, is elapsed time shown in the team's zone.
 */
export function packCalendar(pack: Pack, id: string, teamTimeZone: string): NamedCalendar {
  const source = pack.calendars.find((calendar) => calendar.id === id);
  if (source !== undefined) {
    return inZone(source, source.timeZone === 'team' ? teamTimeZone : source.timeZone);
  }
  const none = { timeZone: teamTimeZone, calendar: null } as const;
  return id === 'active'
    ? { ...none, name: 'Active time', counts: 'active' }
    : { ...none, name: 'Elapsed time', counts: 'elapsed' };
}
