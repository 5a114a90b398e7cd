import { describe, expect, test } from 'vitest';
import { newTokenUrl } from '@/components/options/github-token';
import { exampleSum } from '@/components/options/working-time/example-sum';
import { weeksAhead, type Plan } from '@/components/options/working-time/weeks-ahead';
import type { Calendar, Hours } from '@/lib/domain/business-time';

const ALL_DAY: Hours = [['00:00', '24:00']];
const weekdays = (hours: Hours) => ({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours });
const calendar: Calendar = { timeZone: 'UTC', weeklyHours: weekdays(ALL_DAY) };
const plan = (part: Partial<Calendar> = {}, rest: Partial<Plan> = {}): Plan => {
  const all = { ...calendar, ...part };
  return { calendar: all, timeZone: all.timeZone, holidays: [], periods: [], ...rest };
};
const now = new Date('2026-11-23T10:42:00Z');

describe('the picture', () => {
  test('begins with this Monday, marks today, shades what is open', () => {
    const sunday = new Date('2026-11-29T23:30:00Z');
    const [first, second] = weeksAhead(plan(), sunday, 2);
    expect(first?.map(({ date }) => date)).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-28',
      '2026-11-29',
    ]);
    expect(first?.map(({ minutes }) => minutes)).toEqual([1440, 1440, 1440, 1440, 1440, 0, 0]);
    expect(first?.map(({ isToday }) => isToday).lastIndexOf(true)).toBe(6);
    expect(first?.[0]).toMatchObject({ open: [{ from: 0, to: 1 }], words: '00:00–24:00' });
    expect(first?.[5]).toMatchObject({ open: [], words: 'closed' });
    expect(second?.[0]?.date).toBe('2026-11-30');
  });

  test('a split day; the week is the zone’s own, not the machine’s', () => {
    const split = weekdays([
      ['09:00', '12:00'],
      ['18:00', '24:00'],
    ]);
    const chatham = plan({ timeZone: 'Pacific/Chatham', weeklyHours: split });
    // Monday morning there, Sunday evening in Greenwich.
    const [week] = weeksAhead(chatham, new Date('2026-11-22T20:00:00Z'), 1);
    expect(week?.[0]).toMatchObject({
      date: '2026-11-23',
      isToday: true,
      words: '09:00–12:00, 18:00–24:00',
      open: [
        { from: 9 / 24, to: 12 / 24 },
        { from: 18 / 24, to: 1 },
      ],
    });
  });

  test('the day of a clock change is as long as it is', () => {
    const berlin = plan({ timeZone: 'Europe/Berlin', weeklyHours: { sun: ALL_DAY } });
    const days = (at: string) => weeksAhead(berlin, new Date(at), 1)[0]?.[6];
    expect(days('2026-10-20T12:00:00Z')).toMatchObject({ date: '2026-10-25', minutes: 25 * 60 });
    expect(days('2026-03-24T12:00:00Z')).toMatchObject({ date: '2026-03-29', minutes: 23 * 60 });
    expect(days('2026-03-24T12:00:00Z')?.open).toEqual([{ from: 0, to: 1 }]);
  });

  test('holidays and periods are named', () => {
    const pause = {
      id: 'own-1',
      name: 'Break',
      days: { kind: 'dates', from: '2026-11-25', to: '2026-11-26' },
      clocks: 'run',
    } as const;
    const [week] = weeksAhead(
      plan(
        { holidays: ['2026-11-24', '2026-11-27'] },
        { holidays: [{ date: '2026-11-24', name: 'Team day' }], periods: [pause] },
      ),
      now,
      1,
    );
    expect(week?.map(({ holiday }) => holiday)).toEqual([
      null,
      'Team day',
      null,
      null,
      'Holiday',
      null,
      null,
    ]);
    expect(week?.map(({ reduced }) => reduced?.name ?? '')).toEqual([
      '',
      '',
      'Break',
      'Break',
      '',
      '',
      '',
    ]);
    expect(week?.[1]).toMatchObject({ minutes: 0, words: 'closed' });
  });
});

describe('the example', () => {
  test('24 working hours over a weekend', () => {
    expect(exampleSum(calendar, now)).toEqual({
      sentence: '24 working hours from Fri 16:00 are over Mon 30 Nov 16:00.',
      lines: [
        'Fri 16:00–24:00 8 h',
        'Sat 00:00–Mon 30 Nov 00:00 closed',
        'Mon 30 Nov 00:00–16:00 16 h',
      ],
    });
  });

  test('a Friday afternoon speaks of the next one', () => {
    const { sentence } = exampleSum(calendar, new Date('2026-11-27T16:00:00Z'));
    expect(sentence).toBe('24 working hours from Fri 4 Dec 16:00 are over Mon 7 Dec 16:00.');
  });

  test('many lines are cut, and it is said how many', () => {
    const short = weekdays([
      ['09:00', '10:00'],
      ['11:00', '12:00'],
    ]);
    const { lines } = exampleSum({ timeZone: 'UTC', weeklyHours: short }, now);
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toMatch(/^and \d+ more lines$/);
  });

  test('a calendar that never opens says so', () => {
    expect(() => exampleSum({ timeZone: 'UTC', weeklyHours: {} }, now)).toThrow(/open/);
  });
});

test('the page for a new token is filled in for the repository’s owner', () => {
  const url = new URL(newTokenUrl('acme-hubs/infrastructure'));
  expect(url.origin + url.pathname).toBe('https://github.com/settings/personal-access-tokens/new');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    name: 'Steward',
    description: 'Closes an incident or engineering issue together with its support ticket.',
    target_name: 'acme-hubs',
    expires_in: '90',
    issues: 'write',
  });
});
