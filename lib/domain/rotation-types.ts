/** Local date `YYYY-MM-DD` in the rotation's zone. */
export type LocalDate = string;

/**
 * What people arranged by hand. The rule goes on from whatever stands then.
 * - `swap`: from `from` on, the next turn of each to join is taken by the other.
 * - `cover`: `by` stands in for `absent` on these days (both included); turns do not move.
 * - `absence`: `who` is away on these days (both included): a turn that begins then goes to the next in order, a turn
 *   already running stays empty unless somebody covers.
 * - `join` / `leave`: the roster from that day on. A newcomer stands after `after`, or else in alphabetical order.
 *   Whoever leaves while serving leaves the place empty until the next handover.
 * - `pair`: from that day's handover time on these serve, from the longest-serving to the newest.
 */
export type RotationOverride =
  | {
      readonly kind: 'swap';
      readonly from: LocalDate;
      readonly between: readonly [string, string];
    }
  | {
      readonly kind: 'cover';
      readonly absent: string;
      readonly by: string;
      readonly from: LocalDate;
      readonly to: LocalDate;
    }
  | {
      readonly kind: 'absence';
      readonly who: string;
      readonly from: LocalDate;
      readonly to: LocalDate;
    }
  | {
      readonly kind: 'join';
      readonly who: string;
      readonly from: LocalDate;
      readonly after?: string | undefined;
    }
  | { readonly kind: 'leave'; readonly who: string; readonly from: LocalDate }
  | { readonly kind: 'pair'; readonly from: LocalDate; readonly stewards: readonly string[] };

/** The rota: who takes turns, since when, and what was arranged otherwise. */
export type Rotation = {
  /** As the team orders it (alphabetical by default). */
  readonly roster: readonly string[];
  /** Local date on which `firstIncoming` joins. */
  readonly firstShiftStart: LocalDate;
  readonly firstIncoming: string;
  /** IANA zone. */
  readonly timeZone: string;
  /** Local `HH:MM`; in a spring gap it moves forward, an ambiguous one is the first. */
  readonly handoverTime: string;
  /** 2: one hands over every two weeks. */
  readonly shiftWeeks: number;
  /** 2: with two-week shifts each serves four weeks. */
  readonly stewardsOnDuty: number;
  readonly overrides: readonly RotationOverride[];
};

/** One stretch between two handovers. */
export type Shift = {
  /** 0 is the shift that begins on `firstShiftStart`; earlier ones are negative. */
  readonly index: number;
  readonly start: Date;
  readonly end: Date;
  /** From the longest-serving to the newest, as the shift begins. */
  readonly stewards: readonly string[];
  /** Who joins at its start; null when nobody could. */
  readonly incoming: string | null;
  /** Who went off duty at its start; null when nobody did. */
  readonly outgoing: string | null;
};

/** Who serves at an instant. */
export type Duty = {
  /** From the longest-serving to the newest, with covers in place and absent ones left out. */
  readonly stewards: readonly string[];
  readonly shiftStart: Date;
  readonly shiftEnd: Date;
  /** The shift that follows. */
  readonly next: Shift;
  /** The rule in one sentence, and what was arranged otherwise. */
  readonly reason: string;
};

/** A rota that cannot be followed; the message is one plain sentence. */
export class RotationError extends Error {
  override readonly name = 'RotationError';
}
