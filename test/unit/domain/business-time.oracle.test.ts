/*
 * Working time against a walk over the minutes, in random calendars of every zone the runtime knows, 1990 to 2040.
 * A few thousand cases by default; the full run, once per machine zone:
 * STEWARD_CASES=100000 npx vitest run --project unit test/unit/domain/business-time.oracle.test.ts
 */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  addBusinessMinutes,
  BusinessTimeError,
  businessMinutesBetween,
  explainBusinessMinutes,
  isOpen,
  nextOpening,
  subtractBusinessMinutes,
} from '@/lib/domain/business-time';
import { scene } from './arbitrary-calendar';
import * as oracle from './oracle';

const DAY_S = 86_400;
const MINUTE_MS = 60_000;
const MACHINE_ZONES = ['UTC', 'America/St_Johns', 'Pacific/Chatham', 'Asia/Tehran'];
const cases = Number(process.env['STEWARD_CASES'] ?? 1_000);
const timeout = 20_000 + cases * 20;
const dateOf = (second: number): Date => new Date(second * 1000);
const secondOf = (at: Date): number => at.getTime() / 1000;

const machineZone = process.env['TZ'];
afterEach(() => {
  if (machineZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = machineZone;
});

/** The answer; null when the calendar has no opening left for one. */
function unlessNever<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof BusinessTimeError && error.code === 'never-opens') return null;
    throw error;
  }
}

const question = fc.record({
  scene,
  amount: fc.oneof(fc.nat({ max: 12_000 }), fc.nat({ max: 180_000 })),
  later: fc.nat({ max: 8 * DAY_S }),
  pauses: fc.array(
    fc.tuple(
      fc.integer({ min: -DAY_S, max: 5 * DAY_S }),
      fc.integer({ min: -3600, max: 2 * DAY_S }),
    ),
    { maxLength: 3 },
  ),
});

describe.each(MACHINE_ZONES)('on a machine in %s', (zone) => {
  beforeEach(() => {
    process.env['TZ'] = zone;
  });

  test('its own clock follows', () => {
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
  });

  test(`agrees with a walk over the minutes (${cases} cases)`, { timeout }, () => {
    let beyondTheWindow = 0;
    fc.assert(
      fc.property(question, ({ scene: { start, calendar }, amount, later, pauses: relative }) => {
        const at = dateOf(start);
        const minutes = amount / 60;
        const spans = relative.map(([from, length]) => ({
          from: start + from,
          to: start + from + length,
        }));
        const pauses = spans.map(({ from, to }) => ({ from: dateOf(from), to: dateOf(to) }));
        const marks = oracle.createOracle(calendar, start, 28);
        const unpaused = oracle.paused(marks, spans);

        expect(isOpen(calendar, at)).toBe(oracle.openAt(marks, start));
        const end = start + later;
        const between = businessMinutesBetween(calendar, at, dateOf(end), pauses);
        expect(between).toBe(oracle.countOpen(unpaused, start, end) / 60);
        const reversed = businessMinutesBetween(calendar, dateOf(end), at);
        expect(reversed + 0).toBe(-oracle.countOpen(marks, start, end) / 60 + 0);

        const answers = [
          [
            unlessNever(() => addBusinessMinutes(calendar, at, minutes, pauses)),
            oracle.walkForward(unpaused, start, amount),
          ],
          [
            unlessNever(() => subtractBusinessMinutes(calendar, at, minutes)),
            oracle.walkBackward(marks, start, amount),
          ],
          [
            unlessNever(() => addBusinessMinutes(calendar, at, -minutes, pauses)),
            oracle.walkBackward(unpaused, start, amount),
          ],
          [unlessNever(() => nextOpening(calendar, at)), oracle.firstOpen(marks, start)],
        ] as const;
        for (const [found, walked] of answers) {
          if (walked === null) beyondTheWindow += 1;
          const answer = found === null ? null : secondOf(found);
          expect(answer).toBe(walked ?? answer);
        }
      }),
      { numRuns: cases },
    );
    // Most answers must lie where the walk can see them, or it proves little.
    expect(beyondTheWindow).toBeLessThan(cases / 2);
  });
});

test(
  'adding, subtracting and counting fit each other to the millisecond, over years',
  { timeout },
  () => {
    const amount = fc.oneof(
      fc.integer({ min: 1, max: 5 * DAY_S * 1000 }),
      fc.integer({ min: 1, max: 3_650 * DAY_S * 1000 }),
    );
    fc.assert(
      fc.property(
        fc.record({ scene, past: fc.nat({ max: 999 }), a: amount, b: amount }),
        ({ scene: { start, calendar }, past, a, b }) => {
          const at = new Date(start * 1000 + past);
          const countMs = (from: Date, to: Date): number =>
            Math.round(businessMinutesBetween(calendar, from, to) * MINUTE_MS);
          const due = unlessNever(() => addBusinessMinutes(calendar, at, a / MINUTE_MS));
          fc.pre(due !== null);
          expect(countMs(at, due)).toBe(a);
          const further = unlessNever(() => addBusinessMinutes(calendar, due, b / MINUTE_MS));
          fc.pre(further !== null);
          expect(further).toEqual(addBusinessMinutes(calendar, at, (a + b) / MINUTE_MS));
          expect(countMs(at, further)).toBe(a + b);
          const back = subtractBusinessMinutes(calendar, further, b / MINUTE_MS);
          expect(countMs(back, further)).toBe(b);
          expect(back.getTime()).toBeGreaterThanOrEqual(due.getTime());
          const beforeDue = new Date(due.getTime() - 1);
          expect(isOpen(calendar, beforeDue)).toBe(true);
          expect(isOpen(calendar, back)).toBe(true);
        },
      ),
      { numRuns: cases },
    );
  },
);

test('the lines of a sum touch, alternate with their state, and add up', { timeout }, () => {
  fc.assert(
    fc.property(
      fc.record({ scene, amount: fc.integer({ min: 1, max: 6_000 }) }),
      ({ scene: { start, calendar }, amount }) => {
        const lines = unlessNever(() => explainBusinessMinutes(calendar, dateOf(start), amount));
        fc.pre(lines !== null);
        expect(lines[0]?.from).toEqual(dateOf(start));
        expect(lines.at(-1)?.to).toEqual(addBusinessMinutes(calendar, dateOf(start), amount));
        for (const [place, line] of lines.entries()) {
          expect(line.from).toEqual(lines[place - 1]?.to ?? dateOf(start));
          const counted = businessMinutesBetween(calendar, line.from, line.to);
          expect(line.minutes).toBeCloseTo(counted, 6);
          expect(counted > 0).toBe(line.note === 'open');
        }
        expect(lines.reduce((sum, { minutes }) => sum + minutes, 0)).toBeCloseTo(amount, 6);
      },
    ),
    { numRuns: cases },
  );
});
