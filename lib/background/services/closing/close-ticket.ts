import type { Failure, Result } from '@/lib/contract/result';
import type { TicketRef } from '@/lib/contract/ticket';
import type { Clock } from '@/lib/platform/clock';
import { fail, ok } from '@/lib/platform/result';
import type { FreshdeskClient } from '../../freshdesk/client';
import { fieldNames, type FieldNames } from '../../freshdesk/fields';
import { missingForUpdate } from '../../freshdesk/missing-for-update';
import type { Ticket } from '../../freshdesk/schema';
import type { Outbox } from '../../outbox';
import type { ClosingRecord } from '../../storage/list-records';
import type { OutboxRecord } from '../../storage/records';
import { type Connections, NEEDS_KEY } from '../connection';
import type { Form } from '../form';
import { type Fate, fateOf } from './left-over';

/** How it went with the ticket of a closing; `unknown`: to be looked at again later. */
export type TicketOutcome =
  | { readonly is: 'closed' }
  | { readonly is: 'failed'; readonly why: string }
  | { readonly is: 'unknown' };

/** The one write that closes a ticket. */
export type CloseTicket = {
  /** The write of this closing, when one was begun. */
  readonly begun: (record: ClosingRecord) => Promise<Result<OutboxRecord | null>>;
  /** What became of a write that was begun. */
  readonly follow: (write: OutboxRecord) => Promise<TicketOutcome>;
  /** Sends the write once. */
  readonly send: (record: ClosingRecord) => Promise<TicketOutcome>;
};

/** Freshdesk's number, the same in every account (public reference, 2026-01). */
const CLOSED = 5;

const OUTCOMES: Readonly<Record<Fate, TicketOutcome>> = {
  written: { is: 'closed' },
  'not-written': { is: 'failed', why: 'Freshdesk did not take the change: close it again.' },
  'given-up': {
    is: 'failed',
    why: 'It is not known whether Freshdesk took the change: look at the ticket.',
  },
  unknown: { is: 'unknown' },
};

/**
 * Sets a ticket to Closed. By itself that sends no survey, but an account may have its own mail to the requester of a
 * closed ticket (2i2c-org/infrastructure#1068, 2022-03): that is why nothing is sent before the undo is over.
 */
export function createCloseTicket(deps: {
  readonly connections: Connections;
  readonly form: Form;
  readonly outbox: Outbox;
  readonly clock: Clock;
}): CloseTicket {
  const { connections, form, outbox } = deps;

  /** Whether it is closed as Freshdesk has it now; null when it does not say. */
  async function isClosed(ref: TicketRef): Promise<boolean | null> {
    const client = await connections.clientFor(ref.host, null);
    if (!client.ok) return null;
    const now = await client.value.bareTicket(ref.id);
    if (now.ok) return now.value.status === CLOSED;
    return now.error.code === 'not-found' ? false : null;
  }

  /** Freshdesk checks the whole form on each change; the form's own list helps to name every blank at once. */
  async function refusal(client: FreshdeskClient, ref: TicketRef, error: Failure): Promise<string> {
    if (error.code !== 'invalid-input') return error.message;
    const [fields, ticket] = await Promise.all([form.fields(client), client.bareTicket(ref.id)]);
    if (!fields.ok || !ticket.ok) return error.message;
    const blanks = missingForUpdate(fields.value, ticket.value, { status: CLOSED });
    if (blanks.length === 0) return error.message;
    const names = blanks.map(({ label }) => `“${label}”`).join(', ');
    return `Freshdesk wants these filled in first: ${names}. Fill them in the ticket's properties, then close it again.`;
  }

  const begun: CloseTicket['begun'] = async ({ id }) =>
    await outbox.findWrite((write) => write.kind === 'close' && write.closing === id);

  return {
    begun,
    follow: async (write) =>
      OUTCOMES[await fateOf(deps, write, async () => await isClosed(write.ref))],
    send: async (record) => {
      const { ref, id } = record;
      if (!(await connections.canWrite(ref.host))) return { is: 'failed', why: NEEDS_KEY };
      let names: FieldNames | null = null;
      const client = await connections.clientFor(ref.host, null, () => names?.labels ?? {});
      if (!client.ok) return { is: 'failed', why: client.error.message };
      const fields = await form.fields(client.value);
      if (fields.ok) names = fieldNames(fields.value);
      const sent = await outbox.attempt<Ticket>({
        ref,
        write: { kind: 'close', closing: id },
        send: async () => {
          const answer = await client.value.updateTicket(ref.id, { status: CLOSED });
          if (!answer.ok || answer.value.status === CLOSED) return answer;
          return fail(
            'conflict',
            'Freshdesk took the change but kept another status: a rule of the account may set it back.',
          );
        },
        look: async () => {
          const now = await client.value.bareTicket(ref.id);
          if (!now.ok) return now;
          return ok({
            seen: now.value.status === CLOSED ? 'written' : 'not-written',
            value: now.value,
          });
        },
      });
      if (sent.ok) return { is: 'closed' };
      const left = await begun(record);
      if (left.ok && left.value?.state === 'pending') return { is: 'unknown' };
      return { is: 'failed', why: await refusal(client.value, ref, sent.error) };
    },
  };
}
