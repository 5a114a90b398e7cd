import type { Result } from '@/lib/contract/result';
import type { TicketRef } from '@/lib/contract/ticket';
import type { Clock } from '@/lib/platform/clock';
import { ok } from '@/lib/platform/result';
import type { Broadcast } from '../../broadcast';
import type { Documents } from '../../storage/documents';
import type { ClosingRecord } from '../../storage/list-records';

/** How long a closing can be taken back before anything is sent. */
export const UNDO_MS = 10_000;

/** What ended is shown this long, and no more than so many. */
const KEEP_MS = 3_600_000;
const KEEP_MOST = 50;

type State = ClosingRecord['state'];

/** The stored closings. Every change is announced to the lists that are open. */
export type ClosingBook = {
  /** Under way, or ended within the last hour; oldest first. */
  readonly all: () => Promise<Result<readonly ClosingRecord[]>>;
  /** Adds it, unless that ticket has one under way: then answers that one. */
  readonly add: (record: ClosingRecord) => Promise<Result<ClosingRecord>>;
  /** Goes from one of these states to another, at most once whoever else tries; null when it was in none of them. */
  readonly turn: (
    id: string,
    from: readonly State[],
    to: State,
    problem?: string | null,
  ) => Promise<Result<ClosingRecord | null>>;
};

/** True until its outcome is known. */
export function isUnderWay({ state }: ClosingRecord): boolean {
  return state === 'waiting' || state === 'sending';
}

function worthKeeping(records: readonly ClosingRecord[], now: Date): ClosingRecord[] {
  const ended = records
    .filter((record) => !isUnderWay(record))
    .filter(({ closesAt, endedAt = closesAt }) => now.getTime() - Date.parse(endedAt) < KEEP_MS)
    .slice(-KEEP_MOST);
  return records.filter((record) => isUnderWay(record) || ended.includes(record));
}

const sameTicket = (a: TicketRef, b: TicketRef): boolean => a.host === b.host && a.id === b.id;

/** Keeps closings in storage, where they outlive the worker that was told of them. */
export function createClosingBook(deps: {
  readonly documents: Pick<Documents, 'closings'>;
  readonly broadcast: Broadcast;
  readonly clock: Clock;
}): ClosingBook {
  const { broadcast, clock } = deps;
  const { closings } = deps.documents;

  return {
    all: async () => {
      const records = await closings.read();
      return records.ok ? ok(worthKeeping(records.value, clock())) : records;
    },
    add: async (record) => {
      const added = await closings.update((records) => {
        const known = records.some(
          (other) => isUnderWay(other) && sameTicket(other.ref, record.ref),
        );
        return known ? records : [...worthKeeping(records, clock()), record];
      });
      if (!added.ok) return added;
      broadcast('list');
      const held = added.value.find((one) => isUnderWay(one) && sameTicket(one.ref, record.ref));
      return ok(held ?? record);
    },
    turn: async (id, from, to, problem = null) => {
      let turned: ClosingRecord | null = null;
      const changed = await closings.update((records) => {
        const before = records.find((record) => record.id === id);
        if (before === undefined || !from.includes(before.state)) return records;
        const changed: ClosingRecord = { ...before, state: to, problem };
        // What went wrong over night is shown in the morning.
        const after = isUnderWay(changed)
          ? changed
          : { ...changed, endedAt: clock().toISOString() };
        turned = after;
        return worthKeeping(
          records.map((record) => (record === before ? after : record)),
          clock(),
        );
      });
      if (!changed.ok) return changed;
      if (turned !== null) broadcast('list');
      return ok(turned);
    },
  };
}
