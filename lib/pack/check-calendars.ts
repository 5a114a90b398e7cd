import type { PackProblem } from './problem';
import type { Pack, PackCalendar } from './schema';

type Hours = readonly (readonly [open: string, close: string])[];

function secondsOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}

function checkHours(path: string, hours: Hours): PackProblem[] {
  return hours.flatMap(([open, close], index) =>
    secondsOf(open) < secondsOf(close)
      ? []
      : [
          {
            path: `${path}[${index}]`,
            message: `${open} to ${close} ends before it begins; split hours at midnight.`,
          },
        ],
  );
}

/** The date exists. */
export function checkDate(path: string, date: string): PackProblem[] {
  const at = Date.parse(`${date}T00:00:00Z`);
  const real = !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
  return real ? [] : [{ path, message: `There is no date ${date}.` }];
}

function zoneExists(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function checkCalendar(calendar: PackCalendar, path: string): PackProblem[] {
  const { timeZone, weeklyHours, holidays = [], dateOverrides = {}, breaks = {} } = calendar;
  const week = Object.entries(weeklyHours);
  const problems: PackProblem[] = [];
  if (timeZone !== 'team' && !zoneExists(timeZone)) {
    problems.push({ path: `${path}.timeZone`, message: `There is no time zone “${timeZone}”.` });
  }
  if (!week.some(([, hours]) => (hours ?? []).length > 0)) {
    problems.push({ path: `${path}.weeklyHours`, message: 'The calendar never opens.' });
  }
  for (const [day, hours] of week) {
    problems.push(...checkHours(`${path}.weeklyHours.${day}`, hours ?? []));
  }
  for (const [index, date] of holidays.entries()) {
    problems.push(...checkDate(`${path}.holidays[${index}]`, date));
  }
  for (const [name, dates] of Object.entries({ dateOverrides, breaks })) {
    for (const [date, hours] of Object.entries(dates)) {
      problems.push(...checkDate(`${path}.${name}.${date}`, date));
      problems.push(...checkHours(`${path}.${name}.${date}`, hours));
    }
  }
  return problems;
}

/** Hours the right way round, real dates, known zones, and no calendar that never opens. */
export function checkCalendars(pack: Pack): PackProblem[] {
  return pack.calendars.flatMap((calendar, index) =>
    checkCalendar(calendar, `calendars[${index}]`),
  );
}
