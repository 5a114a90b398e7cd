/*
 * A zone's clock as the runtime shows it, read and never computed: no arithmetic on offsets, no code of the product.
 * Times are whole minutes since 1970; a wall time is what the clock shows, written as if it were UTC.
 */

const MINUTE = 60_000;
export const DAY_MINUTES = 1440;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(zone, made);
  return made;
}

/** What the zone's clock shows at a minute. */
export function clockReading(zone: string, minute: number): number {
  // “03/29/2026, 03:15”
  const [month = 1, day = 1, year = 0, hour = 0, past = 0] = formatOf(zone)
    .format(minute * MINUTE)
    .split(/[^0-9]+/)
    .map(Number);
  return Date.UTC(year, month - 1, day, hour, past) / MINUTE;
}

/** One UTC day of the clock: its first reading when it ran on evenly, else every reading up to the next day's first. */
type ClockDay = { readonly start: number; readonly morning: number; readonly all: number[] | null };

export type ZoneClock = {
  /** First minute at which the clock shows `wall`; null when it never does, or outside the days read. */
  readonly firstShown: (wall: number) => number | null;
  /** The same, and for a time that was jumped over, when it would have come had the clock not been put forward. */
  readonly firstMeant: (wall: number) => number | null;
};

/** The readings of a span that begins with `first`: by halves, down to the minute where the clock did not run evenly. */
function readingsOf(
  zone: string,
  start: number,
  length: number,
  first: number,
  next: number,
): number[] {
  if (next - first === length) return Array.from({ length }, (_, past) => first + past);
  if (length === 1) return [first];
  const half = Math.floor(length / 2);
  const middle = clockReading(zone, start + half);
  return [
    ...readingsOf(zone, start, half, first, middle),
    ...readingsOf(zone, start + half, length - half, middle, next),
  ];
}

/** Reads the clock from minute `from` on, so many UTC days; day by day, and by the minute where it was changed. */
export function readClock(zone: string, from: number, dayCount: number): ZoneClock {
  const days: ClockDay[] = [];
  let morning = clockReading(zone, from);
  for (let start = from; start < from + dayCount * DAY_MINUTES; start += DAY_MINUTES) {
    const next = clockReading(zone, start + DAY_MINUTES);
    const isEven = next - morning === DAY_MINUTES;
    const all = isEven ? null : [...readingsOf(zone, start, DAY_MINUTES, morning, next), next];
    days.push({ start, morning, all });
    morning = next;
  }
  const uneven = days.filter(({ all }) => all !== null);

  function firstShown(wall: number): number | null {
    for (const { start, morning, all } of days) {
      if (all === null) {
        if (wall >= morning && wall < morning + DAY_MINUTES) return start + wall - morning;
      } else {
        const past = all.indexOf(wall);
        if (past >= 0) return start + past;
      }
    }
    return null;
  }

  function firstMeant(wall: number): number | null {
    const shown = firstShown(wall);
    if (shown !== null) return shown;
    for (const { start, all } of uneven) {
      for (let past = 1; past <= DAY_MINUTES; past += 1) {
        const [before = wall, after = wall] = [all?.[past - 1], all?.[past]];
        if (wall > before && wall < after) return start + past - 1 + (wall - before);
      }
    }
    return null;
  }

  return { firstShown, firstMeant };
}

const changes = new Map<string, readonly number[]>();

/** The minutes of a year at which the zone's clock was changed, found by looking once a week. */
export function clockChanges(zone: string, year: number): readonly number[] {
  const key = `${zone} ${year}`;
  const known = changes.get(key);
  if (known !== undefined) return known;
  const drift = (minute: number): number => clockReading(zone, minute) - minute;
  const [start, end] = [Date.UTC(year, 0, 1) / MINUTE, Date.UTC(year + 1, 0, 1) / MINUTE];
  const found: number[] = [];
  for (let week = start; week < end; week += 7 * DAY_MINUTES) {
    let [low, high] = [week, week + 7 * DAY_MINUTES];
    if (drift(low) === drift(high)) continue;
    const before = drift(low);
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (drift(middle) === before) low = middle;
      else high = middle;
    }
    found.push(high);
  }
  changes.set(key, found);
  return found;
}
