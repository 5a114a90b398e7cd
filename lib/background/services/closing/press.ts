import type { Result } from '@/lib/contract/result';
import type { TicketFacts, TicketRef } from '@/lib/contract/ticket';
import type { Clock } from '@/lib/platform/clock';
import { fail, ok } from '@/lib/platform/result';
import type { ClosingRecord } from '../../storage/list-records';
import type { TicketStore } from '../../storage/ticket-store';
import { type Connections, NEEDS_KEY } from '../connection';
import type { GithubAccount } from '../github-account';
import type { Progress } from '../progress';
import type { Sync } from '../sync';
import { type ClosingBook, isUnderWay, UNDO_MS } from './book';
import type { VerdictOn } from './verdict';

/** Notes that a ticket is to be closed ten seconds from now, if that is allowed. */
export type Press = (ref: TicketRef, issueUrl: string | null) => Promise<Result<ClosingRecord>>;

/** What is refused is refused at once, by what the list knows; before anything is sent it is judged again. */
export function createPress(deps: {
  readonly book: ClosingBook;
  readonly verdictOn: VerdictOn;
  readonly connections: Pick<Connections, 'canWrite'>;
  readonly progress: Pick<Progress, 'read'>;
  readonly githubAccount: Pick<GithubAccount, 'client'>;
  readonly store: Pick<TicketStore, 'get'>;
  readonly sync: Pick<Sync, 'reread'>;
  readonly clock: Clock;
  readonly newId: () => string;
}): Press {
  const { book, verdictOn, connections, progress, githubAccount, store, sync } = deps;

  async function underWay(ref: TicketRef): Promise<Result<ClosingRecord | null>> {
    const all = await book.all();
    if (!all.ok) return all;
    const same = all.value.filter((one) => one.ref.host === ref.host && one.ref.id === ref.id);
    return ok(same.find(isUnderWay) ?? null);
  }

  /** The address as it was linked; null when no issue is to be closed. */
  async function linked(ref: TicketRef, issueUrl: string | null): Promise<Result<string | null>> {
    if (issueUrl === null) return ok(null);
    const noted = await progress.read(ref);
    if (!noted.ok) return noted;
    const issue = noted.value.issues.find(
      ({ url }) => url.toLowerCase() === issueUrl.toLowerCase(),
    );
    if (issue === undefined) return fail('not-found', 'This issue is not linked to the ticket.');
    const client = await githubAccount.client();
    return client.ok ? ok(issue.url) : client;
  }

  async function factsOf(ref: TicketRef): Promise<Result<TicketFacts>> {
    const known = await store.get(ref);
    return known === null ? await sync.reread(ref) : ok(known);
  }

  return async (ref, issueUrl) => {
    const before = await underWay(ref);
    if (!before.ok) return before;
    if (before.value !== null) return ok(before.value);
    if (!(await connections.canWrite(ref.host))) return fail('not-configured', NEEDS_KEY);
    const issue = await linked(ref, issueUrl);
    if (!issue.ok) return issue;
    const facts = await factsOf(ref);
    if (!facts.ok) return facts;
    if (facts.value.status.phase === 'open')
      return fail(
        'conflict',
        `The ticket is ${facts.value.status.label}: the process closes tickets that are resolved.`,
      );
    const verdict = await verdictOn(facts.value);
    if (!verdict.ok) return verdict;
    if (verdict.value.is === 'closed') return fail('conflict', 'The ticket is closed already.');
    if (verdict.value.is === 'refused') return fail('conflict', verdict.value.why);
    const closesAt = new Date(deps.clock().getTime() + UNDO_MS).toISOString();
    const id = deps.newId();
    return await book.add({
      id,
      ref,
      issueUrl: issue.value,
      closesAt,
      state: 'waiting',
      problem: null,
    });
  };
}
