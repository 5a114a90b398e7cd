import { instantAt, localTimeAt, parseLocalDate, parseLocalTimeMs } from './local-date';
import type { DayNumber } from './local-date';
import {
  applyChanges,
  datedOverrides,
  handOver,
  isAway,
  overridesOf,
  stateByRule,
  type Dated,
  type State,
} from './rotation-state';
import { RotationError, type Duty, type Rotation, type Shift } from './rotation-types';

export { RotationError } from './rotation-types';
export type { Duty, LocalDate, Rotation, RotationOverride, Shift } from './rotation-types';

/** Handovers simulated at most: a thousand years of fortnights, so that a wild date cannot hang the page. */
const MAX_SHIFTS = 26_000;

/** What is wrong with a rota, in one sentence; null when it can be followed. */
export function rotationProblem(rotation: Rotation): string | null {
  const { roster, firstIncoming, shiftWeeks, stewardsOnDuty } = rotation;
  const whole = (value: number) => Number.isInteger(value) && value > 0;
  if (roster.length === 0) return 'The roster is empty.';
  if (new Set(roster).size !== roster.length) return 'A name stands on the roster twice.';
  if (!roster.includes(firstIncoming)) return `${firstIncoming || 'Nobody'} is not on the roster.`;
  if (!whole(shiftWeeks)) return 'A shift must last a whole number of weeks.';
  if (!whole(stewardsOnDuty)) return 'At least one steward must be on duty.';
  try {
    handoverAt(rotation, 0);
    for (const one of rotation.overrides) parseLocalDate(one.from);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return null;
}

function firstDayOf(rotation: Rotation, index: number): DayNumber {
  return parseLocalDate(rotation.firstShiftStart) + index * rotation.shiftWeeks * 7;
}

/** Shifts are weeks of local time: the handover keeps its time on the clock across clock changes. */
function handoverAt(rotation: Rotation, index: number): Date {
  const { timeZone, handoverTime } = rotation;
  return instantAt(timeZone, firstDayOf(rotation, index), parseLocalTimeMs(handoverTime));
}

function indexAt(rotation: Rotation, at: Date): number {
  const days = localTimeAt(rotation.timeZone, at).day - firstDayOf(rotation, 0);
  let index = Math.floor(days / (rotation.shiftWeeks * 7));
  while (handoverAt(rotation, index) > at) index -= 1;
  while (handoverAt(rotation, index + 1) <= at) index += 1;
  return index;
}

/** The team as shift `index` begins: corrections of that very day are already in it. */
function stateAt(rotation: Rotation, index: number, dated: readonly Dated[]): State {
  if (index < 0) return stateByRule(rotation, index);
  if (index > MAX_SHIFTS) throw new RotationError('That is too far in the future for a rota.');
  if (dated.length === 0) return stateByRule(rotation, index);
  const start = firstDayOf(rotation, 0);
  let state = applyChanges(dated, stateByRule(rotation, 0), Number.NEGATIVE_INFINITY, start + 1);
  for (let next = 1; next <= index; next += 1) {
    const day = firstDayOf(rotation, next);
    state = applyChanges(dated, state, firstDayOf(rotation, next - 1) + 1, day);
    state = handOverOn(rotation, state, day, dated);
  }
  return state;
}

/** On the day of a handover the roster changes first, then the turn is taken; a corrected pair has the last word. */
function handOverOn(
  rotation: Rotation,
  state: State,
  day: DayNumber,
  dated: readonly Dated[],
): State {
  const today = dated.filter((one) => one.day === day);
  const pairs = today.filter(({ one }) => one.kind === 'pair');
  const others = today.filter(({ one }) => one.kind !== 'pair');
  const handed = handOver(rotation, applyChanges(others, state, day, day + 1), day);
  if (pairs.length === 0) return handed;
  const corrected = applyChanges(pairs, handed, day, day + 1);
  const { stewards } = corrected;
  const incoming = stewards.find((name) => !state.stewards.includes(name)) ?? null;
  const outgoing = state.stewards.find((name) => !stewards.includes(name)) ?? null;
  return { ...corrected, incoming, outgoing };
}

function shiftOf(rotation: Rotation, index: number, dated: readonly Dated[]): Shift {
  const { stewards, incoming, outgoing } = stateAt(rotation, index, dated);
  const [start, end] = [handoverAt(rotation, index), handoverAt(rotation, index + 1)];
  return { index, start, end, stewards, incoming, outgoing };
}

/** Covers and absences of one day, with what they change in words. */
function present(
  rotation: Rotation,
  stewards: readonly string[],
  day: DayNumber,
): { stewards: readonly string[]; notes: readonly string[] } {
  const notes: string[] = [];
  const serving = stewards.flatMap((name) => {
    const cover = overridesOf(rotation, 'cover').findLast(
      ({ absent, from, to }) =>
        absent === name && parseLocalDate(from) <= day && day <= parseLocalDate(to),
    );
    if (cover !== undefined) {
      notes.push(`${cover.by} covers for ${name}`);
      return stewards.includes(cover.by) ? [] : [cover.by];
    }
    if (!isAway(rotation, name, day)) return [name];
    notes.push(`${name} is away and nobody covers`);
    return [];
  });
  return { stewards: [...new Set(serving)], notes };
}

const WEEKS = ['no', 'one', 'two', 'three', 'four', 'five', 'six'] as const;

function ruleWords({ shiftWeeks }: Rotation): string {
  const often = shiftWeeks === 1 ? 'every week' : `every ${WEEKS[shiftWeeks] ?? shiftWeeks} weeks`;
  return `In the roster’s order, one hands over ${often}`;
}

/**
 * Who is on duty at an instant. The team of a shift comes from the rule (the next on the roster joins, the
 * longest-serving goes; process: support team) and from what was arranged by hand since. Shifts before the first one
 * follow the rule backwards. Throws `RotationError` for a rota that cannot be followed.
 */
export function dutyAt(rotation: Rotation, at: Date): Duty {
  const problem = rotationProblem(rotation);
  if (problem !== null) throw new RotationError(problem);
  const index = indexAt(rotation, at);
  const dated = datedOverrides(rotation);
  const atStart = stateAt(rotation, index, dated);
  const { day, msOfDay } = localTimeAt(rotation.timeZone, at);
  // What takes effect within the shift does so at that day's handover time.
  const through = msOfDay >= parseLocalTimeMs(rotation.handoverTime) ? day + 1 : day;
  const state =
    index < 0 ? atStart : applyChanges(dated, atStart, firstDayOf(rotation, index) + 1, through);
  const { stewards, notes } = present(rotation, state.stewards, day);
  return {
    stewards,
    shiftStart: handoverAt(rotation, index),
    shiftEnd: handoverAt(rotation, index + 1),
    next: shiftOf(rotation, index + 1, dated),
    reason: `${[ruleWords(rotation), ...notes].join('; ')}.`,
  };
}

/** The `count` shifts that begin after `from`, in order. Throws `RotationError` for a rota that cannot be followed. */
export function upcomingShifts(rotation: Rotation, from: Date, count: number): readonly Shift[] {
  const problem = rotationProblem(rotation);
  if (problem !== null) throw new RotationError(problem);
  const dated = datedOverrides(rotation);
  const first = indexAt(rotation, from) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, offset) =>
    shiftOf(rotation, first + offset, dated),
  );
}
