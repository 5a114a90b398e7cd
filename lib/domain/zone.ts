import { tzOffset } from '@date-fns/tz/tzOffset';
import { BusinessTimeError } from './calendar-types';

const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** A change of a zone's offset: at `at` (ms since 1970 UTC) the offset goes from `beforeMs` to `afterMs`. */
export type Transition = {
  readonly at: number;
  readonly beforeMs: number;
  readonly afterMs: number;
};

type ZoneYear = { readonly startMs: number; readonly transitions: readonly Transition[] };

// Outside these years a zone keeps one offset: it bounds the work for absurd dates, and no rule is known there anyway.
export const FIRST_YEAR = 1800;
export const LAST_YEAR = 2500;
// Two changes that cancel out lie at least seven days apart in the zone database (1995–2037: Brazil, October 2000).
const SAMPLE_MS = 5 * DAY_MS;

/** Memo of a pure function (zone, year → its offset changes): asking Intl costs a thousand times more than reading this. */
const zoneYears = new Map<string, Map<number, ZoneYear>>();

function askOffsetMs(timeZone: string, at: number): number {
  const minutes = tzOffset(timeZone, new Date(at));
  if (Number.isNaN(minutes)) {
    throw new BusinessTimeError('invalid-calendar', `There is no time zone “${timeZone}”.`);
  }
  return Math.round(minutes * MINUTE_MS);
}

function changeBetween(timeZone: string, from: number, to: number, beforeMs: number): number {
  let low = from;
  let high = to;
  while (high - low > SECOND_MS) {
    const middle = Math.floor((low + high) / 2 / SECOND_MS) * SECOND_MS;
    if (askOffsetMs(timeZone, middle) === beforeMs) low = middle;
    else high = middle;
  }
  return high;
}

function readZoneYear(timeZone: string, year: number): ZoneYear {
  // A change at the very start of the year is this year's, so the offset before it is where reading begins.
  const start = Date.UTC(year, 0, 1) - SECOND_MS;
  const end = Date.UTC(year + 1, 0, 1);
  const startMs = askOffsetMs(timeZone, start);
  const transitions: Transition[] = [];
  let last = startMs;
  for (let at = start; at < end; at = Math.min(at + SAMPLE_MS, end)) {
    const next = Math.min(at + SAMPLE_MS, end);
    const offset = askOffsetMs(timeZone, next);
    if (offset === last) continue;
    const change = changeBetween(timeZone, at, next, last);
    if (change < end) transitions.push({ at: change, beforeMs: last, afterMs: offset });
    last = offset;
  }
  return { startMs, transitions };
}

function zoneYear(timeZone: string, year: number): ZoneYear {
  const known = Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR);
  const years = zoneYears.get(timeZone) ?? new Map<number, ZoneYear>();
  const found = years.get(known);
  if (found !== undefined) return found;
  const read = readZoneYear(timeZone, known);
  years.set(known, read);
  zoneYears.set(timeZone, years);
  return read;
}

/** Offset changes of the zone in one UTC year, in order. Throws `BusinessTimeError` for an unknown zone. */
export function transitionsOf(timeZone: string, year: number): readonly Transition[] {
  return year < FIRST_YEAR || year > LAST_YEAR ? [] : zoneYear(timeZone, year).transitions;
}

/** Offset of the zone in ms at an instant (ms since 1970 UTC): local time = instant + offset. */
export function offsetMsAt(timeZone: string, at: number): number {
  const year = new Date(at).getUTCFullYear();
  if (Number.isNaN(year)) {
    throw new BusinessTimeError('invalid-input', 'That is not a valid point in time.');
  }
  const known = zoneYear(timeZone, year);
  let offset = known.startMs;
  if (year < FIRST_YEAR || year > LAST_YEAR) return offset;
  for (const change of known.transitions) if (change.at <= at) offset = change.afterMs;
  return offset;
}

/**
 * The instant (ms) at which the zone's clocks show `wallMs` (local time written as if it were UTC).
 * A time inside a spring gap moves forward by the gap; an ambiguous one is the first.
 */
export function instantOfWall(timeZone: string, wallMs: number): number {
  const beforeMs = offsetMsAt(timeZone, wallMs - DAY_MS);
  const afterMs = offsetMsAt(timeZone, wallMs + DAY_MS);
  if (beforeMs === afterMs) return wallMs - beforeMs;
  const early = wallMs - beforeMs;
  if (offsetMsAt(timeZone, early) === beforeMs) return early;
  const late = wallMs - afterMs;
  return offsetMsAt(timeZone, late) === afterMs ? late : early;
}
