import { describe, expect, test } from 'vitest';
import {
  dutyAt,
  RotationError,
  rotationProblem,
  upcomingShifts,
  type Rotation,
  type RotationOverride,
} from '@/lib/domain/rotation';

const DAY = 86_400_000;

function rota(changes: Partial<Rotation> = {}): Rotation {
  return {
    roster: ['Ana', 'Bo', 'Cleo', 'Dee', 'Eve'],
    firstShiftStart: '2026-11-18',
    firstIncoming: 'Cleo',
    timeZone: 'UTC',
    handoverTime: '10:00',
    shiftWeeks: 2,
    stewardsOnDuty: 2,
    overrides: [],
    ...changes,
  };
}

const withOverrides = (...overrides: RotationOverride[]): Rotation => rota({ overrides });
const on = (rotation: Rotation, text: string) => dutyAt(rotation, new Date(text)).stewards;
/** Teams of the shifts that begin on 18 November, 2, 16, 30 December, 13 and 27 January … */
const teams = (rotation: Rotation, count: number) =>
  upcomingShifts(rotation, new Date('2026-11-10T00:00:00Z'), count).map(({ stewards }) =>
    stewards.join('+'),
  );

describe('the rule', () => {
  test('in order, wrapping around; each serves two shifts', () => {
    expect(teams(rota(), 6)).toEqual([
      'Bo+Cleo',
      'Cleo+Dee',
      'Dee+Eve',
      'Eve+Ana',
      'Ana+Bo',
      'Bo+Cleo',
    ]);
  });

  test('the handover instant belongs to the new team', () => {
    expect(on(rota(), '2026-12-02T09:59:59.999Z')).toEqual(['Bo', 'Cleo']);
    expect(on(rota(), '2026-12-02T10:00:00.000Z')).toEqual(['Cleo', 'Dee']);
  });

  test('a duty tells its shift, the next one and the rule', () => {
    expect(dutyAt(rota(), new Date('2026-11-20T16:00:00Z'))).toEqual({
      stewards: ['Bo', 'Cleo'],
      shiftStart: new Date('2026-11-18T10:00:00Z'),
      shiftEnd: new Date('2026-12-02T10:00:00Z'),
      next: {
        index: 1,
        start: new Date('2026-12-02T10:00:00Z'),
        end: new Date('2026-12-16T10:00:00Z'),
        stewards: ['Cleo', 'Dee'],
        incoming: 'Dee',
        outgoing: 'Bo',
      },
      reason: 'In the roster’s order, one hands over every two weeks.',
    });
  });

  test('it also tells the past', () => {
    expect(on(rota(), '2026-11-18T09:59:59Z')).toEqual(['Ana', 'Bo']);
    expect(on(rota(), '2026-10-25T12:00:00Z')).toEqual(['Eve', 'Ana']);
  });

  test('ten years, teams of 2 to 12 out of 2 to 30: nobody twice at once, all serve alike', () => {
    for (let size = 2; size <= 30; size += 1) {
      const roster = Array.from(
        { length: size },
        (_, index) => `P${String(index).padStart(2, '0')}`,
      );
      for (const stewardsOnDuty of [1, 2, Math.min(size, 12)]) {
        const rotation = rota({ roster, firstIncoming: roster[size - 1] ?? '', stewardsOnDuty });
        const shifts = upcomingShifts(rotation, new Date('2026-11-10T00:00:00Z'), 260);
        const served = new Map(roster.map((name) => [name, 0]));
        for (const { stewards } of shifts) {
          expect(new Set(stewards).size).toBe(stewardsOnDuty);
          for (const name of stewards) served.set(name, (served.get(name) ?? 0) + 1);
        }
        const counts = [...served.values()];
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(stewardsOnDuty);
        expect(shifts[size]?.stewards).toEqual(shifts[0]?.stewards);
      }
    }
  });

  test('one person alone, and weekly shifts of one', () => {
    expect(teams(rota({ roster: ['Ana'], firstIncoming: 'Ana' }), 3)).toEqual([
      'Ana',
      'Ana',
      'Ana',
    ]);
    const weekly = rota({ shiftWeeks: 1, stewardsOnDuty: 1 });
    expect(on(weekly, '2026-11-26T00:00:00Z')).toEqual(['Dee']);
  });
});

describe('clock changes', () => {
  test.each([
    // An hour that comes twice: the first. A time that is skipped: as much later as the clock was put forward.
    ['Europe/Berlin', '2026-10-11', '02:30', '2026-10-25T00:30:00Z'],
    ['Europe/Berlin', '2026-03-15', '02:30', '2026-03-29T01:30:00Z'],
    ['Europe/Berlin', '2026-03-15', '10:00', '2026-03-29T08:00:00Z'],
    ['Australia/Lord_Howe', '2026-03-22', '01:45', '2026-04-04T14:45:00Z'],
    ['Australia/Lord_Howe', '2026-09-20', '02:15', '2026-10-03T15:45:00Z'],
    ['America/Havana', '2026-10-18', '00:30', '2026-11-01T04:30:00Z'],
    ['Asia/Beirut', '2026-03-15', '00:00', '2026-03-28T22:00:00Z'],
  ])(
    '%s, shifts from %s %s: every 30 seconds around the change, one handover, at %s',
    (timeZone, firstShiftStart, handoverTime, handover) => {
      const rotation = rota({ timeZone, firstShiftStart, handoverTime });
      const expected = Date.parse(handover);
      const wrong: string[] = [];
      for (let at = expected - 30 * 3_600_000; at < expected + 30 * 3_600_000; at += 30_000) {
        const { stewards, shiftStart, shiftEnd } = dutyAt(rotation, new Date(at));
        const before = at < expected;
        const fits =
          stewards.join('+') === (before ? 'Bo+Cleo' : 'Cleo+Dee') &&
          (before ? shiftEnd : shiftStart).getTime() === expected;
        if (!fits) wrong.push(new Date(at).toISOString());
      }
      expect(wrong).toEqual([]);
    },
  );
});

describe('what people arrange', () => {
  test('a swap exchanges two turns and nothing else', () => {
    const swap = withOverrides({ kind: 'swap', from: '2026-12-01', between: ['Dee', 'Ana'] });
    // Joining by rule: Dee, Eve, Ana, Bo; swapped: Ana, Eve, Dee, Bo.
    expect(teams(swap, 6)).toEqual([
      'Bo+Cleo',
      'Cleo+Ana',
      'Ana+Eve',
      'Eve+Dee',
      'Dee+Bo',
      'Bo+Cleo',
    ]);
  });

  test('a cover stands in on its days; turns do not move', () => {
    const cover = withOverrides({
      kind: 'cover',
      absent: 'Bo',
      by: 'Eve',
      from: '2026-11-20',
      to: '2026-11-21',
    });
    expect(on(cover, '2026-11-19T23:59:59Z')).toEqual(['Bo', 'Cleo']);
    expect(on(cover, '2026-11-20T00:00:00Z')).toEqual(['Eve', 'Cleo']);
    expect(on(cover, '2026-11-21T23:59:59Z')).toEqual(['Eve', 'Cleo']);
    expect(on(cover, '2026-11-22T00:00:00Z')).toEqual(['Bo', 'Cleo']);
    expect(teams(cover, 4)).toEqual(teams(rota(), 4));
    expect(dutyAt(cover, new Date('2026-11-20T12:00:00Z')).reason).toContain('Eve covers for Bo');
  });

  test('nobody covers for the one beside them', () => {
    const cover = withOverrides({
      kind: 'cover',
      absent: 'Bo',
      by: 'Cleo',
      from: '2026-11-20',
      to: '2026-11-20',
    });
    expect(on(cover, '2026-11-20T12:00:00Z')).toEqual(['Cleo']);
  });

  test('who is away at the handover is passed over, and the rule goes on from there', () => {
    const away = withOverrides({
      kind: 'absence',
      who: 'Dee',
      from: '2026-12-01',
      to: '2026-12-05',
    });
    expect(teams(away, 5)).toEqual(['Bo+Cleo', 'Cleo+Eve', 'Eve+Ana', 'Ana+Bo', 'Bo+Cleo']);
  });

  test('who is away while serving leaves the place empty, and it is said', () => {
    const away = withOverrides({
      kind: 'absence',
      who: 'Bo',
      from: '2026-11-23',
      to: '2026-11-24',
    });
    const duty = dutyAt(away, new Date('2026-11-24T12:00:00Z'));
    expect(duty.stewards).toEqual(['Cleo']);
    expect(duty.reason).toContain('Bo is away and nobody covers');
    expect(on(away, '2026-11-25T00:00:00Z')).toEqual(['Bo', 'Cleo']);
  });

  test('a newcomer takes the alphabetical place, or the one that was named', () => {
    const joined = (after?: string): Rotation =>
      withOverrides({ kind: 'join', who: 'Cy', from: '2026-11-25', after });
    // Cy stands after Cleo, and so is next.
    expect(teams(joined(), 4)).toEqual(['Bo+Cleo', 'Cleo+Cy', 'Cy+Dee', 'Dee+Eve']);
    expect(teams(joined('Dee'), 4)).toEqual(['Bo+Cleo', 'Cleo+Dee', 'Dee+Cy', 'Cy+Eve']);
  });

  test('who leaves is gone at once; the place is filled at the next handover', () => {
    const left = withOverrides({ kind: 'leave', who: 'Cleo', from: '2026-11-25' });
    expect(on(left, '2026-11-25T09:59:00Z')).toEqual(['Bo', 'Cleo']);
    expect(on(left, '2026-11-25T10:00:00Z')).toEqual(['Bo']);
    // Bo stays on, since the team was not full; the next in order after Cleo joins.
    expect(teams(left, 4)).toEqual(['Bo+Cleo', 'Bo+Dee', 'Dee+Eve', 'Eve+Ana']);
  });

  test('a corrected pair stands from that day on, and the rule goes on from its newest', () => {
    const pair = withOverrides({ kind: 'pair', from: '2026-12-02', stewards: ['Eve', 'Ana'] });
    expect(teams(pair, 4)).toEqual(['Bo+Cleo', 'Eve+Ana', 'Ana+Bo', 'Bo+Cleo']);
    const within = withOverrides({ kind: 'pair', from: '2026-11-25', stewards: ['Eve', 'Ana'] });
    expect(on(within, '2026-11-25T09:59:00Z')).toEqual(['Bo', 'Cleo']);
    expect(on(within, '2026-11-25T10:00:00Z')).toEqual(['Eve', 'Ana']);
    expect(teams(within, 3)).toEqual(['Bo+Cleo', 'Ana+Bo', 'Bo+Cleo']);
  });

  test('the first shift can be corrected too', () => {
    expect(
      teams(withOverrides({ kind: 'pair', from: '2026-11-18', stewards: ['Dee', 'Cleo'] }), 2),
    ).toEqual(['Dee+Cleo', 'Cleo+Dee']);
  });

  test('incoming and outgoing follow what really changed', () => {
    const pair = withOverrides({ kind: 'pair', from: '2026-12-02', stewards: ['Bo', 'Ana'] });
    expect(dutyAt(pair, new Date('2026-11-20T00:00:00Z')).next).toMatchObject({
      incoming: 'Ana',
      outgoing: 'Cleo',
    });
  });

  test('whatever is arranged, nobody stands twice in a team', () => {
    const names = rota().roster;
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    const name = () => names[random(names.length)] ?? 'Ana';
    const date = (offset = 0) =>
      new Date(Date.parse('2026-11-18') + (random(300) + offset) * DAY).toISOString().slice(0, 10);
    for (let round = 0; round < 60; round += 1) {
      const overrides = Array.from({ length: 6 }, (): RotationOverride => {
        const from = date();
        const to = new Date(Date.parse(from) + random(20) * DAY).toISOString().slice(0, 10);
        switch (random(6)) {
          case 0:
            return { kind: 'swap', from, between: [name(), name()] };
          case 1:
            return { kind: 'cover', absent: name(), by: name(), from, to };
          case 2:
            return { kind: 'absence', who: name(), from, to };
          case 3:
            return { kind: 'join', who: `New${random(3)}`, from };
          case 4:
            return { kind: 'leave', who: name(), from };
          default:
            return { kind: 'pair', from, stewards: [name(), name()] };
        }
      });
      const rotation = rota({ overrides });
      for (let day = 0; day < 320; day += 3) {
        const { stewards, next } = dutyAt(
          rotation,
          new Date(Date.parse('2026-11-18T12:00Z') + day * DAY),
        );
        expect(new Set(stewards).size).toBe(stewards.length);
        expect(stewards.length).toBeLessThanOrEqual(2);
        expect(new Set(next.stewards).size).toBe(next.stewards.length);
      }
    }
  });
});

test.each([
  ['an empty roster', { roster: [] }],
  ['a name twice', { roster: ['Ana', 'Ana'] }],
  ['a first one who is not on it', { firstIncoming: 'Zoe' }],
  ['no such date', { firstShiftStart: '2026-02-30' }],
  ['no such time', { handoverTime: '9am' }],
  ['no such zone', { timeZone: 'Nowhere/Land' }],
  ['half a week', { shiftWeeks: 0.5 }],
  ['nobody on duty', { stewardsOnDuty: 0 }],
])('%s is told as a problem', (_, changes) => {
  expect(rotationProblem(rota(changes))).not.toBeNull();
  expect(() => dutyAt(rota(changes), new Date())).toThrow(RotationError);
  expect(rotationProblem(rota())).toBeNull();
});
