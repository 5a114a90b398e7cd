import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clocksFor, type Clock, type ClockState } from '@/lib/domain/slo';
import { withUpdateCadence } from '@/lib/domain/update-cadence';
import { builtinPack } from '@/lib/pack/load';
import type { Objective, Pack } from '@/lib/pack/schema';
import { factsWith, progressWith } from './ticket-facts';

const builtin = builtinPack();
const DAY_MS = 86_400_000;
const from = Date.parse('2026-01-01T00:00:00Z');

const objectives: fc.Arbitrary<Objective> = fc.record({
  id: fc.constant('any'),
  name: fc.constant('Any'),
  purpose: fc.constant('to do it'),
  startsAt: fc.constant('created' as const),
  metBy: fc.constant(['resolved' as const]),
  targetMinutes: fc.integer({ min: 1, max: 4_000 }),
  calendar: fc.constantFrom('working-days', 'office-hours', 'always'),
  warnAt: fc.constantFrom(0, 0.1, 0.5, 0.7, 0.75, 0.8, 0.999, 1),
});

const cases = fc.record({
  objective: objectives,
  zone: fc.constantFrom('UTC', 'America/St_Johns', 'Pacific/Chatham', 'Asia/Tehran'),
  createdMs: fc.integer({ min: from, max: from + 365 * DAY_MS }),
  afterMs: fc.integer({ min: 0, max: 12 * DAY_MS }),
});

type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

function clockAt({ objective, zone, createdMs }: Case, nowMs: number): Clock {
  const [clock] = clocksFor({
    pack: { ...builtin, objectives: [objective] },
    facts: factsWith({ createdAt: new Date(createdMs).toISOString() }),
    progress: progressWith(),
    categoryId: null,
    teamTimeZone: zone,
    now: new Date(nowMs),
  });
  if (clock === undefined) throw new Error('a clock expected');
  return clock;
}

/** What is wrong with a turn that a clock foretold: it is in one of these states from then on, not a moment before. */
function turn(one: Case, at: Date | null, states: readonly ClockState[]): readonly string[] {
  if (at === null) return ['nobody knows when'];
  const then = clockAt(one, at.getTime()).state;
  const before = clockAt(one, at.getTime() - 1).state;
  return [
    ...(states.includes(then) ? [] : [`${then} at ${at.toISOString()}`]),
    ...(states.includes(before) ? [`${before} already before ${at.toISOString()}`] : []),
  ];
}

describe('what a clock says of its own future comes true to the millisecond', () => {
  test('it turns due soon, overdue and goes on when it says, and not a moment before', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const clock = clockAt(one, one.createdMs + one.afterMs);
        const { state, warnsAt, dueAt, opensAt } = clock;
        const broken = [
          ...turn(one, dueAt, ['overdue']),
          ...(warnsAt === null ? [] : turn(one, warnsAt, ['due-soon'])),
          ...(opensAt === null ? [] : turn(one, opensAt, ['running', 'due-soon'])),
        ];
        expect(broken).toEqual([]);
        expect(opensAt !== null).toBe(state === 'stopped');
        expect(warnsAt === null || state === 'running' || state === 'stopped').toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('its sum adds up to the target, without a gap, from start to due time', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { explain, startedAt, dueAt, targetMinutes } = clockAt(one, one.createdMs);
        const lines = explain();
        expect(lines[0]?.from).toEqual(startedAt);
        expect(lines.at(-1)?.to).toEqual(dueAt);
        for (const [index, { to }] of lines.slice(0, -1).entries())
          expect(lines[index + 1]?.from).toEqual(to);
        expect(lines.reduce((sum, { minutes }) => sum + minutes, 0)).toBeCloseTo(targetMinutes, 6);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the time between two updates of an incident', () => {
  const updates = (pack: Pack) =>
    pack.objectives.flatMap(({ id, targetMinutes }) =>
      id === 'incident-update' ? [targetMinutes] : [],
    );

  test('is the team’s own, and nothing else changes', () => {
    const pack = withUpdateCadence(builtin, 1.5);
    expect(updates(pack)).toEqual([90]);
    const others = ({ objectives }: Pack) =>
      objectives.filter(({ id }) => id !== 'incident-update');
    expect(others(pack)).toEqual(others(builtin));
  });

  test.each([null, 0, -3, Number.NaN, Number.POSITIVE_INFINITY, 0.001])(
    'stays the pack’s for %s, with the very same pack',
    (hours) => {
      expect(withUpdateCadence(builtin, hours)).toBe(builtin);
    },
  );
});
