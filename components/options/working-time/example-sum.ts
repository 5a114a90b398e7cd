import {
  addBusinessMinutes,
  explainBusinessMinutes,
  type Calendar,
  type SumLine,
} from '@/lib/domain/business-time';
import { instantAt, localTimeAt, weekdayIndex } from '@/lib/domain/local-date';
import { clockWords, durationWords, timeWords } from '@/lib/domain/words';

const FRIDAY = 4;
const FOUR_PM_MS = 16 * 3_600_000;
/** The example is the process's first response: 24 working hours. */
export const EXAMPLE_MINUTES = 24 * 60;
// More lines help nobody.
const MAX_LINES = 10;

export type ExampleSum = { readonly sentence: string; readonly lines: readonly string[] };

/** The next Friday at 16:00 in the zone: the hour at which sums over a weekend go wrong. */
function nextFriday(timeZone: string, now: Date): Date {
  const { day } = localTimeAt(timeZone, now);
  const ahead = (FRIDAY - weekdayIndex(day) + 7) % 7;
  const at = instantAt(timeZone, day + ahead, FOUR_PM_MS);
  return at > now ? at : instantAt(timeZone, day + ahead + 7, FOUR_PM_MS);
}

const CLOSED: Readonly<Record<NonNullable<SumLine['because']>, string>> = {
  holiday: 'closed (holiday)',
  'reduced-capacity': 'closed (reduced capacity)',
};

function lineWords(line: SumLine, timeZone: string, now: Date): string {
  const { from, to, minutes, note, because } = line;
  const [first, last] = [localTimeAt(timeZone, from), localTimeAt(timeZone, to)];
  const endsTheDay = last.day === first.day + 1 && last.msOfDay === 0;
  const end = endsTheDay
    ? '24:00'
    : last.day === first.day
      ? clockWords(to, timeZone)
      : timeWords(to, timeZone, now);
  const span = `${timeWords(from, timeZone, now)}–${end}`;
  const closed = because === undefined ? 'closed' : CLOSED[because];
  return `${span} ${note === 'open' ? durationWords(minutes) : closed}`;
}

/** `24 h of working time from Fri 16:00 are over Mon 16:00`, and how it comes to that. Throws `BusinessTimeError`. */
export function exampleSum(calendar: Calendar, now: Date): ExampleSum {
  const { timeZone } = calendar;
  const start = nextFriday(timeZone, now);
  const due = addBusinessMinutes(calendar, start, EXAMPLE_MINUTES);
  const lines = explainBusinessMinutes(calendar, start, EXAMPLE_MINUTES).map((line) =>
    lineWords(line, timeZone, now),
  );
  const rest = lines.length - MAX_LINES;
  return {
    sentence: `${EXAMPLE_MINUTES / 60} working hours from ${timeWords(start, timeZone, now)} are over ${timeWords(due, timeZone, now)}.`,
    lines: rest > 1 ? [...lines.slice(0, MAX_LINES), `and ${rest} more lines`] : lines,
  };
}
