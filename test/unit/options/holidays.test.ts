import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  newHolidays,
  withHolidays,
  withoutDates,
} from '@/components/options/working-time/holiday-list';
import { EMPTY_PERIOD, newPeriod } from '@/components/options/working-time/new-period';
import { periodWords } from '@/components/options/working-time/period-words';
import { arbitraryWorkingTime } from './arbitrary-working-time';

const christmas = { date: '2026-12-25', name: 'Christmas Day' };
const newYear = { date: '2027-01-01', name: 'New Year’s Day' };
const now = new Date('2026-11-23T10:42:00Z');

describe('holidays', () => {
  test('more days go in by date; a date that stands keeps its name', () => {
    const all = withHolidays([newYear], [{ ...newYear, name: 'Other' }, christmas]);
    expect(all).toEqual([christmas, newYear]);
    expect(newHolidays([newYear], [newYear, christmas])).toEqual([christmas]);
  });

  test('what was added is taken back without a trace', () => {
    const holidays = arbitraryWorkingTime.map((time) => time.holidays);
    fc.assert(
      fc.property(holidays, holidays, (before, more) => {
        const added = newHolidays(before, more);
        const after = withHolidays(before, added);
        expect(new Set(after.map(({ date }) => date)).size).toBe(before.length + added.length);
        const dates = new Set(added.map(({ date }) => date));
        expect(withoutDates(after, dates)).toEqual(withHolidays(before, []));
      }),
    );
  });
});

describe('a new period', () => {
  const draft = { ...EMPTY_PERIOD, name: ' Summer break ' };

  test('each year, over New Year too', () => {
    expect(newPeriod(draft, [])).toEqual({
      id: 'own-1',
      name: 'Summer break',
      days: { kind: 'yearly', from: '12-24', to: '01-01' },
      clocks: 'run',
    });
  });

  test('once; one day alone is enough; a second one gets an id of its own', () => {
    const once = { ...draft, kind: 'dates', dateFrom: '2026-08-03', clocks: 'stop' } as const;
    const first = newPeriod(once, []);
    expect(first).toMatchObject({
      days: { kind: 'dates', from: '2026-08-03', to: '2026-08-03' },
      clocks: 'stop',
    });
    if (typeof first === 'string') throw new Error(first);
    const taken = { ...first, id: 'own-2' };
    expect(newPeriod(once, [taken])).toMatchObject({ id: 'own-3' });
  });

  test.each([
    [{ name: ' ' }, 'Give the period a name, such as Summer break.'],
    [{ name: 'x'.repeat(201) }, 'Use at most 200 characters for the name.'],
    [{ yearlyTo: '02-30' }, 'Choose days that exist.'],
    [{ kind: 'dates' }, 'Choose days from 2000 on.'],
    [{ kind: 'dates', dateFrom: '2026-08-03', dateTo: '0026-08-14' }, 'Choose days from 2000 on.'],
    [
      { kind: 'dates', dateFrom: '2026-08-03', dateTo: '2026-08-02' },
      'The last day comes before the first one.',
    ],
  ] as const)('%o: %s', (part, problem) => {
    expect(newPeriod({ ...draft, ...part }, [])).toBe(problem);
  });

  test.each([
    [{ kind: 'weekends' }, 'every weekend'],
    [{ kind: 'yearly', from: '12-25', to: '01-01' }, 'each year 25 Dec to 1 Jan'],
    [{ kind: 'yearly', from: '02-29', to: '02-29' }, 'each year on 29 Feb'],
    [{ kind: 'dates', from: '2026-12-03', to: '2027-01-04' }, 'Thu 3 Dec to Mon 4 Jan 2027'],
    [{ kind: 'dates', from: '2026-12-03', to: '2026-12-03' }, 'Thu 3 Dec'],
  ] as const)('%o in words: %s', (days, words) => {
    expect(periodWords(days, now)).toBe(words);
  });
});
