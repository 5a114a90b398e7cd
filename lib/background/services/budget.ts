import type { ErrorCode, Result } from '@/lib/contract/result';
import type { Company, TicketRef } from '@/lib/contract/ticket';
import type { BudgetView, Settings } from '@/lib/contract/views';
import { allotment, monthBounds, monthOf, sumMinutes } from '@/lib/domain/budget';
import type { Pack } from '@/lib/pack/schema';
import type { Clock } from '@/lib/platform/clock';
import { fail, ok } from '@/lib/platform/result';
import * as z from 'zod';
import type { FreshdeskClient } from '../freshdesk/client';
import { timeEntryMinutes } from '../freshdesk/time-entries';
import type { Documents } from '../storage/documents';
import { instantSchema } from '../storage/schemas';
import { isTimeZone } from '../time-zone';
import { drawingTickets } from './budget-draws';
import type { Connections } from './connection';
import type { Refusals } from './refusals';
import { createSharing } from './sharing';
import type { Tickets } from './tickets';

export type Budget = {
  /** Support time of the ticket's community in this month. Answers of Freshdesk are kept five minutes. */
  readonly view: (
    ref: TicketRef,
    options: { readonly refresh: boolean; readonly tabId: number | null },
  ) => Promise<Result<BudgetView>>;
};

export type BudgetDeps = {
  readonly connections: Connections;
  readonly tickets: Tickets;
  readonly documents: Pick<Documents, 'settings' | 'answer'>;
  readonly refusals: Refusals;
  readonly pack: Pack;
  readonly clock: Clock;
};

const KEEP_MS = 5 * 60_000;
/** A day logged by hand is midnight of the account's zone, which can lie beyond the month's edge of the team's. */
const EDGE_MS = 24 * 3_600_000;

/** What will be the same at the next ticket: a right, a feature or a sum too large. Others are tried again. */
const LASTING: ReadonlySet<ErrorCode> = new Set(['not-authorised', 'not-found', 'unexpected']);

const monthSchema = z.object({
  fetchedAt: instantSchema,
  companyFieldHours: z.number().nullable(),
  entries: z.array(
    z.object({
      at: z.string(),
      minutes: z.number(),
      ticketId: z.number(),
      note: z.string(),
      draws: z.boolean(),
    }),
  ),
});
type Month = z.infer<typeof monthSchema>;

/** Hours in the company field named in the settings; a field that is not a number counts as not filled. */
async function fieldHours(
  client: FreshdeskClient,
  companyId: number,
  field: string | null,
): Promise<Result<number | null>> {
  if (field === null) return ok(null);
  const company = await client.company(companyId);
  if (!company.ok) return company;
  const value = company.value.custom_fields[field];
  const hours = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return ok(typeof hours === 'number' && Number.isFinite(hours) ? hours : null);
}

function teamHours(settings: Settings, company: Company): number | null {
  const { budgetHoursByCompany: hours } = settings;
  const key = [company.name, String(company.id)].find((name) => Object.hasOwn(hours, name));
  return (key === undefined ? undefined : hours[key]) ?? null;
}

/** The support budget: what the month's time entries of a community add up to, incidents left out. */
export function createBudget(deps: BudgetDeps): Budget {
  const { connections, tickets, documents, refusals, pack, clock } = deps;
  const shared = createSharing<Result<Month>>();

  async function read(
    client: FreshdeskClient,
    companyId: number,
    month: string,
    settings: Settings,
  ): Promise<Result<Month>> {
    const { from, to } = monthBounds(month, settings.timeZone);
    const [list, hours] = await Promise.all([
      client.timeEntries({
        companyId,
        executedAfter: new Date(from.getTime() - EDGE_MS).toISOString(),
        executedBefore: new Date(to.getTime() + EDGE_MS).toISOString(),
      }),
      fieldHours(client, companyId, settings.budgetCompanyField),
    ]);
    if (!list.ok) return list;
    if (!hours.ok) return hours;
    if (!list.value.complete)
      return fail(
        'unexpected',
        'This community has more time entries in the month than Steward reads, so no sum is shown.',
      );
    const inMonth = list.value.entries.filter(
      (entry) => monthOf(new Date(entry.executed_at), settings.timeZone) === month,
    );
    const ids = new Set(inMonth.map((entry) => entry.ticket_id));
    const draws = await drawingTickets(client, pack, { companyId, since: from, ids });
    if (!draws.ok) return draws;
    return ok({
      fetchedAt: clock().toISOString(),
      companyFieldHours: hours.value,
      entries: inMonth
        .map((entry) => ({
          at: entry.executed_at,
          minutes: timeEntryMinutes(entry, clock()),
          ticketId: entry.ticket_id,
          note: entry.note,
          draws: draws.value.has(entry.ticket_id),
        }))
        .sort((a, b) => b.at.localeCompare(a.at)),
    });
  }

  /** The month as known from the last five minutes, else as Freshdesk tells it now. */
  async function monthOfCompany(
    ref: TicketRef,
    company: Company,
    settings: Settings,
    { refresh, tabId }: { readonly refresh: boolean; readonly tabId: number | null },
  ): Promise<Result<Month & { readonly month: string }>> {
    const { timeZone, budgetCompanyField } = settings;
    const month = monthOf(clock(), timeZone);
    const key = `budget:${ref.host}:${company.id}:${month}:${timeZone}:${budgetCompanyField ?? ''}`;
    const stored = documents.answer('session', key, monthSchema);
    const cached = await stored.read();
    const known = cached.ok ? cached.value : null;
    const age = known === null ? Infinity : clock().getTime() - Date.parse(known.fetchedAt);
    if (known !== null && !refresh && age < KEEP_MS) return ok({ ...known, month });
    const refused = refresh ? null : await refusals.recent(key);
    if (refused !== null) return { ok: false, error: refused };
    const loaded = await shared(key, async () => {
      const client = await connections.clientFor(ref.host, tabId);
      if (!client.ok) return client;
      const now = await read(client.value, company.id, month, settings);
      if (now.ok) await stored.replace(now.value);
      else if (LASTING.has(now.error.code)) await refusals.remember(key, now.error);
      return now;
    });
    if (loaded.ok) return ok({ ...loaded.value, month });
    // Older figures say when they are from; they are worth more than none.
    return known === null || refresh ? loaded : ok({ ...known, month });
  }

  return {
    view: async (ref, options) => {
      const [facts, settings] = await Promise.all([
        tickets.facts(ref, options.tabId),
        documents.settings.read(),
      ]);
      if (!facts.ok) return facts;
      if (!settings.ok) return settings;
      const { company } = facts.value;
      if (company === null)
        return fail(
          'not-found',
          'The requester belongs to no community, so there is no budget to count against.',
        );
      const { timeZone, budgetDefaultHours } = settings.value;
      if (!isTimeZone(timeZone))
        return fail(
          'not-configured',
          `This browser does not know the team's time zone “${timeZone}”: choose another in the settings.`,
        );
      const known = await monthOfCompany(ref, company, settings.value, options);
      if (!known.ok) return known;
      const { month, entries, companyFieldHours, fetchedAt } = known.value;
      const { minutes, source } = allotment({
        companyFieldHours,
        teamHours: teamHours(settings.value, company),
        defaultHours: budgetDefaultHours,
        pack,
      });
      return ok({
        company,
        month,
        usedMinutes: sumMinutes(entries),
        thisTicketMinutes: entries
          .filter(({ ticketId }) => ticketId === ref.id)
          .reduce((sum, entry) => sum + entry.minutes, 0),
        allottedMinutes: minutes,
        allotmentSource: source,
        entries,
        fetchedAt,
      });
    },
  };
}
