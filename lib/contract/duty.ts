import type { Instant } from './result';

/** Who serves now and who comes next. `stewards` from the longest-serving to the newest. */
export type DutyView =
  | {
      readonly configured: true;
      readonly stewards: readonly string[];
      readonly shiftStart: Instant;
      readonly shiftEnd: Instant;
      readonly incoming: string;
      readonly outgoing: string;
      /** The rule in one sentence ("rule: alphabetical, one hands over every two weeks"). */
      readonly reason: string;
    }
  | { readonly configured: false; readonly missing: string };
