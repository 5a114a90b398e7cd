import fc from 'fast-check';
import { WEEKDAYS, type Calendar, type Hours } from '@/lib/domain/business-time';
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

/** Weekly hours, and dates of their own near an instant as days away from it. */
const rules = fc.record({
  week: fc
    .array(hours, { minLength: 7, maxLength: 7 })
    .filter((week) => week.some((day) => day.some(([from, to]) => from < to))),
  holidays: fc.array(aside, { maxLength: 3 }),
  dateOverrides: fc.array(fc.tuple(aside, hours), { maxLength: 2 }),
  breaks: fc.array(fc.tuple(aside, fc.array(stretch, { maxLength: 2 })), { maxLength: 2 }),
});

/** `start`: seconds since 1970. The calendar opens at least once a week and has special dates near the start. */
export type Scene = { readonly start: number; readonly calendar: Calendar };

export const scene: fc.Arbitrary<Scene> = fc
  .record({ moment, rules })
  .map(({ moment: { timeZone, start }, rules: { week, holidays, dateOverrides, breaks } }) => {
    const dateOf = (days: number): string =>
      new Date((start + days * DAY_S) * 1000).toISOString().slice(0, 10);
    const dated = (list: readonly (readonly [number, Hours])[]): Record<string, Hours> =>
      Object.fromEntries(list.map(([days, value]) => [dateOf(days), value]));
    return {
      start,
      calendar: {
        timeZone,
        weeklyHours: Object.fromEntries(WEEKDAYS.map((day, place) => [day, week[place] ?? []])),
        holidays: holidays.map(dateOf),
        dateOverrides: dated(dateOverrides),
        breaks: dated(breaks),
      },
    };
  });
