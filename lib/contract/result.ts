/** Everything that can go wrong, as the UI knows it: each code maps to one sentence and one next step. */
export const ERROR_CODES = [
  'invalid-input',
  'not-configured',
  'not-authorised',
  'not-found',
  'rate-limited',
  'unavailable',
  'conflict',
  'page-changed',
  'unexpected',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** An instant as it crosses boundaries: ISO 8601 in UTC, such as `2026-11-23T10:00:00Z`. */
export type Instant = string;

/**
 * A failure fit to be shown: `message` is one plain sentence that says what happened (and what to do),
 * never contains a secret, and needs no stack to be understood.
 */
export type Failure = {
  readonly code: ErrorCode;
  readonly message: string;
  /** When trying again makes sense (rate limits). */
  readonly retryAt?: Instant;
};

/** The answer of every message: error classes do not survive the hop between extension contexts. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };
