import type { ErrorCode, Failure, Instant, Result } from '@/lib/contract/result';

/** A success carrying `value`. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A failure with one plain sentence for the steward; `retryAt` when waiting helps. */
export function fail(code: ErrorCode, message: string, retryAt?: Instant): Result<never> {
  const error: Failure = retryAt === undefined ? { code, message } : { code, message, retryAt };
  return { ok: false, error };
}
