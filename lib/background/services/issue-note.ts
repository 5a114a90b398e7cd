import type { Result } from '@/lib/contract/result';
import type { LinkedIssue, TicketRef } from '@/lib/contract/ticket';
import { fail, ok } from '@/lib/platform/result';
import type { FreshdeskClient } from '../freshdesk/client';
import type { Outbox } from '../outbox';
import { ticketKey } from '../storage/documents';
import { createKeyedQueue } from '../storage/queue';
import { type Connections, NEEDS_KEY } from './connection';
import type { Progress } from './progress';

export type IssueNote = {
  /** Adds a private note with the address of a linked issue; a note that is there already is not added again. */
  readonly add: (
    ref: TicketRef,
    url: string,
    tabId: number | null,
  ) => Promise<Result<{ noted: true }>>;
};

const KIND_WORDS = { incident: 'Incident issue', engineering: 'Engineering issue' } as const;

/** Plain markup that Freshdesk keeps; every part of it comes from a checked address. */
function noteHtml({ kind, repository, number, url }: LinkedIssue): string {
  return `<div>${KIND_WORDS[kind]}: <a href="${url}">${repository}#${number}</a></div>`;
}

/** True when a private note of the ticket names this very issue (and not one whose number goes on). */
export async function hasNote(
  client: FreshdeskClient,
  ref: TicketRef,
  url: string,
): Promise<Result<boolean>> {
  const thread = await client.lastConversations(ref.id);
  if (!thread.ok) return thread;
  const named = new RegExp(`${url.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\d)`, 'i');
  return ok(thread.value.some((entry) => entry.private && named.test(entry.body)));
}

export function createIssueNote(deps: {
  readonly connections: Connections;
  readonly progress: Progress;
  readonly outbox: Outbox;
}): IssueNote {
  const { connections, progress, outbox } = deps;
  const queue = createKeyedQueue();

  async function add(ref: TicketRef, url: string, tabId: number | null) {
    const done = await progress.read(ref);
    if (!done.ok) return done;
    const issue = done.value.issues.find((linked) => linked.url === url);
    if (issue === undefined) return fail('not-found', 'This issue is not linked to the ticket.');
    if (!(await connections.canWrite(ref.host))) return fail('not-configured', NEEDS_KEY);
    const client = await connections.clientFor(ref.host, tabId);
    if (!client.ok) return client;
    const there = await hasNote(client.value, ref, url);
    if (!there.ok) return there;
    if (there.value) return ok({ noted: true } as const);
    const sent = await outbox.attempt<unknown>({
      ref,
      write: { kind: 'note', url },
      send: async () => await client.value.addNote(ref.id, { bodyHtml: noteHtml(issue) }),
      look: async () => {
        const now = await hasNote(client.value, ref, url);
        return now.ok ? ok({ seen: now.value ? 'written' : 'not-written', value: null }) : now;
      },
    });
    return sent.ok ? ok({ noted: true } as const) : sent;
  }

  return {
    add: (ref, url, tabId) => queue(ticketKey(ref), async () => await add(ref, url, tabId)),
  };
}
