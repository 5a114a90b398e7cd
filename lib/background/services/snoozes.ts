import type { Snooze } from '@/lib/contract/list';
import type { Instant, Result } from '@/lib/contract/result';
import type { TicketRef } from '@/lib/contract/ticket';
import type { Clock } from '@/lib/platform/clock';
import { fail, ok } from '@/lib/platform/result';
import type { Broadcast } from '../broadcast';
import { type Documents, ticketKey } from '../storage/documents';
import type { SnoozeRecord } from '../storage/list-records';
import type { TicketStore } from '../storage/ticket-store';

export type Snoozes = {
  /** Those that have not ended. */
  readonly all: () => Promise<readonly Snooze[]>;
  /** Those that have not ended, and those that have in the last days: their tickets are back. */
  readonly parted: () => Promise<{
    readonly asleep: readonly SnoozeRecord[];
    readonly back: readonly SnoozeRecord[];
  }>;
  /** `until` lies ahead, at most 30 days; null takes the ticket back. */
  readonly set: (
    ref: TicketRef,
    until: Instant | null,
  ) => Promise<Result<{ until: Instant | null }>>;
  /** The same for several tickets of one notice. */
  readonly setAll: (refs: readonly TicketRef[], until: Instant) => Promise<void>;
};

const DAY_MS = 86_400_000;
const MOST_MS = 30 * DAY_MS;
/** Long enough that what a ticket came back for has been told again. */
const KEEP_ENDED_MS = 7 * DAY_MS;
/** A snooze from further ahead than this was set while the machine's clock was wrong. */
const CLOCK_SLACK_MS = 3_600_000;

function runs({ until, setAt }: SnoozeRecord, now: Date): boolean {
  const left = Date.parse(until) - now.getTime();
  const ahead = Date.parse(setAt) - now.getTime();
  return left > 0 && left <= MOST_MS + CLOCK_SLACK_MS && ahead <= CLOCK_SLACK_MS;
}

const worthKeeping = (record: SnoozeRecord, now: Date): boolean =>
  runs(record, now) || Math.abs(now.getTime() - Date.parse(record.until)) <= KEEP_ENDED_MS;

/** Tickets put aside for a while. A new message of the requester ends it early: nothing may slip away. */
export function createSnoozes(deps: {
  readonly documents: Pick<Documents, 'snoozes'>;
  readonly store: Pick<TicketStore, 'get'>;
  readonly broadcast: Broadcast;
  readonly clock: Clock;
}): Snoozes {
  const { documents, store, broadcast, clock } = deps;

  async function heardSince({ ref, heardAt }: SnoozeRecord): Promise<boolean> {
    const said = (await store.get(ref))?.requesterRespondedAt ?? null;
    return said !== null && (heardAt === null || Date.parse(said) > Date.parse(heardAt));
  }

  const parted: Snoozes['parted'] = async () => {
    const stored = await documents.snoozes.read();
    // What cannot be read puts nothing aside: the tickets show.
    const records = stored.ok ? stored.value : [];
    const asleep: SnoozeRecord[] = [];
    const back: SnoozeRecord[] = [];
    for (const record of records) {
      const ended = !runs(record, clock()) || (await heardSince(record));
      (ended ? back : asleep).push(record);
    }
    return { asleep, back };
  };

  /** Takes the tickets' records out and puts new ones in. */
  async function replace(
    refs: readonly TicketRef[],
    records: readonly SnoozeRecord[],
  ): Promise<Result<unknown>> {
    const keys = new Set(refs.map(ticketKey));
    const others = (all: readonly SnoozeRecord[]): SnoozeRecord[] =>
      all.filter((one) => !keys.has(ticketKey(one.ref)) && worthKeeping(one, clock()));
    const updated = await documents.snoozes.update((all) => [...others(all), ...records]);
    const stored = updated.ok ? updated : await documents.snoozes.replace([...records]);
    if (stored.ok) broadcast('list');
    return stored;
  }

  async function recordOf(ref: TicketRef, until: Instant): Promise<SnoozeRecord | null> {
    const facts = await store.get(ref);
    if (facts === null) return null;
    const { requesterRespondedAt, updatedAt } = facts;
    // Where the last message is not known, none that came before the last change counts as new.
    const heardAt = requesterRespondedAt === undefined ? updatedAt : requesterRespondedAt;
    return { ref, until, setAt: clock().toISOString(), heardAt };
  }

  return {
    parted,
    all: async () => (await parted()).asleep.map(({ ref, until }) => ({ ref, until })),
    set: async (ref, until) => {
      if (until !== null) {
        const leftMs = Date.parse(until) - clock().getTime();
        if (leftMs <= 0) return fail('invalid-input', 'That time has passed: choose a later one.');
        if (leftMs > MOST_MS)
          return fail('invalid-input', 'A ticket can be put aside for 30 days at most.');
      }
      const record = until === null ? null : await recordOf(ref, until);
      if (until !== null && record === null)
        return fail('not-found', 'This ticket is not on the list any more.');
      const stored = await replace([ref], record === null ? [] : [record]);
      return stored.ok ? ok({ until }) : stored;
    },
    setAll: async (refs, until) => {
      const records = await Promise.all(refs.map(async (ref) => await recordOf(ref, until)));
      const found = records.filter((record) => record !== null);
      const ofThese = found.map(({ ref }) => ref);
      if (found.length > 0) await replace(ofThese, found);
    },
  };
}
