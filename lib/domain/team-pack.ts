import type { WorkingTime } from '@/lib/contract/working-time';
import type { Pack, PackCalendar } from '@/lib/pack/schema';

/** Chosen in the settings in place of one of the pack's calendars. */
const CUSTOM = 'custom';

type Days = NonNullable<PackCalendar['closedPeriods']>[number];
type Extra = { readonly holidays: readonly string[]; readonly closed: readonly Days[] };

/** A calendar with the team's days in it; the same object when there are none, so that what is prepared for it stays. */
function withDays(calendar: PackCalendar, { holidays, closed }: Extra): PackCalendar {
  if (holidays.length === 0 && closed.length === 0) return calendar;
  const ownHolidays = calendar.holidays ?? [];
  const ownClosed = calendar.closedPeriods ?? [];
  return {
    ...calendar,
    holidays: [...new Set([...ownHolidays, ...holidays])].sort(),
    closedPeriods: [...ownClosed, ...closed],
  };
}

function customCalendar({ customHours }: WorkingTime, id: string): PackCalendar {
  const weeklyHours = Object.fromEntries(
    Object.entries(customHours).map(([day, hours]) => [
      day,
      hours.map(([open, close]): [string, string] => [open, close]),
    ]),
  );
  return { id, name: 'Custom hours', timeZone: 'team', weeklyHours };
}

/** An id no calendar of the pack has. */
function freeId(pack: Pack): string {
  const taken = new Set(pack.calendars.map(({ id }) => id));
  let id = CUSTOM;
  for (let count = 2; taken.has(id); count += 1) id = `${CUSTOM}-${count}`;
  return id;
}

/** Objectives of the pack's first calendar, which is the team's working time, count in another one. */
function recounted(pack: Pack, calendarId: string): Pack['objectives'] {
  const first = pack.calendars[0]?.id;
  if (calendarId === first) return pack.objectives;
  return pack.objectives.map((objective) =>
    objective.calendar === first ? { ...objective, calendar: calendarId } : objective,
  );
}

function withCalendar(pack: Pack, workingTime: WorkingTime): Pack {
  const { calendarId } = workingTime;
  if (calendarId === CUSTOM) {
    const custom = customCalendar(workingTime, freeId(pack));
    return {
      ...pack,
      calendars: [...pack.calendars, custom],
      objectives: recounted(pack, custom.id),
    };
  }
  // One that the pack does not have (any more) is as none chosen.
  if (!pack.calendars.some(({ id }) => id === calendarId)) return pack;
  return calendarId === null ? pack : { ...pack, objectives: recounted(pack, calendarId) };
}

/**
 * The pack with the team's own working time in it: the calendar it has chosen, its holidays in every calendar, and its
 * periods of reduced capacity, of which those in which clocks stop close every calendar. Calendars and objectives that
 * nothing is changed of stay the same objects.
 */
export function teamPack(pack: Pack, workingTime: WorkingTime): Pack {
  const chosen = withCalendar(pack, workingTime);
  const periods = workingTime.reducedCapacity ?? pack.reducedCapacity ?? [];
  const extra: Extra = {
    holidays: workingTime.holidays.map(({ date }) => date),
    closed: periods.filter(({ clocks }) => clocks === 'stop').map(({ days }) => days),
  };
  const calendars = chosen.calendars.map((calendar) => withDays(calendar, extra));
  return workingTime.reducedCapacity === null
    ? { ...chosen, calendars }
    : { ...chosen, calendars, reducedCapacity: [...periods] };
}
