import type { Calendar, Hours } from '@/lib/domain/business-time';

/*
 * The slow way to know working time: reads every minute of a few weeks off the zone's clock and marks it open or
 * closed. It shares no code with the product and does no arithmetic on offsets. Hours in whole minutes only.
 */

const MINUTE = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function clockReading(zone: string, minute: number): number {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formats.set(zone, format);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(minute * MINUTE)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute: past = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, past) / MINUTE;
}

/** Readings of all minutes of [from, to): asked day by day, minute by minute only where the clock was changed. */
function readings(zone: string, from: number, to: number): number[] {
  const all: number[] = [];
  for (let start = from; start < to; start += 1440) {
    const morning = clockReading(zone, start);
    const steadyDay = clockReading(zone, start + 1440) - morning === 1440;
    for (let hour = start; hour < start + 1440; hour += 60) {
      const first = steadyDay ? morning + hour - start : clockReading(zone, hour);
      const steady = steadyDay || clockReading(zone, hour + 60) - first === 60;
      for (let past = 0; past < 60; past += 1) {
        all.push(steady ? first + past : clockReading(zone, hour + past));
      }
    }
  }
  return all;
}

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

function hoursOf(calendar: Calendar, date: string, weekday: number): Hours {
  if (calendar.holidays?.includes(date)) return [];
  const override = calendar.dateOverrides?.[date];
  if (override !== undefined) return override;
  const key = (['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const)[weekday] ?? 'sun';
  return calendar.weeklyHours[key] ?? [];
}

export type Oracle = {
  readonly from: number;
  readonly to: number;
  readonly open: readonly boolean[];
};

/** Marks the minutes of `days` days around an instant. */
export function createOracle(calendar: Calendar, around: Date, days: number): Oracle {
  const middle = Math.floor(around.getTime() / MINUTE / 60) * 60;
  const half = Math.floor(days / 2) * 1440;
  const [from, to] = [middle - half, middle + half];
  const read = readings(calendar.timeZone, from, to);
  const lowest = read.reduce((least, reading) => Math.min(least, reading), Infinity);
  const firstAt = new Int32Array(read.length + 2 * 1440).fill(-1);
  for (let index = read.length - 1; index >= 0; index -= 1) {
    firstAt[(read[index] ?? lowest) - lowest] = index;
  }
  // A reading that never was: as the clock would have shown it had it not been put forward.
  const jumps = read.flatMap((reading, index) => {
    const before = read[index - 1];
    return before !== undefined && reading > before + 1 ? [{ index, before, after: reading }] : [];
  });
  const indexOf = (wall: number): number | null => {
    const index = firstAt[wall - lowest] ?? -1;
    if (index >= 0) return index;
    const jump = jumps.find(({ before, after }) => wall > before && wall < after);
    return jump === undefined ? null : jump.index - 1 + (wall - jump.before);
  };

  const open = read.map(() => false);
  const mark = (hours: Hours, midnight: number): void => {
    for (const [start, end] of hours) {
      const first = indexOf(midnight + minutesOf(start));
      const last = indexOf(midnight + minutesOf(end));
      if (first === null || last === null) continue;
      for (let index = first; index < last; index += 1) open[index] = true;
    }
  };
  const firstDay = Math.floor((read[0] ?? 0) / 1440) - 1;
  const lastDay = Math.ceil((read.at(-1) ?? 0) / 1440) + 1;
  for (let day = firstDay; day <= lastDay; day += 1) {
    const midnight = day * 1440;
    const date = new Date(midnight * MINUTE).toISOString().slice(0, 10);
    const hours = hoursOf(calendar, date, new Date(midnight * MINUTE).getUTCDay());
    const holes = (calendar.breaks?.[date] ?? []).map(
      ([start, end]) => [minutesOf(start), minutesOf(end)] as const,
    );
    // Breaks cut the local hours of their own date, before any clock change is looked at.
    const parts: [string, string][] = [];
    const text = (minute: number) =>
      `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    let begin: number | null = null;
    const shut = new Uint8Array(1441).fill(1);
    for (const [start, end] of hours) shut.fill(0, minutesOf(start), minutesOf(end));
    for (const [start, end] of holes) shut.fill(1, start, end);
    for (let minute = 0; minute <= 1440; minute += 1) {
      const isOpen = shut[minute] === 0;
      if (isOpen && begin === null) begin = minute;
      if (!isOpen && begin !== null) {
        parts.push([text(begin), text(minute)]);
        begin = null;
      }
    }
    mark(parts, midnight);
  }
  return { from, to, open };
}

const at = (oracle: Oracle, minute: number): boolean => oracle.open[minute - oracle.from] ?? false;

export type Span = { readonly from: number; readonly to: number };

const paused = (pauses: readonly Span[], minute: number): boolean =>
  pauses.some(({ from, to }) => minute >= from && minute < to);

/** Open minutes of [from, to) outside pauses; all in whole minutes since 1970. */
export function countOpen(
  oracle: Oracle,
  from: number,
  to: number,
  pauses: readonly Span[],
): number {
  let count = 0;
  for (let minute = from; minute < to; minute += 1) {
    if (at(oracle, minute) && !paused(pauses, minute)) count += 1;
  }
  return count;
}

/** First minute at which `amount` open minutes have passed; null outside the window. */
export function walkForward(
  oracle: Oracle,
  start: number,
  amount: number,
  pauses: readonly Span[],
): number | null {
  let left = amount;
  for (let minute = start; minute < oracle.to - 1500; minute += 1) {
    if (left === 0) return minute;
    if (at(oracle, minute) && !paused(pauses, minute)) left -= 1;
  }
  return null;
}

/** Last minute from which `amount` open minutes lead to `end`; null outside the window. */
export function walkBackward(oracle: Oracle, end: number, amount: number): number | null {
  let left = amount;
  for (let minute = end; minute > oracle.from + 1500; minute -= 1) {
    if (left === 0) return minute;
    if (at(oracle, minute - 1)) left -= 1;
  }
  return null;
}

export function openAt(oracle: Oracle, minute: number): boolean {
  return at(oracle, minute);
}

/** First open minute from `start` on; null outside the window. */
export function firstOpen(oracle: Oracle, start: number): number | null {
  for (let minute = start; minute < oracle.to - 1500; minute += 1)
    if (at(oracle, minute)) return minute;
  return null;
}
