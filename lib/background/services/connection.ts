import type { Instant, Result } from '@/lib/contract/result';
import type { Clock } from '@/lib/platform/clock';
import { fail, ok } from '@/lib/platform/result';
import { createFreshdeskClient, type FreshdeskClient } from '../freshdesk/client';
import { createKeyTransport } from '../freshdesk/key-transport';
import { retryAtOf } from '../freshdesk/rate';
import { createSessionTransport } from '../freshdesk/session-transport';
import type { FreshdeskTransport } from '../freshdesk/transport';
import type { Pages } from '../pages';
import type { Documents } from '../storage/documents';
import type { CallPurpose, Calls } from './calls';

export type Connections = {
  /**
   * The way to an account: the agent's key when one is stored for that very host, else the session of an open tab of it
   * (the asking one first). `labels` gives names of form fields for messages about them; `purpose` is what its calls
   * are counted as.
   */
  readonly clientFor: (
    host: string,
    tabId: number | null,
    labels?: () => Readonly<Record<string, string>>,
    purpose?: CallPurpose,
  ) => Promise<Result<FreshdeskClient>>;
  /** Until when the account asked to be left alone; null: it did not. */
  readonly pausedUntil: (host: string) => Promise<Instant | null>;
  /** A client for a key that is not stored yet. */
  readonly clientForKey: (host: string, key: string) => FreshdeskClient;
  readonly canWrite: (host: string) => Promise<boolean>;
};

export type ConnectionDeps = {
  readonly documents: Pick<Documents, 'secrets' | 'pauses'>;
  readonly pages: Pages;
  readonly calls: Pick<Calls, 'count'>;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
};

/** The sidebar gives up after some seconds: a call that takes longer helps nobody. */
const TIMEOUT_MS = 8_000;
/** No account asks for more than an hour; a pause further ahead was set while the machine's clock was wrong. */
const LONGEST_PAUSE_MS = 3_600_000;

export const NEEDS_KEY =
  "Changing a ticket needs your Freshdesk API key: add it on Steward's options page.";

/** Chooses the way to Freshdesk and keeps off an account that asked to be left alone. */
export function createConnections(deps: ConnectionDeps): Connections {
  const { documents, pages, calls, clock } = deps;

  async function pausedUntil(host: string): Promise<Instant | null> {
    const pauses = await documents.pauses.read();
    const until = pauses.ok ? pauses.value[host] : undefined;
    if (until === undefined) return null;
    const leftMs = Date.parse(until) - clock().getTime();
    return leftMs > 0 && leftMs <= LONGEST_PAUSE_MS ? until : null;
  }

  /** A refusal for too many calls holds for the whole account: every agent and app shares its limit. */
  function considerate(host: string, transport: FreshdeskTransport): FreshdeskTransport {
    return {
      ...transport,
      send: async (request) => {
        const until = await pausedUntil(host);
        if (until !== null)
          return fail(
            'rate-limited',
            'This Freshdesk account has used up its calls for now: Steward waits before it asks again.',
            until,
          );
        const answer = await transport.send(request);
        if (answer.ok && answer.value.status === 429) {
          const retryAt = retryAtOf(answer.value.headers, clock());
          await documents.pauses.update((all) => ({ ...all, [host]: retryAt }));
        }
        return answer;
      },
    };
  }

  function keyTransport(host: string, key: string, purpose: CallPurpose): FreshdeskTransport {
    // Counted where it leaves: a read whose connection fails is sent twice.
    const fetch: typeof globalThis.fetch = async (input, init) => {
      try {
        const response = await deps.fetch(input, init);
        const headers = Object.fromEntries(response.headers);
        await calls.count(host, purpose, { status: response.status, headers });
        return response;
      } catch (error) {
        await calls.count(host, purpose, null);
        throw error;
      }
    };
    return createKeyTransport({ host, key, fetch, timeoutMs: TIMEOUT_MS });
  }

  /** The next tab is asked when one does not answer (just closed, or showing an older Steward). */
  function sessionTransport(
    host: string,
    tabIds: readonly number[],
    purpose: CallPurpose,
  ): FreshdeskTransport {
    return createSessionTransport({
      read: async (path) => {
        let last: Awaited<ReturnType<typeof pages.request<'page.read'>>> = fail(
          'unavailable',
          'No Freshdesk tab answers: reload one and try again.',
        );
        for (const tabId of tabIds) {
          last = await pages.request(tabId, 'page.read', { path }, TIMEOUT_MS);
          if (last.ok) await calls.count(host, purpose, last.value);
          if (last.ok || last.error.code !== 'unavailable') return last;
        }
        return last;
      },
    });
  }

  async function storedKey(host: string): Promise<Result<string | null>> {
    const secrets = await documents.secrets.read();
    if (!secrets.ok) return secrets;
    const { freshdesk } = secrets.value;
    return ok(freshdesk?.host === host ? freshdesk.key : null);
  }

  return {
    pausedUntil,
    clientFor: async (host, tabId, labels, purpose = 'other') => {
      const key = await storedKey(host);
      if (!key.ok) return key;
      const named = labels === undefined ? {} : { labels };
      if (key.value !== null) {
        const transport = considerate(host, keyTransport(host, key.value, purpose));
        return ok(createFreshdeskClient({ host, clock, transport, ...named }));
      }
      const tabIds = await pages.ofHost(host, tabId);
      if (tabIds.length === 0)
        return fail(
          'not-configured',
          `Steward has no way to ${host}: open a ticket there, or add your API key on the options page.`,
        );
      const transport = considerate(host, sessionTransport(host, tabIds, purpose));
      return ok(createFreshdeskClient({ host, clock, transport, ...named }));
    },
    clientForKey: (host, key) =>
      createFreshdeskClient({ host, clock, transport: keyTransport(host, key, 'other') }),
    canWrite: async (host) => {
      const key = await storedKey(host);
      return key.ok && key.value !== null;
    },
  };
}
