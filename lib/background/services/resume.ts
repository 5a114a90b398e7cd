import type { TicketRef } from '@/lib/contract/ticket';
import type { Clock } from '@/lib/platform/clock';
import type { Logger } from '@/lib/platform/logger';
import type { Outbox } from '../outbox';
import type { OutboxRecord, OutboxWrite } from '../storage/records';
import { wasWritten } from './categorise-plan';
import type { Connections } from './connection';
import { hasNote } from './issue-note';

export type ResumeDeps = {
  readonly outbox: Outbox;
  readonly connections: Connections;
  readonly clock: Clock;
  readonly logger: Logger;
};

type ClosingWrite = Extract<OutboxWrite, { kind: 'close' | 'close-issue' }>;
type OwnWrite = Exclude<OutboxWrite, ClosingWrite>;

function isOfClosing(write: OutboxWrite): write is ClosingWrite {
  return write.kind === 'close' || write.kind === 'close-issue';
}

/** Nobody waits for an answer any more, and the worker starts often: what could not be looked at in a day is let go. */
const LOOK_FOR_MS = 24 * 3_600_000;

/**
 * Settles writes whose outcome the last worker did not live to learn: by looking at Freshdesk, never by sending again.
 * What cannot be looked at now (no connection, no way to the account) stays pending for the next start.
 */
export async function resumeOutbox(
  deps: ResumeDeps,
  pending: readonly OutboxRecord[],
): Promise<void> {
  const { outbox, connections, clock, logger } = deps;

  async function isWritten(ref: TicketRef, write: OwnWrite): Promise<boolean | null> {
    const client = await connections.clientFor(ref.host, null);
    if (!client.ok) return null;
    if (write.kind === 'note') {
      const there = await hasNote(client.value, ref, write.url);
      return there.ok ? there.value : null;
    }
    const ticket = await client.value.ticket(ref.id);
    if (ticket.ok) return wasWritten(write, ticket.value);
    return ticket.error.code === 'not-found' ? false : null;
  }

  for (const record of pending) {
    const { write } = record;
    // The closing it belongs to goes on by itself, looks, and says what it saw.
    if (isOfClosing(write)) continue;
    const old = clock().getTime() - Date.parse(record.at) > LOOK_FOR_MS;
    const written = old ? false : await isWritten(record.ref, write);
    if (written === null) continue;
    await outbox.settle(record.id, written ? 'done' : 'failed');
    if (written && write.kind === 'undo') await outbox.settle(write.of, 'undone');
    logger.info(`A ${write.kind} left over was ${written ? 'written' : 'not written'}.`);
  }
}
