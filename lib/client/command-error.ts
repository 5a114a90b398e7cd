import type { ErrorCode, Failure, Instant } from '@/lib/contract/result';

/**
 * A command that failed, as the UI catches it: the wire carries only plain data, so the client makes the error.
 * `message` is one sentence fit to be shown. `outdated` marks a page whose extension was updated or removed under it:
 * nothing but a reload of the tab helps then.
 */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code: ErrorCode;
  readonly retryAt: Instant | null;
  readonly outdated: boolean;

  constructor(failure: Failure, outdated = false) {
    super(failure.message);
    this.code = failure.code;
    this.retryAt = failure.retryAt ?? null;
    this.outdated = outdated;
  }
}
