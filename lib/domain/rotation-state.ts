import { parseLocalDate, type DayNumber } from './local-date';
import type { Rotation, RotationOverride } from './rotation-types';

type Kind = RotationOverride['kind'];
type Of<K extends Kind> = Extract<RotationOverride, { readonly kind: K }>;

/** The rota between two handovers. */
export type State = {
  readonly roster: readonly string[];
  /** From the longest-serving to the newest. */
  readonly stewards: readonly string[];
  /** Whose turn by the rule was last: the next one is sought after it. */
  readonly cursor: string;
  readonly incoming: string | null;
  readonly outgoing: string | null;
  /** Turns still to be exchanged: whose turn → who takes it. */
  readonly swaps: ReadonlyMap<string, string>;
};

export function overridesOf<K extends Kind>(rotation: Rotation, kind: K): readonly Of<K>[] {
  return rotation.overrides.filter((one): one is Of<K> => one.kind === kind);
}

/** Whether `who` is recorded as away on that local day. */
export function isAway(rotation: Rotation, who: string, day: DayNumber): boolean {
  return overridesOf(rotation, 'absence').some(
    (one) => one.who === who && parseLocalDate(one.from) <= day && day <= parseLocalDate(one.to),
  );
}

function place(roster: readonly string[], { who, after }: Of<'join'>): readonly string[] {
  if (roster.includes(who)) return roster;
  const behind = after === undefined ? -1 : roster.indexOf(after);
  const index =
    behind >= 0
      ? behind + 1
      : roster.findIndex((name) => name.localeCompare(who, 'en', { sensitivity: 'base' }) > 0);
  return index < 0 ? [...roster, who] : roster.toSpliced(index, 0, who);
}

function remove(state: State, who: string): State {
  const { roster, cursor } = state;
  const index = roster.indexOf(who);
  if (index < 0) return { ...state, stewards: state.stewards.filter((name) => name !== who) };
  const before = roster.at(index - 1) ?? who;
  return {
    ...state,
    roster: roster.filter((name) => name !== who),
    stewards: state.stewards.filter((name) => name !== who),
    cursor: cursor === who ? before : cursor,
  };
}

/** An override with its first day as a number. */
export type Dated = { readonly one: RotationOverride; readonly day: DayNumber };

/** The overrides in the order of their first days. */
export function datedOverrides(rotation: Rotation): readonly Dated[] {
  return rotation.overrides
    .map((one) => ({ one, day: parseLocalDate(one.from) }))
    .sort((a, b) => a.day - b.day);
}

/** Joins, leaves, swaps and corrected pairs that take effect on the days `[from, to)`. */
export function applyChanges(
  dated: readonly Dated[],
  state: State,
  from: DayNumber,
  to: DayNumber,
): State {
  let now = state;
  for (const { one, day } of dated) {
    if (day < from || day >= to) continue;
    if (one.kind === 'join') now = { ...now, roster: place(now.roster, one) };
    if (one.kind === 'leave') now = remove(now, one.who);
    if (one.kind === 'pair') {
      const stewards = [...new Set(one.stewards)];
      const newest = stewards.at(-1);
      const cursor = newest !== undefined && now.roster.includes(newest) ? newest : now.cursor;
      now = { ...now, stewards, cursor };
    }
    if (one.kind === 'swap') {
      const [a, b] = one.between;
      now = { ...now, swaps: new Map([...now.swaps, [a, b], [b, a]]) };
    }
  }
  return now;
}

/** Everyone on the roster once, beginning after the cursor. */
function inOrderAfter({ roster, cursor }: State): readonly string[] {
  const index = roster.indexOf(cursor);
  return [...roster.slice(index + 1), ...roster.slice(0, index + 1)];
}

/** One handover on a local day: the longest-serving goes when the team is full, the next in order joins. */
export function handOver(rotation: Rotation, state: State, day: DayNumber): State {
  const full = state.stewards.length >= rotation.stewardsOnDuty;
  const staying = full
    ? state.stewards.slice(state.stewards.length - rotation.stewardsOnDuty + 1)
    : state.stewards;
  const leaving = full ? (state.stewards[0] ?? null) : null;
  for (const turn of inOrderAfter(state)) {
    const actual = state.swaps.get(turn) ?? turn;
    const free = state.roster.includes(actual) && !staying.includes(actual);
    if (!free || isAway(rotation, actual, day)) continue;
    return {
      ...state,
      stewards: [...staying, actual],
      cursor: turn,
      incoming: actual,
      outgoing: leaving === actual ? null : leaving,
      swaps: new Map([...state.swaps].filter(([name]) => name !== turn)),
    };
  }
  return { ...state, stewards: staying, incoming: null, outgoing: leaving };
}

/** The team of shift `index` by the rule alone, as it is at the first shift and was before it. */
export function stateByRule(rotation: Rotation, index: number): State {
  const { roster, firstIncoming, stewardsOnDuty } = rotation;
  const size = roster.length;
  const newest = roster.indexOf(firstIncoming) + index;
  const at = (turn: number): string => roster[((turn % size) + size) % size] ?? firstIncoming;
  const onDuty = Math.min(stewardsOnDuty, size);
  const stewards = Array.from({ length: onDuty }, (_, seat) => at(newest - onDuty + 1 + seat));
  const outgoing = at(newest - onDuty);
  const incoming = at(newest);
  return {
    roster,
    stewards,
    cursor: incoming,
    incoming,
    outgoing: outgoing === incoming ? null : outgoing,
    swaps: new Map(),
  };
}
