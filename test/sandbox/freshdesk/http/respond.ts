import { randomUUID } from 'node:crypto';
import type { Answer } from './answer.ts';
import type { Charge } from './rate-limit.ts';

/** Headers every API answer has (recorded, 2026); there is no ETag. */
function commonHeaders(): Record<string, string> {
  return {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'x-request-id': randomUUID(),
    pragma: 'no-cache',
  };
}

/** Rate headers: total and remaining are decimal text (`200.0`), the cost of the call is an integer. */
export function rateHeaders(total: number, charge: Charge, cost: number): Record<string, string> {
  return {
    'x-freshdesk-api-version': 'latest=v2; requested=v2',
    'x-ratelimit-total': total.toFixed(1),
    'x-ratelimit-remaining': charge.remaining.toFixed(1),
    'x-ratelimit-used-currentrequest': String(cost),
    ...(charge.allowed ? {} : { 'retry-after': String(charge.retryAfterSeconds) }),
  };
}

/** Turns an answer into a response. An answer without a body has zero bytes, not `null`. */
export function respond(answer: Answer, headers: Record<string, string> = {}): Response {
  const empty = answer.body === undefined;
  return new Response(empty ? null : JSON.stringify(answer.body), {
    status: answer.status,
    headers: {
      ...commonHeaders(),
      ...(answer.status === 204 ? {} : { 'content-type': 'application/json; charset=utf-8' }),
      ...headers,
      ...answer.headers,
    },
  });
}
