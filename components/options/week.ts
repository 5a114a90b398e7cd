import type { DayKey, WeeklyHours } from '@/lib/contract/working-time';

/** One opening stretch as typed. */
export type StretchDraft = { readonly from: string; readonly to: string };

/** A week as typed; a day without stretches is closed. */
export type WeekDraft = Readonly<Record<DayKey, readonly StretchDraft[]>>;

/** The days in the order of the week, with their names. */
export const DAYS: readonly { readonly key: DayKey; readonly name: string }[] = [
  { key: 'mon', name: 'Monday' },
  { key: 'tue', name: 'Tuesday' },
  { key: 'wed', name: 'Wednesday' },
  { key: 'thu', name: 'Thursday' },
  { key: 'fri', name: 'Friday' },
  { key: 'sat', name: 'Saturday' },
  { key: 'sun', name: 'Sunday' },
];

/** Days onto which Monday is copied. */
export const WEEKDAYS: readonly DayKey[] = ['mon', 'tue', 'wed', 'thu', 'fri'];

// The stored form takes no more stretches a day.
const MAX_STRETCHES = 20;

/** The form for stored hours. */
export function weekDraftOf(hours: WeeklyHours): WeekDraft {
  const day = (key: DayKey): readonly StretchDraft[] =>
    (hours[key] ?? []).map(([from, to]) => ({ from, to }));
  return {
    mon: day('mon'),
    tue: day('tue'),
    wed: day('wed'),
    thu: day('thu'),
    fri: day('fri'),
    sat: day('sat'),
    sun: day('sun'),
  };
}

/** `HH:MM` for what people type: `9`, `9:30`, `9.30`, `930`, `0930`, `24:00`; null when it is no time of day. */
export function timeOf(text: string): string | null {
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?$/.exec(text.trim());
  if (match === null) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)];
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return null;
  return `${`${hours}`.padStart(2, '0')}:${`${minutes}`.padStart(2, '0')}`;
}

type Day =
  | { readonly hours: readonly (readonly [string, string])[] }
  | { readonly problem: string };

function readDay(stretches: readonly StretchDraft[]): Day {
  const hours: (readonly [string, string])[] = [];
  for (const { from, to } of stretches) {
    const [open, close] = [timeOf(from), timeOf(to)];
    if (open === null || close === null)
      return { problem: 'Use times such as 09:00; the end of the day is 24:00.' };
    if (open >= close)
      return {
        problem: `${open}–${close} ends before it begins: give what lies after midnight to the next day.`,
      };
    hours.push([open, close]);
  }
  if (hours.length > MAX_STRETCHES) return { problem: `Use at most ${MAX_STRETCHES} stretches.` };
  const sorted = hours.toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [index, [open, close]] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before !== undefined && open < before[1])
      return { problem: `${before[0]}–${before[1]} and ${open}–${close} overlap.` };
  }
  return { hours };
}

export type WeekProblems = Readonly<Partial<Record<DayKey, string>>>;

/** The hours a week stands for; a day that cannot be read keeps its stored hours and is named. */
export function readWeek(
  week: WeekDraft,
  stored: WeeklyHours,
): { readonly hours: WeeklyHours; readonly problems: WeekProblems } {
  const hours: Partial<Record<DayKey, readonly (readonly [string, string])[]>> = {};
  const problems: Partial<Record<DayKey, string>> = {};
  for (const { key } of DAYS) {
    const day = readDay(week[key]);
    if ('problem' in day) problems[key] = day.problem;
    const read = 'hours' in day ? day.hours : (stored[key] ?? []);
    if (read.length > 0) hours[key] = read;
  }
  return { hours, problems };
}

/** The first problem of a week with its day's name; null when all is well. */
export function weekProblem(problems: WeekProblems): string | null {
  const day = DAYS.find(({ key }) => problems[key] !== undefined);
  return day === undefined ? null : `${day.name}: ${problems[day.key] ?? ''}`;
}

/** Another stretch for a day: an office day, or a few hours after the last stretch. */
export function nextStretch(stretches: readonly StretchDraft[]): StretchDraft {
  const last = timeOf(stretches.at(-1)?.to ?? '');
  if (last === null) return { from: '09:00', to: '17:00' };
  const [hours = 0, minutes = 0] = last.split(':').map(Number);
  const clock = (value: number): string =>
    timeOf(value >= 24 ? '24' : `${value}:${`${minutes}`.padStart(2, '0')}`) ?? '24:00';
  return hours >= 23 ? { from: '', to: '' } : { from: clock(hours + 1), to: clock(hours + 5) };
}
