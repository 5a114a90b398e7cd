import type { Failure, Result } from '@/lib/contract/result';
import type { TicketRef } from '@/lib/contract/ticket';
import type { CategoriseOutcome, PageRefresh, TicketView } from '@/lib/contract/views';
import type { Category, Pack } from '@/lib/pack/schema';
import type { Clock } from '@/lib/platform/clock';
import { fail, ok } from '@/lib/platform/result';
import type { FreshdeskClient } from '../freshdesk/client';
import { type FieldNames, fieldNames } from '../freshdesk/fields';
import { missingForUpdate } from '../freshdesk/missing-for-update';
import type { Ticket, TicketField } from '../freshdesk/schema';
import type { Outbox } from '../outbox';
import type { Pages } from '../pages';
import { ticketKey } from '../storage/documents';
import { createKeyedQueue } from '../storage/queue';
import type { OutboxWrite, TicketValues } from '../storage/records';
import {
  notTaken,
  planCategorising,
  planUndoing,
  wasWritten,
  type Written,
  wroteWords,
} from './categorise-plan';
import { type Connections, NEEDS_KEY } from './connection';
import type { Form } from './form';
import type { Tickets } from './tickets';

export type Categorise = {
  readonly categorise: (
    ref: TicketRef,
    categoryId: string,
    tabId: number | null,
  ) => Promise<Result<CategoriseOutcome>>;
  /** Puts back exactly what one categorising changed, within ten seconds of its answer. */
  readonly undo: (
    ref: TicketRef,
    token: string,
    tabId: number | null,
  ) => Promise<Result<TicketView>>;
};

export type CategoriseDeps = {
  readonly connections: Connections;
  readonly form: Form;
  readonly tickets: Tickets;
  readonly pages: Pages;
  readonly outbox: Outbox;
  readonly pack: Pack;
  readonly clock: Clock;
};

const UNDO_MS = 10_000;
/** A press in the last moment is still on its way when the time is over. */
const UNDO_GRACE_MS = 2_000;
/** Freshdesk's own refresh link appears about two seconds after a change, or not at all. */
const PAGE_REFRESH_MS = 3_500;

/**
 * Freshdesk checks the whole form on each change. Its refusal decides, not our own look at the form, because hidden
 * sections and further forms ask for more or less than the list of fields says; the list only helps to name the blanks.
 */
function refusal(
  error: Failure,
  fields: readonly TicketField[],
  ticket: Ticket,
  changes: TicketValues,
): Result<never> {
  const blanks = missingForUpdate(fields, ticket, changes).map(({ label }) => label);
  if (error.code !== 'invalid-input' || blanks.length === 0) return { ok: false, error };
  return fail(
    'invalid-input',
    `Nothing was changed: Freshdesk wants these filled in first: ${blanks.join(', ')}. Fill them in the ticket's properties, then try again.`,
  );
}

/** Writes category values: reads right before, sends only what changes, once, and can take it back. */
export function createCategorise(deps: CategoriseDeps): Categorise {
  const { connections, form, tickets, pages, outbox, pack, clock } = deps;
  /** One after another per ticket: a second press must read what the first wrote. */
  const queue = createKeyedQueue();

  /** The account's own types; read anew before saying that one is missing, since an administrator may just have added it. */
  async function formWith(client: FreshdeskClient, category: Category) {
    const wanted = category.set.type;
    const fields = await form.fields(client);
    // Who may change tickets need not be allowed to see the form: Freshdesk's own answer to the change decides then.
    if (!fields.ok && fields.error.code === 'not-authorised') return ok([]);
    if (!fields.ok || wanted === undefined) return fields;
    if (fieldNames(fields.value).types.includes(wanted)) return fields;
    const fresh = await form.fields(client, { fresh: true });
    if (!fresh.ok || fieldNames(fresh.value).types.includes(wanted)) return fresh;
    return fail(
      'not-configured',
      `This Freshdesk account has no ticket type “${wanted}”: an administrator can add it to the choices of the field Type.`,
    );
  }

  async function refreshPages(ref: TicketRef, tabId: number | null): Promise<PageRefresh> {
    const [first, ...others] = await pages.showing(ref, tabId);
    for (const other of others)
      void pages.request(other, 'page.refreshTicket', { ref }, PAGE_REFRESH_MS);
    if (first === undefined) return 'none';
    const done = await pages.request(first, 'page.refreshTicket', { ref }, PAGE_REFRESH_MS);
    return done.ok ? done.value : 'none';
  }

  /** Sends once; a lost answer is settled by reading the ticket. */
  async function write(
    client: FreshdeskClient,
    ref: TicketRef,
    record: Extract<OutboxWrite, Written>,
  ): Promise<Result<{ id: string; value: Ticket }>> {
    return await outbox.attempt<Ticket>({
      ref,
      write: record,
      send: async () => await client.updateTicket(ref.id, record.after),
      look: async () => {
        const now = await client.ticket(ref.id);
        if (!now.ok) return now;
        const seen = wasWritten(record, now.value) ? 'written' : 'not-written';
        return ok({ seen, value: now.value });
      },
    });
  }

  async function writer(ref: TicketRef, tabId: number | null, names: () => FieldNames | null) {
    if (!(await connections.canWrite(ref.host))) return fail('not-configured', NEEDS_KEY);
    return await connections.clientFor(ref.host, tabId, () => names()?.labels ?? {});
  }

  const unqueued: Categorise = {
    categorise: async (ref, categoryId, tabId) => {
      const category = pack.categories.find(({ id }) => id === categoryId);
      if (category === undefined)
        return fail('invalid-input', 'The process has no such category any more.');
      let names: FieldNames | null = null;
      const client = await writer(ref, tabId, () => names);
      if (!client.ok) return client;
      const fields = await formWith(client.value, category);
      if (!fields.ok) return fields;
      const accountNames = fieldNames(fields.value);
      names = accountNames;
      const ticket = await client.value.ticket(ref.id);
      if (!ticket.ok) return ticket;
      const plan = planCategorising(pack, category, ticket.value);
      const changes = Object.keys(plan.after).length > 0;
      if (!changes)
        return ok({
          categoryId,
          wrote: wroteWords(plan, {}),
          undoToken: 'nothing-written',
          undoUntil: clock().toISOString(),
          pageRefresh: 'none',
        });
      const record = { kind: 'categorise', ...plan } as const;
      const written = await write(client.value, ref, record);
      if (!written.ok) return refusal(written.error, fields.value, ticket.value, plan.after);
      const { id, value } = written.value;
      const missing = notTaken(plan, value);
      const { type, priority, tags } = value;
      await tickets.written(ref, { type, priority, tags }, tabId);
      if (missing.length === Object.keys(plan.after).length)
        return fail(
          'conflict',
          `Freshdesk accepted the change but kept its own ${missing.join(' and ')}: a rule of the account may set it back.`,
        );
      const pageRefresh = await refreshPages(ref, tabId);
      const undoUntil = new Date(clock().getTime() + UNDO_MS).toISOString();
      await outbox.settle(id, 'done', undoUntil);
      const wrote = wroteWords(plan, accountNames.priorities, missing);
      return ok({ categoryId, wrote, undoToken: id, undoUntil, pageRefresh });
    },

    undo: async (ref, token, tabId) => {
      const record = await outbox.find(token);
      const ofThis = record?.ref.host === ref.host && record.ref.id === ref.id;
      if (record === null || !ofThis || record.write.kind !== 'categorise')
        return fail('not-found', 'There is nothing to undo on this ticket.');
      if (record.state === 'undone') return fail('conflict', 'This was undone already.');
      if (record.state !== 'done')
        return fail('conflict', 'It is not known whether this was written: look at the ticket.');
      const until = Date.parse(record.undoUntil ?? record.at) + UNDO_GRACE_MS;
      if (clock().getTime() > until)
        return fail(
          'conflict',
          'The ten seconds for undoing are over: choose another category, or change the values in Freshdesk.',
        );
      const client = await writer(ref, tabId, () => null);
      if (!client.ok) return client;
      const now = await client.value.ticket(ref.id);
      if (!now.ok) return now;
      const { changes, left } = planUndoing(record.write, now.value);
      if (Object.keys(changes).length > 0) {
        const { type: typeNow, priority: priorityNow, tags: tagsNow } = now.value;
        const before = { type: typeNow, priority: priorityNow, tags: tagsNow };
        const entry = { kind: 'undo', of: token, before, after: changes } as const;
        const written = await write(client.value, ref, entry);
        if (!written.ok) return written;
        const { type, priority, tags } = written.value.value;
        await tickets.written(ref, { type, priority, tags }, tabId);
        await refreshPages(ref, tabId);
      }
      await outbox.settle(token, 'undone');
      if (left.length > 0)
        return fail(
          'conflict',
          `Somebody changed the ${left.join(' and ')} meanwhile, so that stays as it is; the rest was put back.`,
        );
      return await tickets.view(ref, { refresh: false, tabId });
    },
  };

  return {
    categorise: (ref, categoryId, tabId) =>
      queue(ticketKey(ref), () => unqueued.categorise(ref, categoryId, tabId)),
    undo: (ref, token, tabId) => queue(ticketKey(ref), () => unqueued.undo(ref, token, tabId)),
  };
}
