import { pagesOf } from './calendar-memo';
import { addBusinessMinutes } from './business-count';
import type { Stretch } from './calendar-hours';
import type { Calendar } from './calendar-types';
import { MINUTE_MS } from './zone';

/** One stretch of a sum: from, to, and the working minutes it gives (none while closed). */
export type SumLine = {
  readonly from: Date;
  readonly to: Date;
  readonly minutes: number;
  readonly note: 'open' | 'closed';
};

// A longer sum helps nobody; its last line carries all that is left.
const MAX_LINES = 60;

function sumLine(from: number, to: number, note: SumLine['note']): SumLine {
  const minutes = note === 'open' ? (to - from) / MINUTE_MS : 0;
  return { from: new Date(from), to: new Date(to), minutes, note };
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
  const { line } = pagesOf(calendar);
  const start = from.getTime();
  const due = addBusinessMinutes(calendar, from, minutes).getTime();
  const lines: SumLine[] = [];
  let at = start;
  let open: [number, number] | null = null;

  function add([opens, closes]: Stretch): void {
    if (open !== null && open[1] === opens) {
      open[1] = closes;
      return;
    }
    if (open !== null) lines.push(sumLine(open[0], open[1], 'open'));
    if (opens > at) lines.push(sumLine(at, opens, 'closed'));
    open = [opens, closes];
  }

  let cell = line.cellAt(start);
  while (at < due && lines.length < MAX_LINES) {
    for (const stretch of cell.open) {
      const [opens, closes] = [Math.max(stretch[0], start), Math.min(stretch[1], due)];
      if (opens >= closes) continue;
      add([opens, closes]);
      at = closes;
    }
    cell = line.cellOf(cell.endDay);
  }
  if (open !== null) lines.push(sumLine(open[0], open[1], 'open'));
  if (at < due) {
    const counted = lines.reduce((sum, { minutes }) => sum + minutes, 0);
    const rest = minutes - counted;
    lines.push({ from: new Date(at), to: new Date(due), minutes: rest, note: 'open' });
  }
  return lines;
}
