import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addBusinessMinutes,
  businessMinutesBetween,
  explainBusinessMinutes,
  isOpen,
  nextOpening,
  subtractBusinessMinutes,
} from '@/lib/domain/business-time';
import { calendarNear, minuteInstant } from './arbitrary-calendar';
import { countOpen, createOracle, firstOpen, openAt, walkBackward, walkForward } from './oracle';

const MINUTE = 60_000;
const cases = Number(process.env['STEWARD_CASES'] ?? 1_000);
const dateOf = (minute: number): Date => new Date(minute * MINUTE);
const minuteOf = (at: Date): number => at.getTime() / MINUTE;

const scene = minuteInstant.chain((start) =>
  fc.record({
    start: fc.constant(start),
    calendar: calendarNear(start),
    amount: fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 3_000 })),
    later: fc.integer({ min: 0, max: 8 * 1440 }),
    pauses: fc.array(
      fc
        .tuple(fc.integer({ min: -1440, max: 5 * 1440 }), fc.integer({ min: -60, max: 2 * 1440 }))
        .map(([from, length]) => ({ from: start + from, to: start + from + length })),
      { maxLength: 3 },
    ),
  }),
);

test(`agrees with a walk minute by minute (${cases} cases)`, { timeout: cases * 100 }, () => {
  let beyondTheWindow = 0;
  fc.assert(
    fc.property(scene, ({ start, calendar, amount, later, pauses }) => {
      const oracle = createOracle(calendar, dateOf(start), 28);
      const at = dateOf(start);
      const asPauses = pauses.map(({ from, to }) => ({ from: dateOf(from), to: dateOf(to) }));

      expect(isOpen(calendar, at)).toBe(openAt(oracle, start));
      expect(businessMinutesBetween(calendar, at, dateOf(start + later), asPauses)).toBe(
        countOpen(oracle, start, start + later, pauses),
      );
      expect(businessMinutesBetween(calendar, dateOf(start + later), at) + 0).toBe(
        -countOpen(oracle, start, start + later, []) + 0,
      );

      const answers = [
        [
          minuteOf(addBusinessMinutes(calendar, at, amount, asPauses)),
          walkForward(oracle, start, amount, pauses),
        ],
        [
          minuteOf(subtractBusinessMinutes(calendar, at, amount)),
          walkBackward(oracle, start, amount),
        ],
        [minuteOf(nextOpening(calendar, at)), firstOpen(oracle, start)],
      ] as const;
      for (const [found, walked] of answers) {
        if (walked === null) beyondTheWindow += 1;
        expect(found).toBe(walked ?? found);
      }
    }),
    { numRuns: cases },
  );
  // Most answers must lie where the walk can see them, or it proves little.
  expect(beyondTheWindow).toBeLessThan(cases / 2);
});

test('adding, subtracting and counting fit each other to the millisecond', () => {
  fc.assert(
    fc.property(
      minuteInstant.chain((start) =>
        fc.record({
          start: fc.integer({ min: 0, max: 59_999 }).map((ms) => start * MINUTE + ms),
          calendar: calendarNear(start),
          a: fc.integer({ min: 1, max: 40 * 24 * 60 * MINUTE }),
          b: fc.integer({ min: 1, max: 5 * 24 * 60 * MINUTE }),
        }),
      ),
      ({ start, calendar, a, b }) => {
        const at = new Date(start);
        const due = addBusinessMinutes(calendar, at, a / MINUTE);
        expect(Math.round(businessMinutesBetween(calendar, at, due) * MINUTE)).toBe(a);
        const further = addBusinessMinutes(calendar, due, b / MINUTE);
        expect(further).toEqual(addBusinessMinutes(calendar, at, (a + b) / MINUTE));
        const back = subtractBusinessMinutes(calendar, further, b / MINUTE);
        expect(Math.round(businessMinutesBetween(calendar, back, further) * MINUTE)).toBe(b);
        expect(back.getTime()).toBeGreaterThanOrEqual(due.getTime());
      },
    ),
    { numRuns: cases * 3 },
  );
});

test('the lines of a sum touch, alternate with their state, and add up', () => {
  fc.assert(
    fc.property(
      minuteInstant.chain((start) =>
        fc.record({
          start: fc.constant(start),
          calendar: calendarNear(start),
          amount: fc.integer({ min: 1, max: 6_000 }),
        }),
      ),
      ({ start, calendar, amount }) => {
        const lines = explainBusinessMinutes(calendar, dateOf(start), amount);
        expect(lines[0]?.from).toEqual(dateOf(start));
        expect(lines.at(-1)?.to).toEqual(addBusinessMinutes(calendar, dateOf(start), amount));
        for (const [index, line] of lines.entries()) {
          const previous = lines[index - 1];
          expect(line.from).toEqual(previous?.to ?? dateOf(start));
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
