import type { ReducedDays } from '@/lib/contract/working-time';

/** Opening stretches of a local day: `HH:MM` or `HH:MM:SS`; a close may be `24:00`. Order and overlap do not matter. */
export type Hours = readonly (readonly [open: string, close: string])[];

/** Keys of the week as a calendar writes them. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Days on which fewer people work, with their hours instead of the weekly ones; no hours: closed. */
export type ReducedPeriod = { readonly days: ReducedDays; readonly hours: Hours };

/**
 * Working time of a team. Precedence on a date: a holiday is closed all day, else the date's own hours
 * (`dateOverrides`), else those of the first period of reduced capacity that holds it, else the weekly ones;
 * `breaks` are cut out of whatever is open.
 */
export type Calendar = {
  /** IANA name such as `Europe/Berlin`. */
  readonly timeZone: string;
  /** A missing day is closed. */
  readonly weeklyHours: Readonly<Partial<Record<Weekday, Hours | undefined>>>;
  /** Local dates (`YYYY-MM-DD`), closed all day. */
  readonly holidays?: readonly string[] | undefined;
  /** That date's hours instead of the weekly ones. */
  readonly dateOverrides?: Readonly<Record<string, Hours>> | undefined;
  /** Days of reduced capacity by local date; of several that hold a date the first decides. */
  readonly reducedCapacity?: readonly ReducedPeriod[] | undefined;
  /** Closed stretches inside a date. */
  readonly breaks?: Readonly<Record<string, Hours>> | undefined;
};

/** `[from, to)`: the clock stands still, as while waiting on the requester. */
export type Pause = { readonly from: Date; readonly to: Date };

export type BusinessTimeErrorCode =
  /** No opening is left on the side that was asked for. */
  | 'never-opens'
  /** Hours, a date or the time zone cannot be understood. */
  | 'invalid-calendar'
  /** Not a valid instant or number. */
  | 'invalid-input'
  /** The answer lies outside what a Date can hold. */
  | 'out-of-range';

/** The one error of business time and of time-zone arithmetic. `code` tells which; the message is one plain sentence. */
export class BusinessTimeError extends Error {
  override readonly name = 'BusinessTimeError';
  readonly code: BusinessTimeErrorCode;

  constructor(code: BusinessTimeErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
