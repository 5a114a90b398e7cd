import type { SyncState } from '@/lib/contract/list';
import type { Failure, Result } from '@/lib/contract/result';
import type { TicketFacts, TicketRef } from '@/lib/contract/ticket';
import type { AlarmsPort } from '@/lib/platform/alarms-port';
import type { Clock } from '@/lib/platform/clock';
import type { Logger } from '@/lib/platform/logger';
import type { Broadcast } from '../../broadcast';
import type { Documents } from '../../storage/documents';
import type { SyncRecord } from '../../storage/sync-record';
import type { TicketStore } from '../../storage/ticket-store';
import { type Account, NO_ACCOUNT } from '../account';
import type { Calls } from '../calls';
import type { Companies } from '../companies';
import type { Connections } from '../connection';
import type { Form } from '../form';
import { createSharing } from '../sharing';
import { createToKeep } from './keep';
import { dueAt, IDLE_MS, isDue, LONGEST_MS } from './pace';
import { createReread } from './reread';
import { stateOf, stateWithout } from './state';
import { createStep } from './step';

export { startedBy } from './started-by';

export const SYNC_ALARM = 'sync';

export type Sync = {
  readonly state: (host: string) => Promise<SyncState>;
  /** One step: what changed since the last, or the next part of the first load. `asked`: a steward is looking. */
  readonly run: (options: { readonly asked: boolean }) => Promise<SyncState>;
  /** Reads one ticket with its stats and keeps it; a ticket that is gone is dropped. */
  readonly reread: (ref: TicketRef) => Promise<Result<TicketFacts>>;
  /** Sets the alarm for the next step when none is set. */
  readonly schedule: () => Promise<void>;
  /** Another key or account may be able to do what the one before could not: what was given up is tried again. */
  readonly settingsChanged: () => Promise<void>;
};

export type SyncDeps = {
  readonly documents: Pick<Documents, 'sync'>;
  readonly store: TicketStore;
  readonly account: Account;
  readonly connections: Connections;
  readonly calls: Pick<Calls, 'rate'>;
  readonly form: Form;
  readonly companies: Companies;
  readonly alarms: AlarmsPort;
  readonly broadcast: Broadcast;
  readonly clock: Clock;
  readonly logger: Logger;
};

/** A worker that dies within a step is woken again after this. */
const NET_MS = 2 * 60_000;

const noAccount: Failure = { code: 'not-configured', message: NO_ACCOUNT };

/** Keeps all tickets of the account up to date with few calls. Everything it knows lies in storage. */
export function createSync(deps: SyncDeps): Sync {
  const { documents, store, account, alarms, broadcast, clock, logger } = deps;
  const toKeep = createToKeep(deps);
  const step = createStep({ ...deps, toKeep });
  const shared = createSharing<SyncState>();

  async function recordOf(host: string): Promise<SyncRecord | null> {
    const record = await documents.sync(host).read();
    return record.ok ? record.value : null;
  }

  async function state(host: string): Promise<SyncState> {
    const record = await recordOf(host);
    return record === null ? stateWithout(noAccount) : stateOf(record, clock());
  }

  async function wakeAt(at: Date): Promise<void> {
    await alarms.set(SYNC_ALARM, at);
  }

  /** Tickets that cannot be read are read anew from Freshdesk: first that is written down, then they are let go. */
  async function healed(host: string): Promise<void> {
    if (!(await store.all(host)).damaged) return;
    logger.warn('Some kept tickets cannot be read; all are read again.');
    await documents.sync(host).update((record) => ({
      ...record,
      stage: 'never',
      read: 0,
      from: null,
      cursor: null,
      position: null,
      quiet: 0,
      nextAt: null,
    }));
    await store.mend(host);
  }

  async function run(asked: boolean): Promise<SyncState> {
    const host = await account.host();
    if (host === null) {
      await wakeAt(new Date(clock().getTime() + IDLE_MS));
      return stateWithout(noAccount);
    }
    await healed(host);
    const record = await recordOf(host);
    if (record === null) return stateWithout(noAccount);
    if (isDue(record, clock(), asked)) {
      await wakeAt(new Date(clock().getTime() + NET_MS));
      await step(host);
      broadcast('list');
    }
    await schedule(host);
    return await state(host);
  }

  /** The alarm stands at the next step, or a while off where only a steward can start it. */
  async function schedule(host: string): Promise<void> {
    const record = await recordOf(host);
    const now = clock();
    const due = record === null ? now : dueAt(record, now);
    const at = record?.stopped === true ? new Date(now.getTime() + LONGEST_MS) : due;
    const known = (await alarms.all()).find(({ name }) => name === SYNC_ALARM);
    // One that is about to ring is left alone: a browser would put it off by half a minute each time it is set.
    const leftMs = known === undefined ? Infinity : known.at.getTime() - now.getTime();
    const rings = leftMs >= 0 && leftMs <= Math.max(30_000, at.getTime() - now.getTime());
    if (!rings || at.getTime() - now.getTime() > leftMs + 1_000) await wakeAt(at);
  }

  return {
    state,
    run: async ({ asked }) => await shared('run', async () => await run(asked)),
    reread: createReread({ ...deps, toKeep }),
    schedule: async () => {
      const host = await account.host();
      if (host !== null) await schedule(host);
      else await wakeAt(new Date(clock().getTime() + IDLE_MS));
    },
    settingsChanged: async () => {
      const host = await account.host();
      if (host === null) return;
      await documents
        .sync(host)
        .update((record) =>
          record.problem === null && !record.stopped
            ? record
            : { ...record, stopped: false, failures: 0, nextAt: null, problem: null },
        );
      await schedule(host);
    },
  };
}
