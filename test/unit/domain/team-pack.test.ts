import { describe, expect, test } from 'vitest';
import type { ReducedCapacity, WorkingTime } from '@/lib/contract/working-time';
import { isOpen, nextOpening } from '@/lib/domain/business-time';
import { packCalendar } from '@/lib/domain/pack-calendar';
import { reducedCapacityAt } from '@/lib/domain/reduced-capacity';
import { teamPack } from '@/lib/domain/team-pack';
import { workingTimeProblem } from '@/lib/domain/working-time-problem';
import { builtinPack } from '@/lib/pack/load';
import type { Pack } from '@/lib/pack/schema';

const at = (text: string): Date => new Date(text);
const builtin = builtinPack();
const [first] = builtin.calendars;
if (first === undefined) throw new Error('The built-in pack has no calendar.');
/** A second calendar beside the built-in one, and no periods of its own. */
const pack: Pack = {
  ...builtin,
  calendars: [
    first,
    {
      id: 'office',
      name: 'Office hours',
      timeZone: 'Europe/Berlin',
      weeklyHours: { mon: [['09:00', '17:00']] },
      holidays: ['2026-10-03'],
    },
  ],
  reducedCapacity: [],
};
const own: WorkingTime = {
  calendarId: null,
  customHours: {},
  holidays: [],
  reducedCapacity: null,
};
const period = (
  days: ReducedCapacity['days'],
  clocks: ReducedCapacity['clocks'] = 'stop',
  name = 'Year end',
): ReducedCapacity => ({ id: 'p', name, days, clocks });
const yearEnd: ReducedCapacity['days'] = { kind: 'yearly', from: '12-24', to: '01-01' };
const counted = (one: Pack): readonly string[] => [
  ...new Set(one.objectives.map(({ calendar }) => calendar)),
];

describe('the calendar that is counted in', () => {
  test('none chosen, or one the pack does not have: as the pack says, in the same objects', () => {
    for (const calendarId of [null, 'gone', first.id]) {
      const team = teamPack(pack, { ...own, calendarId });
      expect(team).toEqual(pack);
      expect(team.objectives).toBe(pack.objectives);
      expect(team.calendars.every((calendar, place) => calendar === pack.calendars[place])).toBe(
        true,
      );
    }
  });

  test('one of the pack’s: objectives of the first calendar move, elapsed and active time stay', () => {
    const team = teamPack(pack, { ...own, calendarId: 'office' });
    expect(counted(pack)).toContain(first.id);
    expect(counted(team)).toEqual(
      counted(pack).map((calendar) => (calendar === first.id ? 'office' : calendar)),
    );
    expect(team.calendars).toEqual(pack.calendars);
  });

  test('custom hours become a calendar in the team’s zone', () => {
    const team = teamPack(pack, {
      ...own,
      calendarId: 'custom',
      customHours: { tue: [['08:00', '12:00']] },
    });
    expect(counted(team)).toContain('custom');
    expect(counted(team)).not.toContain(first.id);
    const { name, timeZone, calendar } = packCalendar(team, 'custom', 'Asia/Kathmandu');
    expect({ name, timeZone }).toEqual({ name: 'Custom hours', timeZone: 'Asia/Kathmandu' });
    // Tuesday 24 November 08:00 in Kathmandu.
    expect(calendar && nextOpening(calendar, at('2026-11-23T00:00:00Z'))).toEqual(
      at('2026-11-24T02:15:00Z'),
    );
  });

  test('a pack with a calendar named custom keeps it', () => {
    const taken: Pack = { ...pack, calendars: [first, { ...first, id: 'custom', name: 'Theirs' }] };
    const team = teamPack(taken, {
      ...own,
      calendarId: 'custom',
      customHours: { tue: [['08:00', '12:00']] },
    });
    expect(team.calendars.map(({ id, name }) => [id, name])).toEqual([
      [first.id, first.name],
      ['custom', 'Theirs'],
      ['custom-2', 'Custom hours'],
    ]);
    expect(counted(team)).toContain('custom-2');
  });
});

describe('closed days', () => {
  test('holidays are added to each calendar, sorted and once', () => {
    const holidays = ['2026-12-25', '2026-10-03', '2026-12-25'].map((date) => ({ date, name: '' }));
    const team = teamPack(pack, { ...own, calendarId: 'custom', holidays });
    for (const calendar of team.calendars) {
      expect(calendar.holidays).toEqual(['2026-10-03', '2026-12-25']);
    }
    expect(pack.calendars[1]?.holidays).toEqual(['2026-10-03']);
  });

  test('periods in which clocks stop close working time; others do not', () => {
    const christmas = at('2026-12-28T12:00:00Z');
    const calendarWith = (clocks: ReducedCapacity['clocks']) =>
      packCalendar(
        teamPack(pack, { ...own, reducedCapacity: [period(yearEnd, clocks)] }),
        first.id,
        'UTC',
      ).calendar;
    const [stop, run] = [calendarWith('stop'), calendarWith('run')];
    expect(stop && isOpen(stop, christmas)).toBe(false);
    expect(stop && nextOpening(stop, christmas)).toEqual(at('2027-01-04T00:00:00Z'));
    expect(run && isOpen(run, christmas)).toBe(true);
  });

  test('the pack’s periods hold until the team has its own, even if it has none', () => {
    const packed: Pack = { ...pack, reducedCapacity: [period(yearEnd)] };
    const closedIn = (workingTime: WorkingTime) =>
      teamPack(packed, workingTime).calendars[0]?.closedPeriods ?? [];
    expect(closedIn(own)).toEqual([yearEnd]);
    expect(closedIn({ ...own, reducedCapacity: [] })).toEqual([]);
    expect(teamPack(packed, { ...own, reducedCapacity: [] }).reducedCapacity).toEqual([]);
  });
});

describe('reduced capacity at a time', () => {
  const reducedAt = (periods: readonly ReducedCapacity[], when: string, zone = 'UTC') => {
    const found = reducedCapacityAt({ ...pack, reducedCapacity: [...periods] }, zone, at(when));
    return found === null ? null : [found.name, found.until.toISOString().slice(0, 16)];
  };
  const season = period(yearEnd, 'run');
  const weekends = period({ kind: 'weekends' }, 'run', 'Weekend');

  test.each([
    ['2026-12-23T23:59:59Z', null],
    ['2026-12-24T00:00:00Z', ['Year end', '2027-01-02T00:00']],
    ['2026-12-31T12:00:00Z', ['Year end', '2027-01-02T00:00']],
    ['2027-01-01T12:00:00Z', ['Year end', '2027-01-02T00:00']],
    ['2026-12-26T12:00:00Z', ['Year end', '2027-01-02T00:00']],
    ['2027-01-02T00:00:00Z', ['Weekend', '2027-01-04T00:00']],
    ['2026-11-22T12:00:00Z', ['Weekend', '2026-11-23T00:00']],
    ['2026-11-23T12:00:00Z', null],
  ])('%s', (when, expected) => {
    expect(reducedAt([weekends, season], when)).toEqual(expected);
  });

  test('by the zone’s own date', () => {
    expect(reducedAt([season], '2026-12-23T12:00:00Z', 'Pacific/Kiritimati')).toEqual([
      'Year end',
      '2027-01-01T10:00',
    ]);
    expect(reducedAt([season], '2027-01-01T23:00:00Z', 'Asia/Tokyo')).toBeNull();
  });

  test('periods that touch end together, named by the one that holds', () => {
    const dates = period(
      { kind: 'dates', from: '2027-01-02', to: '2027-01-08' },
      'run',
      'Team week',
    );
    expect(reducedAt([season, dates], '2026-12-30T00:00:00Z')).toEqual([
      'Year end',
      '2027-01-09T00:00',
    ]);
  });

  test.each([
    ['02-20', '02-29', '2027-02-25T00:00:00Z', '2027-03-01T00:00'],
    ['02-20', '02-29', '2028-02-25T00:00:00Z', '2028-03-01T00:00'],
    ['03-01', '03-05', '2027-03-05T00:00:00Z', '2027-03-06T00:00'],
    ['11-01', '02-29', '2027-12-05T00:00:00Z', '2028-03-01T00:00'],
  ])('yearly %s to %s at %s', (from, to, when, until) => {
    expect(reducedAt([period({ kind: 'yearly', from, to })], when)).toEqual(['Year end', until]);
  });

  test('a year without an end is no hang, days that no year has hold nothing', () => {
    const whole = period({ kind: 'yearly', from: '01-01', to: '12-31' });
    expect(reducedAt([whole], '2026-11-20T00:00:00Z')?.[0]).toBe('Year end');
    const never = period({ kind: 'yearly', from: '02-30', to: '02-31' });
    expect(reducedAt([never], '2026-02-28T00:00:00Z')).toBeNull();
  });
});

describe('what keeps working time from being counted in', () => {
  const custom = (customHours: WorkingTime['customHours']): WorkingTime => ({
    ...own,
    calendarId: 'custom',
    customHours,
  });
  const reduced = (...reducedCapacity: ReducedCapacity[]): WorkingTime => ({
    ...own,
    reducedCapacity,
  });
  test.each<[WorkingTime, RegExp]>([
    [custom({ mon: [['17:00', '09:00']] }), /Monday: 17:00 to 09:00 ends before it begins/],
    [custom({ fri: [['09:00', '09:00']] }), /Friday: 09:00 to 09:00 ends/],
    [
      custom({
        tue: [
          ['12:00', '17:00'],
          ['09:00', '12:30'],
        ],
      }),
      /Tuesday: 09:00 to 12:30 and 12:00 to 17:00 overlap/,
    ],
    [custom({ sun: [['9', '10:00']] }), /Sunday: “9” is not a time/],
    [custom({}), /at least one day/],
    [{ ...own, holidays: [{ date: '2026-02-29', name: 'Leap' }] }, /Leap: “2026-02-29”/],
    [reduced(period({ kind: 'dates', from: '2027-01-02', to: '2027-01-01' })), /ends before/],
    [reduced(period({ kind: 'yearly', from: '02-30', to: '03-01' })), /Year end: “02-30”/],
    [reduced(period({ kind: 'weekends' }, 'run', ' ')), /a name/],
    [reduced(period({ kind: 'yearly', from: '07-01', to: '06-30' })), /leave no day/],
  ])('%#', (workingTime, sentence) => {
    expect(workingTimeProblem(workingTime)).toMatch(sentence);
  });

  test('nothing', () => {
    expect(workingTimeProblem(own)).toBeNull();
    const hours = custom({
      mon: [
        ['13:00', '24:00'],
        ['00:00', '12:00'],
        ['12:00', '13:00'],
      ],
    });
    expect(workingTimeProblem(hours)).toBeNull();
    expect(workingTimeProblem({ ...custom({ mon: [['9', '8']] }), calendarId: null })).toBeNull();
    const all = period({ kind: 'yearly', from: '01-01', to: '12-31' }, 'run');
    expect(workingTimeProblem(reduced(period(yearEnd), all))).toBeNull();
  });
});
