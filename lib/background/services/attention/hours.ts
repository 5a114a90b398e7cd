import type { Settings } from '@/lib/contract/views';
import type { DayKey, WeeklyHours } from '@/lib/contract/working-time';
import {
  BusinessTimeError,
  isOpen,
  nextOpening,
  WEEKDAYS,
  type Calendar,
} from '@/lib/domain/business-time';
import { isTimeZone } from '../../time-zone';

/** Whether the steward may be spoken to at a moment, and from when on if not; null: never. */
export type Speaking =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly opensAt: Date | null };

/** The steward's own zone: the one of the settings, else the machine's. */
export function stewardZone(settings: Settings, machineTimeZone: string): string {
  return settings.notices.timeZone ?? (isTimeZone(machineTimeZone) ? machineTimeZone : 'UTC');
}

/** Stretches that end the next morning are cut at midnight. */
function withinDays(hours: WeeklyHours): WeeklyHours {
  const cut: Partial<Record<DayKey, (readonly [string, string])[]>> = {};
  const add = (day: DayKey, stretch: readonly [string, string]): void => {
    if (stretch[0] < stretch[1]) cut[day] = [...(cut[day] ?? []), stretch];
  };
  for (const [place, day] of WEEKDAYS.entries())
    for (const [open, close] of hours[day] ?? []) {
      if (open <= close) add(day, [open, close]);
      else {
        add(day, [open, '24:00']);
        add(WEEKDAYS[(place + 1) % WEEKDAYS.length] ?? 'mon', ['00:00', close]);
      }
    }
  return cut;
}

/**
 * The steward's own hours, closed on the team's holidays. Prepared once per settings: the arithmetic of a calendar
 * belongs to its object.
 */
export function createHours(): (settings: Settings, machineTimeZone: string) => Calendar {
  const last: { key: string; calendar: Calendar | null } = { key: '', calendar: null };
  return (settings, machineTimeZone) => {
    const timeZone = stewardZone(settings, machineTimeZone);
    const holidays = settings.workingTime.holidays.map(({ date }) => date);
    const { hours } = settings.notices;
    const key = JSON.stringify({ timeZone, holidays, hours });
    if (last.calendar !== null && last.key === key) return last.calendar;
    const calendar: Calendar = { timeZone, weeklyHours: withinDays(hours), holidays };
    Object.assign(last, { key, calendar });
    return calendar;
  };
}

/** Whether the steward may be spoken to now. Hours that cannot be understood are none. */
export function speakingAt(calendar: Calendar, now: Date): Speaking {
  try {
    if (isOpen(calendar, now)) return { allowed: true };
    return { allowed: false, opensAt: nextOpening(calendar, now) };
  } catch (error) {
    if (error instanceof BusinessTimeError) return { allowed: false, opensAt: null };
    throw error;
  }
}
