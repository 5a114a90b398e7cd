import type { Instant } from '@/lib/contract/result';
import type { LinkedIssue, TicketFacts, TicketProgress } from '@/lib/contract/ticket';
import type { Category, ClockFact, Evidence } from '@/lib/pack/schema';

/** What a ticket's history and its progress say; `category` is the one the ticket carries. */
export type History = {
  readonly facts: TicketFacts;
  readonly progress: TicketProgress;
  readonly category: Category | null;
};

/**
 * Whether something has happened. `at` is null when it has, but Freshdesk keeps no time of it (categorising).
 * `unknown`: the data at hand do not tell, which is never taken for a no.
 */
export type Happening =
  | { readonly known: true; readonly happened: true; readonly at: Instant | null }
  | { readonly known: true; readonly happened: false }
  | { readonly known: false };

const NO: Happening = { known: true, happened: false };
const UNKNOWN: Happening = { known: false };
const yes = (at: Instant | null): Happening => ({ known: true, happened: true, at });

function ofInstant(at: Instant | null | undefined): Happening {
  if (at === undefined) return UNKNOWN;
  return at === null ? NO : yes(at);
}

/** Earliest link of an issue of this kind (any kind when absent). */
function firstIssue(progress: TicketProgress, kind?: LinkedIssue['kind']): LinkedIssue | undefined {
  return progress.issues
    .filter((issue) => kind === undefined || issue.kind === kind)
    .sort((a, b) => Date.parse(a.linkedAt) - Date.parse(b.linkedAt))[0];
}

function ofIssue(progress: TicketProgress, kind?: LinkedIssue['kind']): Happening {
  return ofInstant(firstIssue(progress, kind)?.linkedAt ?? null);
}

/**
 * Resolved or closed count only while the ticket stands there: after reopening, Freshdesk's old time is stale.
 * A ticket closed without being resolved first counts as resolved when it was closed.
 */
function ofPhase({ facts }: History, fact: 'resolved' | 'closed'): Happening {
  const { phase } = facts.status;
  if (phase === 'open') return NO;
  if (fact === 'closed') return phase === 'closed' ? yes(facts.closedAt ?? null) : NO;
  return yes(facts.resolvedAt ?? (phase === 'closed' ? (facts.closedAt ?? null) : null));
}

/**
 * When the request came in. A ticket that the team mailed out holds none until the requester's side first answers; where
 * the thread was not read, only the latest answer is known.
 */
export function requestedAt(facts: TicketFacts): Happening {
  if (facts.startedByTeam !== true) return yes(facts.createdAt);
  if (facts.exchange === undefined) return ofInstant(facts.requesterRespondedAt);
  return ofInstant(facts.exchange.find(({ by }) => by === 'requester')?.at ?? null);
}

/** The first public answer of an agent to a request; what the team wrote before somebody asked answers nothing. */
function firstResponse(facts: TicketFacts): Happening {
  const { firstRespondedAt, agentRespondedAt, exchange } = facts;
  if (facts.startedByTeam !== true) return ofInstant(firstRespondedAt);
  const asked = requestedAt(facts);
  if (!asked.known) return UNKNOWN;
  if (!asked.happened || asked.at === null) return NO;
  const since = Date.parse(asked.at);
  const answers = (at: Instant): boolean => Date.parse(at) >= since;
  if (exchange !== undefined) {
    return ofInstant(exchange.find(({ by, at }) => by === 'agent' && answers(at))?.at ?? null);
  }
  if (firstRespondedAt == null || answers(firstRespondedAt)) return ofInstant(firstRespondedAt);
  if (agentRespondedAt === undefined) return UNKNOWN;
  // Later answers than the first are known by the last one alone.
  return agentRespondedAt !== null && answers(agentRespondedAt) ? yes(null) : NO;
}

/** Whether and when the fact that starts, meets or restarts a clock has happened. */
export function happeningOf(history: History, fact: ClockFact): Happening {
  const { facts, progress, category } = history;
  switch (fact) {
    case 'created':
      return yes(facts.createdAt);
    case 'categorised':
      return category === null ? NO : yes(null);
    case 'first-response':
      return firstResponse(facts);
    case 'last-agent-reply':
      return ofInstant(facts.agentRespondedAt);
    case 'last-requester-reply':
      return ofInstant(facts.requesterRespondedAt);
    case 'reopened':
      return ofInstant(facts.reopenedAt);
    case 'timebox-started':
      return ofInstant(progress.timeboxStartedAt);
    case 'issue-linked':
      return ofIssue(progress);
    case 'incident-issue-linked':
      return ofIssue(progress, 'incident');
    case 'engineering-issue-linked':
      return ofIssue(progress, 'engineering');
    case 'resolved':
    case 'closed':
      return ofPhase(history, fact);
    default:
      return fact satisfies never;
  }
}

function replyAfterIssue({ facts, progress }: History, kind: LinkedIssue['kind']): Happening {
  const issue = firstIssue(progress, kind);
  if (issue === undefined) return NO;
  const linkedAt = Date.parse(issue.linkedAt);
  const { firstRespondedAt, agentRespondedAt } = facts;
  if (firstRespondedAt != null && Date.parse(firstRespondedAt) >= linkedAt) {
    return yes(firstRespondedAt);
  }
  if (agentRespondedAt === undefined) return UNKNOWN;
  if (agentRespondedAt === null || Date.parse(agentRespondedAt) < linkedAt) return NO;
  return yes(agentRespondedAt);
}

/** Whether and when a step's evidence has come true. */
export function evidenceOf(history: History, evidence: Evidence): Happening {
  switch (evidence) {
    case 'reply-after-incident-issue':
      return replyAfterIssue(history, 'incident');
    case 'reply-after-engineering-issue':
      return replyAfterIssue(history, 'engineering');
    default:
      return happeningOf(history, evidence);
  }
}

function issueWords(progress: TicketProgress, kind: LinkedIssue['kind']): string {
  const issue = firstIssue(progress, kind);
  return issue === undefined ? 'Issue linked' : `Issue ${issue.repository}#${issue.number} linked`;
}

/** A line's words for evidence that has come true ("Categorised as Incident"). */
export function evidenceWords({ progress, category }: History, evidence: Evidence): string {
  switch (evidence) {
    case 'created':
      return 'Came in';
    case 'categorised':
      return `Categorised as ${category?.name ?? 'something'}`;
    case 'first-response':
      return 'First public answer';
    case 'incident-issue-linked':
      return issueWords(progress, 'incident');
    case 'engineering-issue-linked':
      return issueWords(progress, 'engineering');
    case 'reply-after-incident-issue':
    case 'reply-after-engineering-issue':
      return 'Answered after the issue was opened';
    case 'timebox-started':
      return 'Timebox started';
    case 'resolved':
      return 'Ticket resolved';
    case 'closed':
      return 'Ticket closed';
    default:
      return evidence satisfies never;
  }
}
