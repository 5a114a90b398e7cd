/** Rails names of time zones, as the API gives them, and their IANA names. */
const IANA_BY_RAILS: Readonly<Record<string, string>> = {
  UTC: 'UTC',
  London: 'Europe/London',
  Lisbon: 'Europe/Lisbon',
  Berlin: 'Europe/Berlin',
  Chennai: 'Asia/Kolkata',
  Brasilia: 'America/Sao_Paulo',
  Santiago: 'America/Santiago',
  'Eastern Time (US & Canada)': 'America/New_York',
  'Pacific Time (US & Canada)': 'America/Los_Angeles',
};

/** IANA name of a Rails time zone; UTC when it is not known. */
export function ianaZone(railsName: string): string {
  return IANA_BY_RAILS[railsName] ?? 'UTC';
}

/** Local calendar date and weekday of an instant. */
export type LocalDay = { year: number; month: number; day: number; weekday: number };

/** One formatter per zone, made once: making one takes longer than all else here. */
const FORMATTERS: Readonly<Record<string, Intl.DateTimeFormat>> = Object.fromEntries(
  [...new Set(Object.values(IANA_BY_RAILS))].map((zone) => [
    zone,
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    }),
  ]),
);

function wallClockMs(atMs: number, zone: string): number {
  const formatter = FORMATTERS[zone];
  // Formatters know whole seconds only; the rest is the same in every zone.
  const wholeMs = Math.floor(atMs / 1000) * 1000;
  if (!formatter) return atMs;
  const parts = formatter.formatToParts(wholeMs);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(
    of('year'),
    of('month') - 1,
    of('day'),
    of('hour'),
    of('minute'),
    of('second'),
  );
  return wall + (atMs - wholeMs);
}

/** Local date of an instant; `weekday` counts from Sunday, 0. */
export function localDay(atMs: number, zone: string): LocalDay {
  const wall = new Date(wallClockMs(atMs, zone));
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth(),
    day: wall.getUTCDate(),
    weekday: wall.getUTCDay(),
  };
}

/** The instant at `minutes` after local midnight of a day, `plusDays` days later. */
export function localInstantMs(
  day: LocalDay,
  plusDays: number,
  minutes: number,
  zone: string,
): number {
  const wall = Date.UTC(day.year, day.month, day.day + plusDays, 0, minutes);
  // Two rounds: the first guess may lie on the other side of a clock change.
  let guess = wall;
  for (let round = 0; round < 2; round += 1) {
    guess -= wallClockMs(guess, zone) - wall;
  }
  return guess;
}
