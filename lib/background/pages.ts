import type { PageMessage, PageRequestName, PageRequests } from '@/lib/contract/page';
import { ERROR_CODES, type Result } from '@/lib/contract/result';
import type { TicketRef } from '@/lib/contract/ticket';
import { fail } from '@/lib/platform/result';
import type { TabsPort } from '@/lib/platform/tabs-port';
import * as z from 'zod';
import type { Documents } from './storage/documents';
import { layoutSchema } from './storage/schemas';

const refreshSchema = z.enum(['model', 'link', 'none']);
const targetSchema = z.enum(['reply', 'note']);

/** The content script sits in a page of somebody else: its answers are parsed like any outside data. */
const answerSchemas: {
  readonly [N in PageRequestName]: z.ZodType<PageRequests[N]['output']>;
} = {
  'page.read': z.object({
    status: z.number().int(),
    headers: z.record(z.string(), z.string()),
    body: z.string(),
  }),
  'page.insert': z.discriminatedUnion('how', [
    z.object({
      how: z.literal('inserted'),
      target: targetSchema,
      recipients: z.array(z.string()),
      verified: z.literal(true),
    }),
    z.object({
      how: z.literal('clipboard'),
      html: z.string(),
      text: z.string(),
      reason: z.string(),
    }),
  ]),
  'page.refreshTicket': refreshSchema,
  'page.setLayout': layoutSchema,
  'page.health': z.object({ anchors: z.record(z.string(), z.string().nullable()) }),
};

const failureSchema = z.object({
  ok: z.literal(false),
  error: z.object({ code: z.enum(ERROR_CODES), message: z.string() }),
});

const TIMEOUT_MS = 15_000;

export type Pages = {
  /** Asks the content script of a tab's top frame. `unavailable` when nobody answers there. */
  readonly request: <N extends PageRequestName>(
    tabId: number,
    request: N,
    input: PageRequests[N]['input'],
    timeoutMs?: number,
  ) => Promise<Result<PageRequests[N]['output']>>;
  /** Tabs that show this ticket, the preferred one first. */
  readonly showing: (ref: TicketRef, preferred: number | null) => Promise<readonly number[]>;
  /** Tabs of the account, whatever they show; the preferred one first. */
  readonly ofHost: (host: string, preferred: number | null) => Promise<readonly number[]>;
};

async function inTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('no answer in time'));
    }, timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The way to Freshdesk's pages: requests to content scripts, and which tab shows what. */
export function createPages(deps: {
  readonly tabs: Pick<TabsPort, 'send'>;
  readonly documents: Pick<Documents, 'tabs'>;
}): Pages {
  async function tabsWhere(
    fits: (tab: { host: string; ticket: TicketRef | null }) => boolean,
    preferred: number | null,
  ): Promise<readonly number[]> {
    const open = await deps.documents.tabs.read();
    if (!open.ok) return [];
    return Object.entries(open.value)
      .filter(([, tab]) => fits(tab))
      .map(([id]) => Number(id))
      .sort((a, b) => Number(b === preferred) - Number(a === preferred));
  }

  return {
    request: async (tabId, request, input, timeoutMs = TIMEOUT_MS) => {
      const message: PageMessage<typeof request> = { steward: 1, request, input };
      let raw: unknown;
      try {
        raw = await inTime(deps.tabs.send(tabId, message, 0), timeoutMs);
      } catch {
        return fail('unavailable', 'The Freshdesk tab does not answer: reload it and try again.');
      }
      const failed = failureSchema.safeParse(raw);
      if (failed.success) return failed.data;
      const schema: z.ZodType<PageRequests[typeof request]['output']> = answerSchemas[request];
      const parsed = z.object({ ok: z.literal(true), value: schema }).safeParse(raw);
      if (parsed.success) return { ok: true, value: parsed.data.value };
      return fail('unavailable', 'The Freshdesk tab does not answer: reload it and try again.');
    },
    showing: async (ref, preferred) =>
      await tabsWhere(
        ({ ticket }) => ticket !== null && ticket.host === ref.host && ticket.id === ref.id,
        preferred,
      ),
    ofHost: async (host, preferred) => await tabsWhere((tab) => tab.host === host, preferred),
  };
}
