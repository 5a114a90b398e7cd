import type { LinkedIssue, TicketFacts, TicketProgress } from '@/lib/contract/ticket';

export const REF = { host: 'acme.freshdesk.com', id: 4242 };

/** An open, uncategorised ticket that arrived on Friday 20 November 2026, 16:00 UTC, with no answer yet. */
export function factsWith(changes: Partial<TicketFacts> = {}): TicketFacts {
  return {
    ref: REF,
    url: 'https://acme.freshdesk.com/a/tickets/4242',
    subject: 'Cannot log in to the hub',
    descriptionText: 'Since this morning nobody in the class can log in.',
    status: { code: 2, label: 'Open', phase: 'open' },
    type: null,
    priority: 1,
    tags: [],
    customFields: {},
    groupName: null,
    agentName: null,
    requester: { id: 7, name: 'Ana Ruiz', email: 'ana.ruiz@earthlab.example' },
    company: { id: 3, name: 'Earth Lab' },
    ccEmails: [],
    createdAt: '2026-11-20T16:00:00Z',
    updatedAt: '2026-11-20T16:00:00Z',
    firstRespondedAt: null,
    agentRespondedAt: null,
    requesterRespondedAt: null,
    resolvedAt: null,
    closedAt: null,
    reopenedAt: null,
    pendingSince: null,
    freshdeskFirstResponseDueAt: null,
    freshdeskResolutionDueAt: null,
    ...changes,
  };
}

export function progressWith(changes: Partial<TicketProgress> = {}): TicketProgress {
  return {
    ref: REF,
    ticks: {},
    issues: [],
    timeboxStartedAt: null,
    issueOpenedAt: null,
    answers: {},
    ...changes,
  };
}

export function linked(kind: LinkedIssue['kind'], linkedAt: string, number = 311): LinkedIssue {
  return {
    kind,
    repository: 'acme/infrastructure',
    number,
    url: `https://github.com/acme/infrastructure/issues/${number}`,
    title: 'Hub down',
    linkedAt,
    source: 'seen',
  };
}

/** Facts without some of their keys: what is not known. */
export function without(facts: TicketFacts, ...keys: (keyof TicketFacts)[]): TicketFacts {
  const left: Record<string, unknown> = { ...facts };
  for (const key of keys) delete left[key];
  return left as TicketFacts;
}
