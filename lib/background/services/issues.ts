import type { Result } from '@/lib/contract/result';
import type { LinkedIssue, TicketProgress, TicketRef } from '@/lib/contract/ticket';
import type { IssueDraftView } from '@/lib/contract/views';
import { issueText } from '@/lib/domain/issue';
import type { Pack } from '@/lib/pack/schema';
import type { Clock } from '@/lib/platform/clock';
import { ok } from '@/lib/platform/result';
import type { TabsPort } from '@/lib/platform/tabs-port';
import { parseIssueUrl } from '../github/issue-reference';
import { issueBody, newIssueUrl } from '../github/new-issue-url';
import type { Documents } from '../storage/documents';
import type { IssueWatch } from './issue-watch';
import { type Progress, stewardName } from './progress';
import type { Tickets } from './tickets';

export type IssueRequest = {
  readonly ref: TicketRef;
  readonly kind: LinkedIssue['kind'];
  readonly answers: Readonly<Record<string, string>>;
};

export type Issues = {
  /** The prefilled issue; opens nothing. `body` is the full text, `url` carries what fits into a link. */
  readonly draft: (request: IssueRequest, tabId: number | null) => Promise<Result<IssueDraftView>>;
  /** Opens the prefilled page in a tab and watches that tab for the number of the new issue. */
  readonly open: (request: IssueRequest, tabId: number | null) => Promise<Result<IssueDraftView>>;
  readonly link: (
    ref: TicketRef,
    kind: LinkedIssue['kind'],
    url: string,
  ) => Promise<Result<TicketProgress>>;
  readonly unlink: (ref: TicketRef, url: string) => Promise<Result<TicketProgress>>;
};

export type IssuesDeps = {
  readonly tickets: Tickets;
  readonly progress: Progress;
  readonly watch: IssueWatch;
  readonly tabs: Pick<TabsPort, 'create'>;
  readonly documents: Pick<Documents, 'settings' | 'secrets'>;
  readonly pack: Pack;
  readonly clock: Clock;
};

/** Incident and engineering issues on GitHub that belong to tickets. */
export function createIssues(deps: IssuesDeps): Issues {
  const { tickets, progress, watch, tabs, documents, pack, clock } = deps;

  const draft: Issues['draft'] = async ({ ref, kind, answers }, tabId) => {
    const [facts, done, settings, name] = await Promise.all([
      tickets.facts(ref, tabId),
      progress.read(ref),
      documents.settings.read(),
      stewardName(documents),
    ]);
    if (!facts.ok) return facts;
    if (!done.ok) return done;
    if (!settings.ok) return settings;
    const { githubRepository, githubRepositoryIsPublic } = settings.value;
    const repository = githubRepository ?? pack.github.repository;
    const text = issueText({
      pack,
      kind,
      facts: facts.value,
      progress: done.value,
      answers,
      // The pack's own repository is taken for public: nobody has said otherwise.
      repositoryIsPublic: githubRepositoryIsPublic,
      stewardName: name,
    });
    const { url, trimmed } = newIssueUrl(repository, text);
    return ok({
      kind,
      repository,
      title: text.title,
      body: issueBody(text.sections),
      labels: text.labels,
      url,
      trimmed,
    });
  };

  return {
    draft,
    open: async (request, tabId) => {
      const drafted = await draft(request, tabId);
      if (!drafted.ok) return drafted;
      const { repository, title, url } = drafted.value;
      const { ref, kind } = request;
      const noted = await progress.issueOpened(ref);
      if (!noted.ok) return noted;
      const opened = await tabs.create(tabId === null ? { url } : { url, openerTabId: tabId });
      if (opened !== null) {
        const openedAt = clock().toISOString();
        await watch.begin(opened, { ref, kind, repository, title, openedAt, onForm: true });
      }
      return drafted;
    },
    link: async (ref, kind, url) => {
      const issue = parseIssueUrl(url);
      if (!issue.ok) return issue;
      const { repository, number } = issue.value;
      return await progress.addIssue(ref, {
        ...issue.value,
        kind,
        title: `${repository}#${number}`,
        linkedAt: clock().toISOString(),
        source: 'pasted',
      });
    },
    unlink: async (ref, url) => await progress.removeIssue(ref, url),
  };
}
