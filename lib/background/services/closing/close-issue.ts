import type { Result } from '@/lib/contract/result';
import type { Clock } from '@/lib/platform/clock';
import { ok } from '@/lib/platform/result';
import type { GithubClient } from '../../github/client';
import { type IssueReference, parseIssueUrl } from '../../github/issue-reference';
import type { Outbox } from '../../outbox';
import type { ClosingRecord } from '../../storage/list-records';
import type { OutboxRecord } from '../../storage/records';
import type { GithubAccount } from '../github-account';
import { fateOf } from './left-over';

/** How it went with the issue of a closing; null: not known yet, to be looked at again later. */
export type IssueOutcome = { readonly problem: string | null } | null;

export type CloseIssue = (record: ClosingRecord) => Promise<IssueOutcome>;

const fine: IssueOutcome = { problem: null };

function stillOpen(name: string, why = ''): IssueOutcome {
  const what = `The ticket is closed, but issue ${name} is not: close it on GitHub.`;
  return { problem: `${what} ${why}`.trim() };
}

/**
 * Closes the GitHub issue of a ticket that is closed already: once, and never again when it was sent before. What could
 * not be done is said in full, because the ticket is closed all the same.
 */
export function createCloseIssue(deps: {
  readonly outbox: Outbox;
  readonly githubAccount: Pick<GithubAccount, 'client'>;
  readonly clock: Clock;
}): CloseIssue {
  const { outbox, githubAccount } = deps;

  async function writeOf({ id }: ClosingRecord): Promise<Result<OutboxRecord | null>> {
    return await outbox.findWrite((write) => write.kind === 'close-issue' && write.closing === id);
  }

  async function isClosed(issue: IssueReference): Promise<boolean | null> {
    const client = await githubAccount.client();
    if (!client.ok) return null;
    const now = await client.value.issue(issue);
    return now.ok ? now.value.state === 'closed' : null;
  }

  /** Something was sent, or was about to be: what became of it? */
  async function follow(write: OutboxRecord, issue: IssueReference): Promise<IssueOutcome> {
    const fate = await fateOf(deps, write, async () => await isClosed(issue));
    if (fate === 'unknown') return null;
    if (fate === 'written') return fine;
    const name = nameOf(issue);
    if (fate === 'not-written') return stillOpen(name);
    return {
      problem: `The ticket is closed; whether issue ${name} is too is not known: look at it on GitHub.`,
    };
  }

  async function send(
    client: GithubClient,
    record: ClosingRecord,
    issue: IssueReference,
  ): Promise<IssueOutcome> {
    const sent = await outbox.attempt({
      ref: record.ref,
      write: { kind: 'close-issue', closing: record.id, url: issue.url },
      send: async () => await client.closeIssue(issue),
      look: async () => {
        const now = await client.issue(issue);
        if (!now.ok) return now;
        return ok({
          seen: now.value.state === 'closed' ? 'written' : 'not-written',
          value: now.value,
        });
      },
    });
    if (sent.ok) return fine;
    const left = await writeOf(record);
    if (left.ok && left.value?.state === 'pending') return null;
    return stillOpen(nameOf(issue), sent.error.message);
  }

  return async (record) => {
    if (record.issueUrl === null) return fine;
    const issue = parseIssueUrl(record.issueUrl);
    if (!issue.ok) return stillOpen(record.issueUrl, issue.error.message);
    const write = await writeOf(record);
    if (!write.ok) return null;
    if (write.value !== null) return await follow(write.value, issue.value);

    const name = nameOf(issue.value);
    const client = await githubAccount.client();
    if (!client.ok) return stillOpen(name, client.error.message);
    const now = await client.value.issue(issue.value);
    if (!now.ok) return stillOpen(name, now.error.message);
    if (now.value.isPullRequest)
      return { problem: `The ticket is closed; ${name} is a pull request and was left as it is.` };
    if (now.value.state === 'closed')
      return { problem: `The ticket is closed; issue ${name} had been closed before.` };
    return await send(client.value, record, issue.value);
  };
}

function nameOf({ repository, number }: IssueReference): string {
  return `${repository}#${number}`;
}
