import { lastAtMost, type CalendarPages, type Page } from './calendar-page';
import { BusinessTimeError } from './calendar-types';

/** Which instant stands for a position reached exactly when the calendar closes. */
export type Edge =
  /** The closing instant (counting forwards). */
  | 'earliest'
  /** The next opening instant (counting backwards, or asking for it). */
  | 'latest';

function neverOpens(): BusinessTimeError {
  return new BusinessTimeError('never-opens', 'This calendar has no opening left to count with.');
}

/** A calendar that opens on some dates only has so much open time to give, and no more. */
function checkListed({ line }: CalendarPages, endsBefore: (position: number) => boolean): void {
  const { opensForever, listed } = line.days;
  if (opensForever) return;
  if (listed === null) throw neverOpens();
  const first = line.openBefore(line.cellOf(listed[0] - 1).firstDay);
  const last = line.openBefore(line.cellOf(listed[1] + 1).endDay);
  if (!endsBefore(first) || endsBefore(last)) throw neverOpens();
}

/** The first page whose end is not before the target: strides that double, from the guess, then halves. */
function pageReaching(
  { page }: CalendarPages,
  guess: number,
  endsBefore: (position: number) => boolean,
): Page {
  let low = guess;
  for (let stride = 1; !endsBefore(page(low).before); stride *= 2) low -= stride;
  let high = low;
  for (let stride = 1; endsBefore(page(high).after); stride *= 2) {
    low = high + 1;
    high += stride;
  }
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    if (endsBefore(page(middle).after)) low = middle + 1;
    else high = middle;
  }
  return page(low);
}

/**
 * The instant (ms) at which the line's open time reaches `target`, searched from page `near`.
 * Throws `BusinessTimeError` `never-opens` when it never does.
 */
export function instantOfPosition(
  pages: CalendarPages,
  target: number,
  near: Page,
  edge: Edge,
): number {
  const isEarliest = edge === 'earliest';
  const endsBefore = (position: number): boolean =>
    isEarliest ? position < target : position <= target;
  checkListed(pages, endsBefore);
  const guess =
    endsBefore(near.before) && !endsBefore(near.after) ? near.index : pages.guess(target, near);
  const { opens, sums } = pageReaching(pages, guess, endsBefore);
  // Positions are whole milliseconds, so half of one parts “below” from “at most”.
  const place = lastAtMost(sums, isEarliest ? target - 0.5 : target);
  const [opening, sum] = [opens[place], sums[place]];
  if (opening === undefined || sum === undefined) throw neverOpens();
  return opening + target - sum;
}
