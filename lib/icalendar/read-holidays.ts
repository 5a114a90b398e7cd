import type { Result } from '@/lib/contract/result';
import type { Holiday } from '@/lib/contract/working-time';
import { fail, ok } from '@/lib/platform/result';
import { formatDay, parseDay, type Day, type LocalDate } from './day';
import { readEvent, type AllDayEvent } from './event';
import { calendarLines } from './lines';
import { nameOf, plainText, textOf } from './property';
import { occurrences, type Budget } from './recurrence';

export type Holidays = {
  /** By date, each date once. */
  readonly holidays: readonly Holiday[];
  /** Events that are no whole days, and those that could not be read. */
  readonly skipped: number;
  /** The calendar's own name; null: it has none. */
  readonly name: string | null;
};

const MOST_CHARACTERS = 2_000_000;
const MOST_DATES = 5_000;
/** Days that may be looked at for recurring events: some centuries, less than a second's work. */
const BUDGET = 400_000;
const NAME_MOST = 200;

const TOO_MUCH =
  'The calendar file holds more days than a list of holidays can: choose a smaller one.';

type Window = { readonly from: Day; readonly to: Day };

const occurrenceKey = (uid: string, day: Day): string => `${day}:${uid}`;

/** First days of an event inside the window; null when it would take too long to find them. */
function firstDays(
  event: AllDayEvent,
  window: Window,
  replaced: ReadonlySet<string>,
  budget: Budget,
): readonly Day[] | null {
  const { rule, start, also, except, uid, insteadOf } = event;
  const found = rule === null ? [start] : occurrences(rule, start, window, budget);
  if (found === null) return null;
  const not = new Set(except);
  const isOwn = (day: Day): boolean =>
    insteadOf !== null || !(not.has(day) || replaced.has(occurrenceKey(uid, day)));
  return [...new Set([...found, ...also])].filter(isOwn);
}

/**
 * The closed days of an iCalendar file (RFC 5545) from one local date to another, both included: all-day events with
 * their names, recurring ones written out. What was cancelled is left out, an occurrence that was moved counts where it
 * went, and two names of one day are joined. Bounded in time and size, whatever the file says.
 */
export function readHolidays(
  text: string,
  options: { readonly from: LocalDate; readonly to: LocalDate },
): Result<Holidays> {
  const [from, to] = [parseDay(options.from), parseDay(options.to)];
  if (from === null || to === null || to < from)
    return fail('invalid-input', 'Choose a first and a last day in this order.');
  if (text.length > MOST_CHARACTERS)
    return fail('invalid-input', 'The calendar file is too large for a list of holidays.');
  const lines = calendarLines(text);
  if (!lines.ok) return lines;

  const read = lines.value.events.map(readEvent);
  const events = read.filter((event) => typeof event !== 'string');
  const replaced = new Set(
    events.flatMap(({ uid, insteadOf }) =>
      insteadOf === null ? [] : [occurrenceKey(uid, insteadOf)],
    ),
  );
  const names = new Map<Day, Set<string>>();
  const budget: Budget = { left: BUDGET };
  for (const event of events.filter(({ cancelled }) => !cancelled)) {
    // One that began before the window may still reach into it.
    const window = { from: from - event.days + 1, to };
    const starts = firstDays(event, window, replaced, budget);
    if (starts === null) return fail('invalid-input', TOO_MUCH);
    for (const start of starts) {
      const last = Math.min(to, start + event.days - 1);
      for (let day = Math.max(from, start); day <= last; day += 1) {
        names.set(day, (names.get(day) ?? new Set()).add(event.name));
        if (names.size > MOST_DATES) return fail('invalid-input', TOO_MUCH);
      }
    }
  }
  const holidays = [...names]
    .toSorted(([a], [b]) => a - b)
    .map(([day, all]): Holiday => {
      const known = [...all].filter((name) => name !== '');
      return { date: formatDay(day), name: plainText(known.join(', '), NAME_MOST) };
    });
  const own = lines.value.calendar.find((line) => nameOf(line) === 'x-wr-calname');
  const name = own === undefined ? '' : plainText(textOf(own), NAME_MOST);
  return ok({ holidays, skipped: read.length - events.length, name: name === '' ? null : name });
}
