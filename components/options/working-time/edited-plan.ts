import type { WorkingTime } from '@/lib/contract/working-time';
import { packCalendar } from '@/lib/domain/pack-calendar';
import { teamPack } from '@/lib/domain/team-pack';
import type { Pack } from '@/lib/pack/schema';
import { CUSTOM } from '../draft-working-time';
import type { Plan } from './weeks-ahead';

/**
 * What clocks will count in with this working time: `pack` as it is written, `timeZone` of the team. Null when the
 * pack has no calendar to count in.
 */
export function editedPlan(pack: Pack, workingTime: WorkingTime, timeZone: string): Plan | null {
  const team = teamPack(pack, workingTime);
  const { calendarId, holidays, reducedCapacity } = workingTime;
  const source =
    calendarId === CUSTOM
      ? // Its id is any that is free; it always comes last.
        team.calendars.at(-1)
      : (team.calendars.find(({ id }) => id === calendarId) ?? team.calendars.at(0));
  const { calendar } = packCalendar(team, source?.id ?? '', timeZone);
  if (calendar === null) return null;
  return {
    calendar,
    timeZone: calendar.timeZone,
    holidays,
    periods: reducedCapacity ?? pack.reducedCapacity ?? [],
  };
}
