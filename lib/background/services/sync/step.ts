import type { Failure } from '@/lib/contract/result';
import type { Clock } from '@/lib/platform/clock';
import type { Broadcast } from '../../broadcast';
import type { FreshdeskClient } from '../../freshdesk/client';
import type { Documents } from '../../storage/documents';
import type { SyncRecord } from '../../storage/sync-record';
import type { TicketStore } from '../../storage/ticket-store';
import type { Calls } from '../calls';
import type { Connections } from '../connection';
import { createLook } from './gone';
import type { ToKeep } from './keep';
import { backOffMs, counted, IDLE_MS, LONGEST_MS, MINUTE_MS, notBefore, retryAt } from './pace';
import { createReadPage, wantsStats } from './pages';

export type StepDeps = {
  readonly documents: Pick<Documents, 'sync'>;
  readonly store: TicketStore;
  readonly connections: Connections;
  readonly calls: Pick<Calls, 'rate'>;
  readonly toKeep: ToKeep;
  readonly broadcast: Broadcast;
  readonly clock: Clock;
};

type Change = Partial<SyncRecord>;

const LIMITED =
  'This Freshdesk account has used up its calls for now: Steward waits before it asks again.';

/**
 * One step of reading an account: pages of changes as long as there are any and the account's budget of the minute
 * allows. Whatever comes of it is in the record before this returns.
 */
export function createStep(deps: StepDeps): (host: string) => Promise<void> {
  const { documents, connections, calls, broadcast, clock } = deps;
  const readPage = createReadPage(deps);
  const look = createLook(deps);

  async function note(host: string, change: (record: SyncRecord) => Change): Promise<SyncRecord> {
    const updated = await documents.sync(host).update((record) => ({
      ...record,
      ...change(record),
    }));
    if (updated.ok) return updated.value;
    // Without a record of how far it got nothing more is read; the next step begins where the last record stands.
    throw new Error('The state of the list could not be stored.');
  }

  const soon = (afterMs: number): string => new Date(clock().getTime() + afterMs).toISOString();

  /** Why there is no way, or a client. */
  async function way(host: string): Promise<FreshdeskClient | Failure> {
    const until = await connections.pausedUntil(host);
    if (until !== null) return { code: 'rate-limited', message: LIMITED, retryAt: until };
    const client = await connections.clientFor(host, null, undefined, 'list');
    return client.ok ? client.value : client.error;
  }

  async function failed(host: string, problem: Failure, kind: 'key' | 'session' | null) {
    await note(host, (record) => {
      // Where no way is, none was tried: looking again costs nothing.
      if (kind === null && problem.code === 'not-configured')
        return { problem, nextAt: soon(IDLE_MS) };
      if (problem.code === 'rate-limited')
        return { problem, nextAt: retryAt(problem, MINUTE_MS, clock()).toISOString() };
      const stopped = kind === 'key' && problem.code === 'not-authorised';
      const failures = record.failures + 1;
      const waitMs = stopped ? LONGEST_MS : backOffMs(failures, record.stage !== 'complete');
      return {
        problem,
        stopped,
        failures,
        nextAt: retryAt(problem, waitMs, clock()).toISOString(),
      };
    });
  }

  async function read(host: string, client: FreshdeskClient, begun: SyncRecord): Promise<void> {
    let record = begun;
    for (;;) {
      const rate = await calls.rate(host);
      const wait = notBefore(record.burst, rate, wantsStats(record), clock());
      if (wait !== null) {
        await note(host, () => ({ nextAt: wait.toISOString() }));
        return;
      }
      const page = await readPage(client, record);
      if (!page.ok) {
        await failed(host, page.error, client.kind);
        return;
      }
      const { next, done } = page.value;
      record = await note(host, ({ burst, stage }) => ({
        ...next,
        burst: counted(burst, clock()),
        stage: done ? 'complete' : stage === 'never' ? 'loading' : stage,
        lastAt: clock().toISOString(),
        // Should this worker die before the end, the next one goes on soon.
        nextAt: soon(done ? IDLE_MS : MINUTE_MS),
        failures: 0,
        stopped: false,
        problem: null,
      }));
      if (done) break;
      broadcast('list');
    }
    const looked = begun.stage === 'complete' ? await look(client, record, clock()) : null;
    if (looked !== null) await note(host, () => looked);
  }

  return async (host) => {
    const begun = await note(host, ({ stage }) => ({
      triedAt: clock().toISOString(),
      stage: stage === 'never' ? 'loading' : stage,
    }));
    const client = await way(host);
    if (!('kind' in client)) {
      await failed(host, client, null);
      return;
    }
    await read(host, client, begun);
  };
}
