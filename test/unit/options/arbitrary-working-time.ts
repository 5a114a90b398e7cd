import fc from 'fast-check';
import type {
  DayKey,
  Holiday,
  NoticeSettings,
  ReducedCapacity,
  WeeklyHours,
  WorkingTime,
} from '@/lib/contract/working-time';
import { workingTimeProblem } from '@/lib/domain/working-time-problem';

const DAYS: readonly DayKey[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const clock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => `${part}`.padStart(2, '0')).join(':');

/** Stretches of one day that do not overlap, in any order; they may touch, and end at midnight. */
const arbitraryDay: fc.Arbitrary<readonly (readonly [string, string])[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 8 })
  .chain((minutes) => {
    const edges = minutes.toSorted((a, b) => a - b).map(clock);
    const stretches = edges.flatMap((close, at) => {
      const open = edges[at - 1];
      return open === undefined ? [] : [[open, close] as const];
    });
    return fc.shuffledSubarray(stretches, { minLength: 1 });
  });

/** Hours of a week; a closed day is left out, as the form leaves it out. */
export const arbitraryWeek: fc.Arbitrary<WeeklyHours> = fc
  .tuple(...DAYS.map((day) => fc.option(arbitraryDay.map((hours) => [day, hours] as const))))
  .map((days) => Object.fromEntries(days.filter((day) => day !== null)));

const date = fc
  .date({
    min: new Date('2000-01-01T00:00:00Z'),
    max: new Date('2099-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((at) => at.toISOString().slice(0, 10));
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });

const holidays: fc.Arbitrary<readonly Holiday[]> = fc.uniqueArray(
  fc.record({ date, name: fc.string({ unit: 'grapheme', maxLength: 20 }) }),
  { selector: (holiday) => holiday.date, maxLength: 6 },
);

const days: fc.Arbitrary<ReducedCapacity['days']> = fc.oneof(
  fc.constant({ kind: 'weekends' as const }),
  fc.record({
    kind: fc.constant('yearly' as const),
    from: date.map((one) => one.slice(5)),
    to: date.map((one) => one.slice(5)),
  }),
  fc
    .tuple(date, date)
    .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }))
    .map((span) => ({ kind: 'dates' as const, ...span })),
);

const periods: fc.Arbitrary<readonly ReducedCapacity[]> = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z][a-z-]{0,8}$/),
    name,
    days,
    clocks: fc.constantFrom('run' as const, 'stop' as const),
  }),
  { selector: (period) => period.id, maxLength: 4 },
);

/** Working time as it may be stored; custom hours that are chosen open at least once. */
export const arbitraryWorkingTime: fc.Arbitrary<WorkingTime> = fc
  .record({
    calendarId: fc.constantFrom(null, 'weekdays', 'office-hours', 'gone', 'custom'),
    customHours: arbitraryWeek,
    holidays,
    reducedCapacity: fc.option(periods),
  })
  .filter((workingTime) => workingTimeProblem(workingTime) === null);

/** Notices as they may be stored. */
export const arbitraryNotices: fc.Arbitrary<NoticeSettings> = fc.record({
  kinds: fc.shuffledSubarray([
    'new-request' as const,
    'answer-due' as const,
    'update-due' as const,
    'requester-answered' as const,
    'may-close' as const,
  ]),
  hours: arbitraryWeek,
  timeZone: fc.constantFrom(null, 'UTC', 'Asia/Kolkata', 'America/St_Johns'),
});
