import type { ReducedDays } from '@/lib/contract/working-time';
import type { Calendar, Hours } from '@/lib/domain/business-time';
import { DAY_MINUTES, readClock, type ZoneClock } from './zone-clock';

/*
 * The slow way to know working time: marks every minute of a few weeks open or closed, second by second where it is
 * both, and walks over them. It shares no code with the product. All times are whole seconds since 1970.
 */

const MINUTE_S = 60;
const DAY_S = 86_400;
const CLOSED = 0;
const OPEN = 1;
const MIXED = 2;

export type Span = { readonly from: number; readonly to: number };

export type Oracle = {
  readonly from: number;
  readonly to: number;
  /** Minute by minute from `from`: closed, open, or mixed. */
  readonly minutes: Uint8Array;
  /** The seconds of mixed minutes. */
  readonly mixed: Map<number, Uint8Array>;
};

const secondsOf = (time: string): number => {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60 + seconds;
};

/** Whether a date (`YYYY-MM-DD`, weekday 0 Sunday) lies in days of reduced capacity, by comparing what is written. */
function isWithin(days: ReducedDays, date: string, weekday: number): boolean {
  if (days.kind === 'weekends') return weekday === 0 || weekday === 6;
  const { from, to } = days;
  if (days.kind === 'dates') return date >= from && date <= to;
  const monthDay = date.slice(5);
  if (from <= to) return monthDay >= from && monthDay <= to;
  return monthDay >= from || monthDay <= to;
}

function hoursOf(calendar: Calendar, date: string, weekday: number): Hours {
  if (calendar.holidays?.includes(date)) return [];
  const override = calendar.dateOverrides?.[date];
  if (override !== undefined) return override;
  for (const { days, hours } of calendar.reducedCapacity ?? []) {
    if (isWithin(days, date, weekday)) return hours;
  }
  const key = (['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const)[weekday] ?? 'sun';
  return calendar.weeklyHours[key] ?? [];
}

/** Open parts of a local date in seconds from its midnight: cut at every time written anywhere, each piece asked for. */
function partsOf(hours: Hours, breaks: Hours): readonly Span[] {
  const spans = (list: Hours): Span[] =>
    list.map(([start, end]) => ({ from: secondsOf(start), to: secondsOf(end) }));
  const [open, shut] = [spans(hours), spans(breaks)];
  const cuts = [...open, ...shut].flatMap(({ from, to }) => [from, to]).sort((a, b) => a - b);
  const parts: { from: number; to: number }[] = [];
  for (const [place, from] of cuts.entries()) {
    const to = cuts[place + 1] ?? from;
    const covers = (span: Span): boolean => from >= span.from && from < span.to;
    if (from === to || !open.some(covers) || shut.some(covers)) continue;
    const last = parts.at(-1);
    if (last?.to === from) last.to = to;
    else parts.push({ from, to });
  }
  return parts;
}

/** Marks the seconds of a span. */
function paint(oracle: Oracle, span: Span, mark: typeof OPEN | typeof CLOSED): void {
  const { minutes, mixed } = oracle;
  const from = Math.max(span.from, oracle.from) - oracle.from;
  const to = Math.min(span.to, oracle.to) - oracle.from;
  if (from >= to) return;
  const paintPart = (minute: number, start: number, end: number): void => {
    if (start >= end || minutes[minute] === mark) return;
    const seconds = mixed.get(minute) ?? new Uint8Array(MINUTE_S).fill(minutes[minute] ?? CLOSED);
    seconds.fill(mark, start, end);
    mixed.set(minute, seconds);
    minutes[minute] = MIXED;
  };
  const [first, last] = [Math.floor(from / MINUTE_S), Math.floor(to / MINUTE_S)];
  if (first === last) {
    paintPart(first, from % MINUTE_S, to % MINUTE_S);
    return;
  }
  const whole = from % MINUTE_S === 0 ? first : first + 1;
  if (whole > first) paintPart(first, from % MINUTE_S, MINUTE_S);
  minutes.fill(mark, whole, last);
  paintPart(last, 0, to % MINUTE_S);
}

function paintDate(oracle: Oracle, clock: ZoneClock, calendar: Calendar, midnight: number): void {
  const noon = new Date((midnight + DAY_S / 2) * 1000);
  const date = noon.toISOString().slice(0, 10);
  const parts = partsOf(hoursOf(calendar, date, noon.getUTCDay()), calendar.breaks?.[date] ?? []);
  // A date that no clock ever showed has no hours; a change may take away any one hour, even noon.
  const isShown = [0, 6, 12, 18].some(
    (hour) => clock.firstShown(midnight / MINUTE_S + hour * 60) !== null,
  );
  if (parts.length === 0 || !isShown) return;
  const instantOf = (wall: number): number | null => {
    const minute = clock.firstMeant(Math.floor(wall / MINUTE_S));
    return minute === null ? null : minute * MINUTE_S + (wall % MINUTE_S);
  };
  for (const part of parts) {
    const [from, to] = [instantOf(midnight + part.from), instantOf(midnight + part.to)];
    if (from !== null && to !== null) paint(oracle, { from, to }, OPEN);
  }
}

/** Marks `days` days around an instant. */
export function createOracle(calendar: Calendar, around: number, days: number): Oracle {
  const middle = Math.floor(around / DAY_S) * DAY_S;
  const half = Math.floor(days / 2) * DAY_S;
  const [from, to] = [middle - half, middle + half];
  const clock = readClock(
    calendar.timeZone,
    from / MINUTE_S - 3 * DAY_MINUTES,
    (to - from) / DAY_S + 6,
  );
  const minutes = new Uint8Array((to - from) / MINUTE_S);
  const oracle: Oracle = { from, to, minutes, mixed: new Map() };
  for (let midnight = from - 2 * DAY_S; midnight <= to + 2 * DAY_S; midnight += DAY_S) {
    paintDate(oracle, clock, calendar, midnight);
  }
  return oracle;
}

/** The same with the pauses closed. */
export function paused(oracle: Oracle, pauses: readonly Span[]): Oracle {
  const mixed = new Map([...oracle.mixed].map(([minute, seconds]) => [minute, seconds.slice()]));
  const copy: Oracle = { ...oracle, minutes: oracle.minutes.slice(), mixed };
  for (const pause of pauses) paint(copy, pause, CLOSED);
  return copy;
}

/** Whether a second is open. */
export function openAt({ from, minutes, mixed }: Oracle, second: number): boolean {
  const minute = Math.floor((second - from) / MINUTE_S);
  const mark = minutes[minute];
  return mark === MIXED ? mixed.get(minute)?.[(second - from) % MINUTE_S] === OPEN : mark === OPEN;
}

/** The mark of the minute that begins at `second`; mixed when none begins there. */
function minuteMark({ from, minutes }: Oracle, second: number): number {
  const past = second - from;
  return past % MINUTE_S === 0 ? (minutes[past / MINUTE_S] ?? MIXED) : MIXED;
}

/** Open seconds of [from, to). */
export function countOpen(oracle: Oracle, from: number, to: number): number {
  let count = 0;
  let at = from;
  while (at < to) {
    const mark = at + MINUTE_S <= to ? minuteMark(oracle, at) : MIXED;
    if (mark === MIXED ? openAt(oracle, at) : mark === OPEN) count += mark === MIXED ? 1 : MINUTE_S;
    at += mark === MIXED ? 1 : MINUTE_S;
  }
  return count;
}

/** First second at which `amount` open seconds have passed; null outside the window. */
export function walkForward(oracle: Oracle, start: number, amount: number): number | null {
  let left = amount;
  let at = start;
  while (at < oracle.to) {
    if (left === 0) return at;
    const mark = minuteMark(oracle, at);
    if (mark === CLOSED || (mark === OPEN && left >= MINUTE_S)) {
      if (mark === OPEN) left -= MINUTE_S;
      at += MINUTE_S;
    } else {
      if (openAt(oracle, at)) left -= 1;
      at += 1;
    }
  }
  return null;
}

/** Last second from which `amount` open seconds lead to `end`; null outside the window. */
export function walkBackward(oracle: Oracle, end: number, amount: number): number | null {
  let left = amount;
  let at = end;
  while (at > oracle.from) {
    if (left === 0) return at;
    const mark = minuteMark(oracle, at - MINUTE_S);
    if (mark === CLOSED || (mark === OPEN && left >= MINUTE_S)) {
      if (mark === OPEN) left -= MINUTE_S;
      at -= MINUTE_S;
    } else {
      if (openAt(oracle, at - 1)) left -= 1;
      at -= 1;
    }
  }
  return null;
}

/** First open second from `start` on; null outside the window. */
export function firstOpen(oracle: Oracle, start: number): number | null {
  for (let at = start; at < oracle.to;) {
    if (openAt(oracle, at)) return at;
    at += minuteMark(oracle, at) === CLOSED ? MINUTE_S : 1;
  }
  return null;
}
