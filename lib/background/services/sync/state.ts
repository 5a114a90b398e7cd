import type { SyncState } from '@/lib/contract/list';
import type { Failure } from '@/lib/contract/result';
import { initialSync, type SyncRecord } from '../../storage/sync-record';

/** Share of the first load by the time of change; null when nothing tells. */
function fractionOf({ stage, from, cursor }: SyncRecord, now: Date): number | null {
  if (stage !== 'loading' || from === null || cursor === null) return null;
  const span = now.getTime() - Date.parse(from);
  if (span <= 0) return null;
  return Math.min(1, Math.max(0, (Date.parse(cursor) - Date.parse(from)) / span));
}

/** What pages are told of the reading of an account. */
export function stateOf(record: SyncRecord, now: Date): SyncState {
  const { stage, read, cursor: through, lastAt, nextAt, problem, unreadable } = record;
  const state = {
    stage,
    read,
    fraction: fractionOf(record, now),
    through,
    lastAt,
    nextAt,
    problem,
  };
  return unreadable.length === 0 ? state : { ...state, unreadable };
}

/** State where no account can be read. */
export function stateWithout(problem: Failure): SyncState {
  return stateOf({ ...initialSync, problem }, new Date(0));
}
