import type { BusinessHours, Weekday } from '../model/account.ts';
import { ianaZone, localDay, localInstantMs } from './zone.ts';

const WEEKDAYS: readonly Weekday[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];

/** More days than any target of this sandbox spans; ends the walk of a calendar that never opens. */
const MOST_DAYS = 1000;

type Span = { fromMs: number; toMs: number };

function spanOfDay(hours: BusinessHours, aroundMs: number, plusDays: number): Span | undefined {
  const zone = ianaZone(hours.time_zone);
  const start = localDay(aroundMs, zone);
  const weekday = WEEKDAYS[(((start.weekday + plusDays) % 7) + 7) % 7];
  const open = weekday === undefined ? undefined : hours.days[weekday];
  if (!open) return undefined;
  return {
    fromMs: localInstantMs(start, plusDays, open.openMinute, zone),
    toMs: localInstantMs(start, plusDays, open.closeMinute, zone),
  };
}

/**
 * Walks `seconds` of open time onwards from `start`. Outside hours it starts at the next opening; an amount used
 * up at closing ends at that closing (checked against recorded due dates of 2026).
 */
export function addOpenSeconds(hours: BusinessHours, start: Date, seconds: number): Date {
  let leftMs = seconds * 1000;
  for (let day = 0; day < MOST_DAYS; day += 1) {
    const span = spanOfDay(hours, start.getTime(), day);
    if (!span) continue;
    const fromMs = Math.max(span.fromMs, start.getTime());
    if (fromMs >= span.toMs) continue;
    if (leftMs <= span.toMs - fromMs) return new Date(fromMs + leftMs);
    leftMs -= span.toMs - fromMs;
  }
  throw new Error(`Business hours "${hours.name}" never open`);
}

/** Walks `seconds` of open time back from `end`; used to place seeded tickets. */
export function subtractOpenSeconds(hours: BusinessHours, end: Date, seconds: number): Date {
  let leftMs = seconds * 1000;
  for (let day = 0; day > -MOST_DAYS; day -= 1) {
    const span = spanOfDay(hours, end.getTime(), day);
    if (!span) continue;
    const toMs = Math.min(span.toMs, end.getTime());
    if (toMs <= span.fromMs) continue;
    if (leftMs <= toMs - span.fromMs) return new Date(toMs - leftMs);
    leftMs -= toMs - span.fromMs;
  }
  throw new Error(`Business hours "${hours.name}" never open`);
}

/** Open seconds between two instants; 0 when `to` is not after `from`. */
export function openSecondsBetween(hours: BusinessHours, from: Date, to: Date): number {
  let sumMs = 0;
  for (let day = 0; day < MOST_DAYS; day += 1) {
    const span = spanOfDay(hours, from.getTime(), day);
    if (!span) continue;
    if (span.fromMs >= to.getTime()) break;
    sumMs += Math.max(0, Math.min(span.toMs, to.getTime()) - Math.max(span.fromMs, from.getTime()));
  }
  return sumMs / 1000;
}
