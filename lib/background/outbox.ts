import type { ErrorCode, Instant, Result } from '@/lib/contract/result';
import type { TicketRef } from '@/lib/contract/ticket';
import type { Clock } from '@/lib/platform/clock';
import { fail } from '@/lib/platform/result';
import type { Documents } from './storage/documents';
import type { OutboxRecord, OutboxWrite } from './storage/records';

/** What looking shows of a write whose answer was lost. */
export type Seen = 'written' | 'not-written';

export type Attempt<T> = {
  readonly ref: TicketRef;
  readonly write: OutboxWrite;
  /** Sends once. */
  readonly send: () => Promise<Result<T>>;
  /** Reads what is there now; `value` is what a clear answer would have brought. */
  readonly look: () => Promise<Result<{ readonly seen: Seen; readonly value: T }>>;
};

export type Outbox = {
  /** Stores the intent, sends once, stores the outcome. Never sends twice: a lost answer is settled by looking. */
  readonly attempt: <T>(input: Attempt<T>) => Promise<Result<{ id: string; value: T }>>;
  readonly find: (id: string) => Promise<OutboxRecord | null>;
  /** The last write of this kind that fits; fails when the list cannot be read: then nobody knows what was sent. */
  readonly findWrite: (
    fits: (write: OutboxWrite) => boolean,
  ) => Promise<Result<OutboxRecord | null>>;
  /** Writes whose outcome is not known. */
  readonly pending: () => Promise<readonly OutboxRecord[]>;
  readonly settle: (
    id: string,
    state: OutboxRecord['state'],
    undoUntil?: Instant,
  ) => Promise<Result<unknown>>;
};

/** Answers that say for certain that nothing was written. */
const REFUSED: ReadonlySet<ErrorCode> = new Set([
  'invalid-input',
  'not-configured',
  'not-authorised',
  'not-found',
  'rate-limited',
  'conflict',
]);

const KEEP_DAYS = 30;
const KEEP_MOST = 200;

function stillUseful(records: readonly OutboxRecord[], now: Date): OutboxRecord[] {
  const oldest = new Date(now.getTime() - KEEP_DAYS * 86_400_000).toISOString();
  const useful = records.filter((record) => record.state === 'pending' || record.at >= oldest);
  return useful.slice(-KEEP_MOST);
}

/** Who is written to, as sentences name it. */
function receiverOf({ kind }: OutboxWrite): { readonly name: string; readonly thing: string } {
  return kind === 'close-issue'
    ? { name: 'GitHub', thing: 'issue' }
    : { name: 'Freshdesk', thing: 'ticket' };
}

/** The list of writes to the outside: what was meant is known even when the worker dies half-way. */
export function createOutbox(deps: {
  readonly documents: Pick<Documents, 'outbox'>;
  readonly clock: Clock;
  readonly newId: () => string;
}): Outbox {
  const { documents, clock, newId } = deps;

  const settle: Outbox['settle'] = async (id, state, undoUntil) =>
    await documents.outbox.update((records) =>
      records.map((record) => {
        if (record.id !== id) return record;
        return undoUntil === undefined ? { ...record, state } : { ...record, state, undoUntil };
      }),
    );

  return {
    settle,
    pending: async () => {
      const records = await documents.outbox.read();
      return records.ok ? records.value.filter(({ state }) => state === 'pending') : [];
    },
    find: async (id) => {
      const records = await documents.outbox.read();
      return records.ok ? (records.value.find((record) => record.id === id) ?? null) : null;
    },
    findWrite: async (fits) => {
      const records = await documents.outbox.read();
      return records.ok
        ? { ok: true, value: records.value.findLast(({ write }) => fits(write)) ?? null }
        : records;
    },
    attempt: async ({ ref, write, send, look }) => {
      const { name, thing } = receiverOf(write);
      const id = newId();
      const at = clock().toISOString();
      const stored = await documents.outbox.update((records) => [
        ...stillUseful(records, clock()),
        { id, ref, at, state: 'pending', write },
      ]);
      // Without a stored intent nothing is sent: a write nobody remembers could be sent twice.
      if (!stored.ok) return stored;
      const sent = await send();
      if (sent.ok) {
        await settle(id, 'done');
        return { ok: true, value: { id, value: sent.value } };
      }
      if (REFUSED.has(sent.error.code)) {
        await settle(id, 'failed');
        return sent;
      }
      const looked = await look();
      if (!looked.ok)
        return fail(
          'unavailable',
          `${name} did not answer, so it is not known whether the change was made: look at the ${thing} before trying again.`,
        );
      const written = looked.value.seen === 'written';
      await settle(id, written ? 'done' : 'failed');
      if (written) return { ok: true, value: { id, value: looked.value.value } };
      return fail(
        sent.error.code,
        `${name} did not take the change: the ${thing} is as it was. Try again.`,
      );
    },
  };
}
