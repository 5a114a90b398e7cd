import fc from 'fast-check';
import { WEEKDAYS, type Calendar, type Hours } from '@/lib/domain/business-time';

const MINUTE = 60_000;

/** Zones with ordinary, half-hour, night-time, Ramadan, odd and no clock changes. */
export const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'America/Nuuk',
  'America/Havana',
  'Africa/Casablanca',
  'Asia/Beirut',
  'America/Santiago',
  'Pacific/Apia',
  'Asia/Kolkata',
  'Antarctica/Troll',
] as const;

/** Clock changes of those zones, so that half of the cases lie beside one. */
export const CHANGES = [
  '2026-03-29T01:00Z',
  '2026-10-25T01:00Z',
  '2026-03-08T07:00Z',
  '2026-11-01T06:00Z',
  '2026-04-04T15:00Z',
  '2026-10-03T15:30Z',
  '2026-09-26T14:00Z',
  '2026-04-04T14:00Z',
  '2026-03-28T22:00Z',
  '2026-10-24T21:00Z',
  '2026-02-15T02:00Z',
  '2026-03-22T02:00Z',
  '2026-04-05T03:00Z',
  '2026-09-06T04:00Z',
].map((text) => Date.parse(text));

const minuteOfDay = fc.oneof(
  fc.integer({ min: 0, max: 1440 }),
  fc.integer({ min: 0, max: 16 }).map((quarter) => quarter * 15),
  fc.constantFrom(0, 540, 1020, 1440),
);
const text = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const stretch = fc
  .tuple(minuteOfDay, minuteOfDay)
  .map(([a, b]) => [text(Math.min(a, b)), text(Math.max(a, b))] as const);
const hours: fc.Arbitrary<Hours> = fc.oneof(
  { weight: 2, arbitrary: fc.array(stretch, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constant([['00:00', '24:00']] as const) },
  { weight: 2, arbitrary: fc.constant([['09:00', '17:00']] as const) },
);

const date = (around: number) =>
  fc
    .integer({ min: -9, max: 9 })
    .map((days) => new Date(around + days * 1440 * MINUTE).toISOString().slice(0, 10));

/** An instant in whole minutes, beside a clock change or anywhere in 2015 to 2034. */
export const minuteInstant: fc.Arbitrary<number> = fc
  .oneof(
    fc.tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -2 * 1440, max: 2 * 1440 })),
    fc.tuple(
      fc.integer({ min: Date.UTC(2015, 0) / MINUTE, max: Date.UTC(2034, 0) / MINUTE }),
      fc.constant(null),
    ),
  )
  .map(([at, away]) => (away === null ? at : at / MINUTE + away));

/** A calendar that opens at least once a week, with special dates near the instant. */
export function calendarNear(minute: number): fc.Arbitrary<Calendar> {
  const near = date(minute * MINUTE);
  return fc
    .record({
      timeZone: fc.constantFrom(...ZONES),
      week: fc.array(hours, { minLength: 7, maxLength: 7 }),
      holidays: fc.array(near, { maxLength: 3 }),
      dateOverrides: fc.dictionary(near, hours, { maxKeys: 2, noNullPrototype: true }),
      breaks: fc.dictionary(near, fc.array(stretch, { maxLength: 2 }), {
        maxKeys: 2,
        noNullPrototype: true,
      }),
    })
    .map(({ week, ...rest }) => ({
      ...rest,
      weeklyHours: Object.fromEntries(WEEKDAYS.map((day, index) => [day, week[index] ?? []])),
    }))
    .filter(({ weeklyHours }) =>
      Object.values(weeklyHours).some((day) => day.some(([from, to]) => from < to)),
    );
}
