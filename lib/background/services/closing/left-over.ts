import type { Clock } from '@/lib/platform/clock';
import type { Outbox } from '../../outbox';
import type { OutboxRecord } from '../../storage/records';

/** What became of a write that was begun; `unknown`: to be looked at again, `given-up`: after a day nobody looks. */
export type Fate = 'written' | 'not-written' | 'unknown' | 'given-up';

/** As long as other writes are looked after. */
const LOOK_FOR_MS = 24 * 3_600_000;

/**
 * Tells what became of a write by its record, else by looking, never by sending again. `look` answers whether it was
 * made; null when it cannot tell.
 */
export async function fateOf(
  deps: { readonly outbox: Outbox; readonly clock: Clock },
  { id, at, state }: OutboxRecord,
  look: () => Promise<boolean | null>,
): Promise<Fate> {
  if (state !== 'pending') return state === 'done' ? 'written' : 'not-written';
  const seen = await look();
  if (seen === null) {
    if (deps.clock().getTime() - Date.parse(at) <= LOOK_FOR_MS) return 'unknown';
    await deps.outbox.settle(id, 'failed');
    return 'given-up';
  }
  await deps.outbox.settle(id, seen ? 'done' : 'failed');
  return seen ? 'written' : 'not-written';
}
