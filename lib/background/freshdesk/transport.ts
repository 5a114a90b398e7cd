import type { Result } from '@/lib/contract/result';
import type { Transport } from '@/lib/contract/views';

export type FreshdeskMethod = 'GET' | 'PUT' | 'POST' | 'DELETE';

/** One call of API v2, free of host and credentials. */
export type FreshdeskRequest = {
  readonly method: FreshdeskMethod;
  /** `/api/v2/…` without query. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number>>;
  /** Sent as JSON. */
  readonly body?: unknown;
};

/** An answer of any status; the body as it came, because a 404 has none and an error page may be HTML. */
export type FreshdeskResponse = {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** A way to reach Freshdesk. A failure means that there was no answer; an answer with an error status is a success. */
export type FreshdeskTransport = {
  readonly kind: Transport;
  readonly canWrite: boolean;
  readonly send: (request: FreshdeskRequest) => Promise<Result<FreshdeskResponse>>;
};

/** Path with its query, encoded. */
export function pathWithQuery(request: Pick<FreshdeskRequest, 'path' | 'query'>): string {
  const query = new URLSearchParams(
    Object.entries(request.query ?? {}).map(([name, value]) => [name, String(value)]),
  ).toString();
  return query === '' ? request.path : `${request.path}?${query}`;
}
