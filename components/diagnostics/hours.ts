import type { CallHour } from '@/lib/contract/list';

const HOUR_MS = 3_600_000;
/** Hours that the plot shows. */
export const PLOT_HOURS = 48;

/**
 * The last two days hour by hour, oldest first; an hour without calls counts nothing. `now` names the last hour, which
 * is not over yet.
 */
export function lastHours(hours: readonly CallHour[], now: Date): readonly CallHour[] {
  const known = new Map(hours.map((one) => [Date.parse(one.hour), one]));
  const last = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
  return Array.from({ length: PLOT_HOURS }, (_, index) => {
    const at = last - (PLOT_HOURS - 1 - index) * HOUR_MS;
    const hour = new Date(at).toISOString();
    return known.get(at) ?? { hour, list: 0, other: 0, cost: 0, refused: 0 };
  });
}

/** The end of an axis that holds `most`: 1, 2 or 5 times a power of ten, at least 20. */
export function axisEnd(most: number): number {
  for (let power = 10; ; power *= 10) {
    for (const step of [1, 2, 5]) if (step * power >= Math.max(20, most)) return step * power;
  }
}
