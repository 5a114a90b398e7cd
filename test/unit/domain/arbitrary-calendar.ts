import fc from 'fast-check';
import {
  WEEKDAYS,
  type Calendar,
  type Hours,
  type ReducedPeriod,
} from '@/lib/domain/business-time';
import { clockChanges } from './zone-clock';

const DAY_S = 86_400;
const FIRST_YEAR = 1990;
const LAST_YEAR = 2040;

/** Every zone the runtime knows by name. */
export const ZONES = Intl.supportedValuesOf('timeZone');

/** Zones whose clocks are or were changed in unusual ways: drawn more often than the others. */
const ODD_ZONES = [
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'America/Nuuk',
  'America/Havana',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Gaza',
  'Asia/Beirut',
  'Asia/Tehran',
  'America/Santiago',
  'America/Sao_Paulo',
  'Antarctica/Troll',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Kwajalein',
];

const secondOfDay = fc.oneof(
  fc.integer({ min: 0, max: 1440 }).map((minute) => minute * 60),
  fc.integer({ min: 0, max: 16 }).map((quarter) => quarter * 900),
  fc.constantFrom(0, 9 * 3600, 17 * 3600, DAY_S),
  fc.integer({ min: 0, max: DAY_S }),
);

const two = (value: number): string => String(value).padStart(2, '0');

function timeText(second: number): string {
  const [hours, minutes] = [Math.floor(second / 3600), Math.floor(second / 60) % 60];
  const seconds = second % 60 === 0 ? '' : `:${two(second % 60)}`;
  return `${two(hours)}:${two(minutes)}${seconds}`;
}

const stretch = fc
  .tuple(secondOfDay, secondOfDay)
  .map(([a, b]) => [timeText(Math.min(a, b)), timeText(Math.max(a, b))] as const);

const hours: fc.Arbitrary<Hours> = fc.oneof(
  { weight: 4, arbitrary: fc.array(stretch, { maxLength: 3 }) },
  { weight: 3, arbitrary: fc.constant([['09:00', '17:00']] as const) },
  { weight: 2, arbitrary: fc.constant([['00:00', '24:00']] as const) },
  {
    // A night shift: two periods that meet at midnight.
    weight: 1,
    arbitrary: fc.constant([
      ['00:00', '06:00'],
      ['22:00', '24:00'],
    ] as const),
  },
);

/** A zone and an instant (whole seconds), half of them within two days of a change of that zone's clocks. */
const moment = fc
  .record({
    timeZone: fc.oneof(fc.constantFrom(...ZONES), fc.constantFrom(...ODD_ZONES)),
    year: fc.integer({ min: FIRST_YEAR, max: LAST_YEAR }),
    nth: fc.nat({ max: 7 }),
    away: fc.oneof(
      fc.integer({ min: -2 * DAY_S, max: 2 * DAY_S }),
      fc.integer({ min: -48, max: 48 }).map((halfHour) => halfHour * 1800),
    ),
    anywhere: fc.nat({ max: 365 * DAY_S }),
  })
  .map(({ timeZone, year, nth, away, anywhere }) => {
    const changes = clockChanges(timeZone, year);
    const change = nth < 4 && changes.length > 0 ? changes[nth % changes.length] : undefined;
    const start =
      change === undefined ? Date.UTC(year, 0, 1) / 1000 + anywhere : change * 60 + away;
    return { timeZone, start };
  });

const aside = fc.integer({ min: -9, max: 9 });

/** A first and a last day of a period, as days away from an instant; now and then a period of months. */
const ends = fc
  .tuple(
    fc.integer({ min: -12, max: 10 }),
    fc.oneof(
      { weight: 5, arbitrary: fc.nat({ max: 12 }) },
      { weight: 1, arbitrary: fc.nat({ max: 364 }) },
    ),
  )
  .map(([first, length]) => [first, first + length] as const);

type DateOf = (days: number) => string;
type DaysOf = (dateOf: DateOf) => ReducedPeriod['days'];

/** Days of reduced capacity near an instant, whose dates `dateOf` knows. */
const reducedDays: fc.Arbitrary<DaysOf> = fc.oneof(
  fc.constant<DaysOf>(() => ({ kind: 'weekends' })),
  ends.map(([from, to]): DaysOf => (dateOf) => ({
    kind: 'dates',
    from: dateOf(from),
    to: dateOf(to),
  })),
  ends.map(([from, to]): DaysOf => (dateOf) => ({
    kind: 'yearly',
    from: dateOf(from).slice(5),
    to: dateOf(to).slice(5),
  })),
  fc
    .constantFrom(['02-29', '03-02'], ['02-26', '02-29'], ['02-29', '02-29'], ['12-24', '01-06'])
    .map(([from = '', to = '']): DaysOf => () => ({ kind: 'yearly', from, to })),
);

const reduced = fc.record({
  days: reducedDays,
  hours: fc.oneof(
    { weight: 3, arbitrary: fc.constant<Hours>([]) },
    { weight: 2, arbitrary: hours },
  ),
});

const doesOpen = (one: Hours): boolean => one.some(([from, to]) => from < to);

/** Weekly hours, and dates and periods of their own near an instant as days away from it. */
const rules = fc
  .record({
    week: fc.oneof(
      { weight: 9, arbitrary: fc.array(hours, { minLength: 7, maxLength: 7 }) },
      // Open in periods alone.
      { weight: 1, arbitrary: fc.constant<readonly Hours[]>([]) },
    ),
    holidays: fc.array(aside, { maxLength: 3 }),
    dateOverrides: fc.array(fc.tuple(aside, hours), { maxLength: 2 }),
    breaks: fc.array(fc.tuple(aside, fc.array(stretch, { maxLength: 2 })), { maxLength: 2 }),
    reducedCapacity: fc.array(reduced, { maxLength: 3 }),
  })
  .filter(
    ({ week, reducedCapacity }) =>
      week.some(doesOpen) || reducedCapacity.some(({ hours }) => doesOpen(hours)),
  );

/**
 * `start`: seconds since 1970. The calendar has special dates and periods near the start; it opens at some time or
 * another, unless periods leave nothing of the hours that are written.
 */
export type Scene = { readonly start: number; readonly calendar: Calendar };

export const scene: fc.Arbitrary<Scene> = fc
  .record({ moment, rules })
  .map(({ moment: { timeZone, start }, rules: { week, holidays, ...dates } }) => {
    const dateOf: DateOf = (days) =>
      new Date((start + days * DAY_S) * 1000).toISOString().slice(0, 10);
    const dated = (list: readonly (readonly [number, Hours])[]): Record<string, Hours> =>
      Object.fromEntries(list.map(([days, value]) => [dateOf(days), value]));
    return {
      start,
      calendar: {
        timeZone,
        weeklyHours: Object.fromEntries(WEEKDAYS.map((day, place) => [day, week[place] ?? []])),
        holidays: holidays.map(dateOf),
        dateOverrides: dated(dates.dateOverrides),
        breaks: dated(dates.breaks),
        reducedCapacity: dates.reducedCapacity.map(({ days, hours }) => ({
          days: days(dateOf),
          hours,
        })),
      },
    };
  });
