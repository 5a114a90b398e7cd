import { addBusinessMinutes, nextOpening } from './business-count';
import type { CalendarDays, ClosedBecause } from './calendar-days';
import { pagesOf } from './calendar-memo';
import { lastAtMost, type CalendarPages } from './calendar-page';
import type { Calendar } from './calendar-types';
import { instantAt, localTimeAt } from './local-date';
import { MINUTE_MS } from './zone';

/** One stretch of a sum: from, to, and the working minutes it gives (none while closed). */
export type SumLine = {
  readonly from: Date;
  readonly to: Date;
  readonly minutes: number;
  readonly note: 'open' | 'closed';
  /** Why it is closed, where that is not so in any week. */
  readonly because?: ClosedBecause;
};

// A longer sum helps nobody; its last line carries all that is left.
const MAX_LINES = 60;
// A gap that would take more lines than this is told in one.
const MAX_GAP_LINES = 8;
// The longest gap that is looked at day by day; reasons further on are not told apart.
const MAX_GAP_DAYS = 366;

function openLine(from: number, to: number): SumLine {
  const minutes = (to - from) / MINUTE_MS;
  return { from: new Date(from), to: new Date(to), minutes, note: 'open' };
}

function closedLine(from: number, to: number, because: ClosedBecause | null): SumLine {
  const line = { from: new Date(from), to: new Date(to), minutes: 0, note: 'closed' } as const;
  return because === null ? line : { ...line, because };
}

/**
 * A closed stretch, cut at the midnights at which the reason changes. The evening before and the morning after belong
 * to the closed dates they touch.
 */
function closedLines(
  timeZone: string,
  days: CalendarDays,
  from: number,
  to: number,
): readonly SumLine[] {
  const first = localTimeAt(timeZone, new Date(from)).day;
  const last = localTimeAt(timeZone, new Date(to - 1)).day;
  const lines: SumLine[] = [];
  let start = from;
  let because: ClosedBecause | null | undefined;
  for (let day = first; day <= Math.min(last, first + MAX_GAP_DAYS); day += 1) {
    if (days.hoursOf(day).length > 0) continue;
    const reason = days.closedBecause(day);
    const midnight = instantAt(timeZone, day, 0).getTime();
    if (because !== undefined && reason !== because && midnight > start && midnight < to) {
      lines.push(closedLine(start, midnight, because));
      start = midnight;
    }
    because = reason;
  }
  if (lines.length < MAX_GAP_LINES) return [...lines, closedLine(start, to, because ?? null)];
  return [closedLine(from, to, lines.find(({ because }) => because)?.because ?? null)];
}

/** When the working time that runs at `at` ends, days that touch taken together; not looked for beyond `limit`. */
function closingAfter(pages: CalendarPages, at: number, limit: number): number {
  let page = pages.pageAt(at);
  let place = lastAtMost(page.opens, at);
  let closes = page.closes[place] ?? at;
  while (closes < limit) {
    place += 1;
    if (place >= page.opens.length) {
      page = pages.page(page.index + 1);
      place = 0;
    }
    if (page.opens[place] !== closes) break;
    closes = page.closes[place] ?? closes;
  }
  return Math.min(closes, limit);
}

/**
 * The sum behind a due time: open and closed stretches in order from `from` until `minutes` of working time are used,
 * as `addBusinessMinutes` counts them. The minutes of the lines add up to `minutes`. Throws `BusinessTimeError`.
 */
export function explainBusinessMinutes(
  calendar: Calendar,
  from: Date,
  minutes: number,
): readonly SumLine[] {
  if (minutes <= 0) return [];
  const pages = pagesOf(calendar);
  const due = addBusinessMinutes(calendar, from, minutes).getTime();
  const lines: SumLine[] = [];
  let at = from.getTime();
  while (at < due && lines.length < MAX_LINES) {
    const opens = nextOpening(calendar, new Date(at)).getTime();
    if (opens > at) lines.push(...closedLines(calendar.timeZone, pages.line.days, at, opens));
    at = closingAfter(pages, opens, due);
    lines.push(openLine(opens, at));
  }
  if (at < due) {
    const counted = lines.reduce((sum, { minutes }) => sum + minutes, 0);
    const rest = minutes - counted;
    lines.push({ from: new Date(at), to: new Date(due), minutes: rest, note: 'open' });
  }
  return lines;
}
