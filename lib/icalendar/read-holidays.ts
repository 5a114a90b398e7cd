import type { Result } from '@/lib/contract/result';
import type { Holiday } from '@/lib/contract/working-time';
import { fail, ok } from '@/lib/platform/result';
import { formatDay, parseDay, type Day, type LocalDate } from './day';
import { readEvent, type DayEvent, type FileEvent } from './event';
import { calendarLines } from './lines';
import { nameOf, plainText, textOf } from './property';
import { occurrences, type Budget } from './recurrence';

/** What a calendar file holds within a window. */
export type Holidays = {
  /** One for each date, in order; names of several are joined. */
  readonly holidays: readonly Holiday[];
  /** Events left out because they have a time of day, or cannot be read. */
  readonly skipped: number;
  /** What the calendar calls itself. */
  readonly name: string | null;
};

type Window = { readonly from: Day; readonly to: Day };

const MAX_LENGTH = 2_000_000;
const MAX_DATES = 5_000;
const NAME_LENGTH = 200;
/** Days that may be looked at or written down for one file: some seconds at most, far more than holidays take. */
const MAX_LOOKS = 3_000_000;
const TOO_MUCH =
  'The calendar file holds more days than a list of holidays can: choose a smaller one.';

/** First days of an event whose days may lie in the window; null when the budget is used up. */
function startsOf(event: DayEvent, window: Window, budget: Budget): readonly Day[] | null {
  const wide = { from: window.from - event.length + 1, to: window.to };
  const starts = new Set([event.start, ...event.alsoOn]);
  for (const rule of event.rules) {
    const found = occurrences(rule, event.start, wide, budget);
    if (found === null) return null;
    for (const day of found) starts.add(day);
  }
  return [...starts];
}

/** Which occurrences of which event are changed or cancelled by events of their own. */
function replacedDays(events: readonly FileEvent[]): ReadonlyMap<string, ReadonlySet<Day>> {
  const replaced = new Map<string, Set<Day>>();
  for (const one of events) {
    const { uid, replaces } = one.kind === 'days' ? one.event : one;
    if (replaces === null || uid === '') continue;
    const days = replaced.get(uid) ?? new Set<Day>();
    replaced.set(uid, days.add(replaces));
  }
  return replaced;
}

/** The names of each closed day in the window; null when there are too many to look at. */
function namesByDay(
  events: readonly FileEvent[],
  window: Window,
): ReadonlyMap<Day, ReadonlySet<string>> | null {
  const replaced = replacedDays(events);
  const budget: Budget = { left: MAX_LOOKS };
  const names = new Map<Day, Set<string>>();
  for (const one of events) {
    if (one.kind !== 'days') continue;
    const { event } = one;
    const starts = startsOf(event, window, budget);
    if (starts === null) return null;
    const gone = new Set(event.notOn);
    const elsewhere = event.replaces === null ? replaced.get(event.uid) : undefined;
    for (const start of starts) {
      if (gone.has(start) || elsewhere?.has(start) === true) continue;
      const last = Math.min(start + event.length - 1, window.to);
      for (let day = Math.max(start, window.from); day <= last; day += 1) {
        const all = names.get(day) ?? new Set();
        names.set(day, event.name === '' ? all : all.add(event.name));
        budget.left -= 1;
        if (names.size > MAX_DATES || budget.left < 0) return null;
      }
    }
  }
  return names;
}

function calendarName(lines: readonly string[]): string | null {
  const line =
    lines.find((one) => nameOf(one) === 'x-wr-calname') ??
    lines.find((one) => nameOf(one) === 'name');
  const name = line === undefined ? '' : plainText(textOf(line), NAME_LENGTH);
  return name === '' ? null : name;
}

/**
 * Holidays of an iCalendar file (RFC 5545): its all-day events from `from` to `to` (local dates, both included), those
 * that come again written out. Timed events are left out and counted. Answers `invalid-input` with one sentence for
 * what is no calendar file or too large a one (2 MB, 5,000 days); never takes long, whatever the file says.
 */
export function readHolidays(
  text: string,
  options: { readonly from: LocalDate; readonly to: LocalDate },
): Result<Holidays> {
  const [from, to] = [parseDay(options.from), parseDay(options.to)];
  if (from === null || to === null || to < from)
    return fail('invalid-input', 'Choose a first and a last day in this order.');
  if (text.length > MAX_LENGTH)
    return fail('invalid-input', 'The calendar file is too large for a list of holidays.');
  const lines = calendarLines(text);
  if (!lines.ok) return lines;
  const events = lines.value.events.map(readEvent);
  const names = namesByDay(events, { from, to });
  if (names === null) return fail('invalid-input', TOO_MUCH);
  const holidays = [...names]
    .sort(([a], [b]) => a - b)
    .map(([day, all]) => ({
      date: formatDay(day),
      name: plainText([...all].join(', '), NAME_LENGTH),
    }));
  const skipped = events.filter(({ kind }) => kind === 'other').length;
  return ok({ holidays, skipped, name: calendarName(lines.value.calendar) });
}
