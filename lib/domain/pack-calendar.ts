import type { Pack, PackCalendar } from '@/lib/pack/schema';
import type { Calendar } from './calendar-types';

/** A calendar of a pack with its zone settled. `calendar` is null for elapsed time (`always`). */
export type NamedCalendar = {
  readonly name: string;
  readonly timeZone: string;
  readonly calendar: Calendar | null;
};

/** Memo, so that one pack calendar in one zone stays one object and its arithmetic is prepared once. */
const resolved = new WeakMap<PackCalendar, Map<string, Calendar>>();

function inZone(source: PackCalendar, timeZone: string): Calendar {
  const byZone = resolved.get(source) ?? new Map<string, Calendar>();
  resolved.set(source, byZone);
  const known = byZone.get(timeZone);
  if (known !== undefined) return known;
  const { weeklyHours, holidays, dateOverrides, breaks } = source;
  const calendar: Calendar = { timeZone, weeklyHours, holidays, dateOverrides, breaks };
  byZone.set(timeZone, calendar);
  return calendar;
}

/**
 * The calendar an objective counts in. `team` as its zone stands for the zone of the team's settings; the id `always`,
 * and one the pack does not have, is elapsed time shown in the team's zone.
 */
export function packCalendar(pack: Pack, id: string, teamTimeZone: string): NamedCalendar {
  const source = pack.calendars.find((calendar) => calendar.id === id);
  if (source === undefined) return { name: 'Elapsed time', timeZone: teamTimeZone, calendar: null };
  const timeZone = source.timeZone === 'team' ? teamTimeZone : source.timeZone;
  return { name: source.name, timeZone, calendar: inZone(source, timeZone) };
}
