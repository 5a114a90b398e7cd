import type { Instant } from '@/lib/contract/result';
import type { TicketRef } from '@/lib/contract/ticket';
import type { Clock } from '@/lib/platform/clock';
import type { ToldRecord } from '../../storage/list-records';
import type { Sync } from '../sync';

type Hold = NonNullable<ToldRecord['hold']>;

/** A list older than this may have missed a change; it is brought up to date as a whole first. */
const LIST_AGE_MS = 10 * 60_000;
/** Tickets read anew before a notice. When more come at once, a list just brought up to date is trusted for the rest. */
const MOST_REREAD = 10;
/** Between two tries while Freshdesk does not answer. */
export const RETRY_MS = 5 * 60_000;
/** Two tries further apart belong to different troubles: the laptop slept in between. */
const SAME_TROUBLE_MS = 3 * RETRY_MS;
/** After that long without an answer the steward is told with what is known. */
const PATIENCE_MS = 3_600_000;

/** Whether it is too early for another try. A last try that lies ahead was made while the machine's clock was wrong. */
export function mustWait(hold: Hold | null, lastAt: Instant | null, now: Date): boolean {
  if (hold === null) return false;
  if (lastAt !== null && Date.parse(lastAt) > Date.parse(hold.triedAt)) return false;
  const sinceMs = now.getTime() - Date.parse(hold.triedAt);
  return sinceMs >= 0 && sinceMs < RETRY_MS;
}

/** The hold after one more try without an answer. */
export function heldAgain(hold: Hold | null, now: Date): Hold {
  const triedAt = now.toISOString();
  const gapMs = hold === null ? Number.NaN : now.getTime() - Date.parse(hold.triedAt);
  const same = gapMs >= 0 && gapMs <= SAME_TROUBLE_MS;
  return { since: hold !== null && same ? hold.since : triedAt, triedAt };
}

/** Nobody is kept waiting for ever: an old truth, named as one, is better than silence. */
export function patienceIsOver({ since }: Hold, now: Date): boolean {
  return now.getTime() - Date.parse(since) >= PATIENCE_MS;
}

/**
 * Reads anew what is about to be told, so that nobody hears of something already done. False when Freshdesk does not
 * answer; a ticket that is gone has left the list, which is an answer.
 */
export function createFreshen(deps: {
  readonly sync: Pick<Sync, 'state' | 'run' | 'reread'>;
  readonly clock: Clock;
}): (host: string, refs: readonly TicketRef[]) => Promise<boolean> {
  const { sync, clock } = deps;
  return async (host, refs) => {
    const before = await sync.state(host);
    const ageMs = clock().getTime() - Date.parse(before.lastAt ?? '');
    if (!(ageMs >= 0 && ageMs <= LIST_AGE_MS) || refs.length > MOST_REREAD) {
      const after = await sync.run({ asked: true });
      if (after.problem !== null) return false;
    }
    for (const ref of refs.slice(0, MOST_REREAD)) {
      const read = await sync.reread(ref);
      if (!read.ok && read.error.code !== 'not-found') return false;
    }
    return true;
  };
}
