import type { Result } from '@/lib/contract/result';
import type { Clock } from '@/lib/platform/clock';
import { fail, ok } from '@/lib/platform/result';
import type * as z from 'zod';
import { failureOf, unreadable } from './errors';
import type { RateState } from './rate';
import { rateOf } from './rate';
import type { FreshdeskRequest, FreshdeskTransport } from './transport';

export type CallDeps = {
  readonly transport: FreshdeskTransport;
  readonly clock: Clock;
  readonly onRate?: (rate: RateState) => void;
  readonly labels?: () => Readonly<Record<string, string>>;
};

/** A parsed body with the headers it came with. */
export type Answered<T> = {
  readonly value: T;
  readonly headers: Readonly<Record<string, string>>;
};

/** Sends one request and parses the answer with a schema. Never throws. */
export type Call = <S extends z.ZodType>(
  request: FreshdeskRequest,
  schema: S,
) => Promise<Result<Answered<z.infer<S>>>>;

/** Says where an answer differs from the schema; names places and types, never values. */
function misfit(error: z.ZodError, request: FreshdeskRequest): Result<never> {
  const [issue] = error.issues;
  const place = issue === undefined || issue.path.length === 0 ? 'its root' : issue.path.join('.');
  const what = issue?.message ?? 'wrong shape';
  const written =
    request.method === 'GET' ? '' : ' The change was made; reload the ticket to see it.';
  return fail(
    'unexpected',
    `Freshdesk's answer to ${request.path} has an unknown shape at ${place}: ${what}.${written}`,
  );
}

/** Calls over one transport, with errors mapped and the account's call budget reported. */
export function createCall({ transport, clock, onRate, labels }: CallDeps): Call {
  return async (request, schema) => {
    const sent = await transport.send(request);
    if (!sent.ok) return sent;
    const response = sent.value;
    const now = clock();
    const rate = rateOf(response.headers, now);
    if (rate !== null) onRate?.(rate);
    const context = {
      now,
      method: request.method,
      kind: transport.kind,
      ...(labels && { labels: labels() }),
    };
    if (response.status < 200 || response.status > 299) {
      return { ok: false, error: failureOf(response, context) };
    }
    let body: unknown;
    try {
      body = JSON.parse(response.body);
    } catch {
      return { ok: false, error: unreadable(response, context) };
    }
    const parsed = schema.safeParse(body);
    if (!parsed.success) return misfit(parsed.error, request);
    return ok({ value: parsed.data, headers: response.headers });
  };
}
