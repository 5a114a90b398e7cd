import type { PageReadAnswer } from '@/lib/contract/page';
import { SESSION_READS } from '@/lib/contract/page';
import type { Result } from '@/lib/contract/result';
import { fail, ok } from '@/lib/platform/result';
import type { FreshdeskTransport } from './transport';
import { pathWithQuery } from './transport';

export type SessionTransportDeps = {
  /** Reads a path with query from the origin of an open Freshdesk tab, with the agent's session. */
  readonly read: (path: string) => Promise<Result<PageReadAnswer>>;
};

/**
 * Reads through an open Freshdesk tab: no set-up needed, but only GET and only the paths of `SESSION_READS`.
 * Freshdesk refuses writes of API v2 that carry nothing but the session (seen live, 2026-09).
 */
export function createSessionTransport({ read }: SessionTransportDeps): FreshdeskTransport {
  return {
    kind: 'session',
    canWrite: false,
    send: async (request) => {
      if (request.method !== 'GET') {
        return fail(
          'not-configured',
          "Changing a ticket needs your Freshdesk API key: add it on Steward's options page, under Freshdesk.",
        );
      }
      if (!SESSION_READS.some((pattern) => pattern.test(request.path))) {
        return fail(
          'not-configured',
          "Reading this needs your Freshdesk API key: add it on Steward's options page, under Freshdesk.",
        );
      }
      const answer = await read(pathWithQuery(request));
      if (!answer.ok) return answer;
      const { status, headers, body } = answer.value;
      return ok({ status, headers, body });
    },
  };
}
