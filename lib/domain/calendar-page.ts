import type { CalendarLine } from './calendar-line';
import { DAY_MS } from './zone';

/** So many days are written down together: enough to find most answers on a page, few enough to write one quickly. */
const PAGE_DAYS = 64;
const PAGE_MS = PAGE_DAYS * DAY_MS;
// Far more than a century; bounds the memory of one calendar.
const MAX_PAGES = 1_000;

/**
 * Some weeks of a calendar written down for searching: stretch by stretch when it opens and closes (ms since 1970) and
 * the open time before it. Pages touch: one ends where the next begins.
 */
export type Page = {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  /** Open time before the page and at its end. */
  readonly before: number;
  readonly after: number;
  /** What clock changes have added to the open time before the page. */
  readonly extraMs: number;
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  readonly sums: Float64Array;
};

export type CalendarPages = {
  readonly line: CalendarLine;
  readonly page: (index: number) => Page;
  /** The page that holds an instant (ms since 1970). */
  readonly pageAt: (at: number) => Page;
  /** A page on which the open time reaches `target`, or one near it. `near` is where clock changes are taken from. */
  readonly guess: (target: number, near: Page) => number;
};

function writePage(line: CalendarLine, index: number): Page {
  const start = line.cellOf(index * PAGE_DAYS);
  const end = line.cellOf((index + 1) * PAGE_DAYS);
  const stretches = line.cellsBetween(start.firstDay, end.firstDay).flatMap(({ open }) => open);
  const opens = new Float64Array(stretches.length);
  const closes = new Float64Array(stretches.length);
  const sums = new Float64Array(stretches.length);
  const before = line.openBefore(start.firstDay);
  let after = before;
  for (const [place, [opening, closing]] of stretches.entries()) {
    opens[place] = opening;
    closes[place] = closing;
    sums[place] = after;
    after += closing - opening;
  }
  const extraMs = before - line.days.wallBefore(start.firstDay);
  return { index, from: start.from, to: end.from, before, after, extraMs, opens, closes, sums };
}

/** The pages of a line, written as they are needed. */
export function createCalendarPages(line: CalendarLine): CalendarPages {
  const pages = new Map<number, Page>();

  function page(index: number): Page {
    const known = pages.get(index);
    if (known !== undefined) return known;
    if (pages.size >= MAX_PAGES) pages.clear();
    const written = writePage(line, index);
    pages.set(index, written);
    return written;
  }

  function pageAt(at: number): Page {
    // Pages begin by local time and around clock changes a little earlier or later, so the next one may be meant.
    let found = page(Math.floor(at / PAGE_MS));
    while (at < found.from) found = page(found.index - 1);
    while (at >= found.to) found = page(found.index + 1);
    return found;
  }

  const guess = (target: number, near: Page): number =>
    Math.floor(line.days.dayReaching(target - near.extraMs) / PAGE_DAYS);

  return { line, page, pageAt, guess };
}

/** Place of the last value that is at most `bound`; -1 when all are greater. Values ascend. */
export function lastAtMost(values: Float64Array, bound: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? Infinity) <= bound) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Whether working time runs at an instant of the page. */
export function isOpenOn(page: Page, at: number): boolean {
  return at < (page.closes[lastAtMost(page.opens, at)] ?? -Infinity);
}

/** Open time from the line's fixed point to an instant of the page. */
export function positionOn(page: Page, at: number): number {
  const place = lastAtMost(page.opens, at);
  if (place < 0) return page.before;
  const { opens, closes, sums } = page;
  return (sums[place] ?? 0) + Math.min(at, closes[place] ?? at) - (opens[place] ?? at);
}
