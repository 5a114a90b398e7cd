import type { TicketFacts, TicketProgress } from '@/lib/contract/ticket';
import type { TemplateValue } from '@/lib/pack/schema';
import { firstNameOf } from './person-name';
import { cleanLine } from './plain';

/** The issue of a kind that was linked last: when a steward links a second one, it is the one meant now. */
function issueUrl(progress: TicketProgress, kind: 'incident' | 'engineering'): string | null {
  return (
    progress.issues
      .filter((issue) => issue.kind === kind)
      .sort((a, b) => Date.parse(b.linkedAt) - Date.parse(a.linkedAt))[0]?.url ?? null
  );
}

/**
 * The values a template can take from the ticket without asking. Only what is known is a key: a requester whose name
 * is an address has no first name, and the steward is asked.
 */
export function templateValues(input: {
  readonly facts: TicketFacts;
  readonly progress: TicketProgress;
  readonly stewardName: string;
}): Record<string, string> {
  const { facts, progress, stewardName } = input;
  const { requester } = facts;
  const known: Readonly<Record<TemplateValue, string | null>> = {
    'requester.firstName': firstNameOf(requester?.name ?? null, requester?.email ?? null),
    'requester.name': requester?.name ?? null,
    'community.name': facts.company?.name ?? null,
    'ticket.id': String(facts.ref.id),
    'ticket.subject': facts.subject,
    'ticket.url': facts.url,
    'steward.name': stewardName,
    'incidentIssue.url': issueUrl(progress, 'incident'),
    'engineeringIssue.url': issueUrl(progress, 'engineering'),
  };
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, value]) => {
      const clean = cleanLine(value ?? '');
      return clean === '' ? [] : [[name, clean]];
    }),
  );
}
