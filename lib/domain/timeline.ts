import type { TicketFacts, TicketProgress } from '@/lib/contract/ticket';
import { utcWords } from './words';

/** Lines of a Markdown list in UTC: what is known of the ticket's course, oldest first. No names, no ticket text. */
export function timelineLines(facts: TicketFacts, progress?: TicketProgress): readonly string[] {
  const events: readonly (readonly [string | null | undefined, string])[] = [
    [facts.createdAt, 'The community reported it'],
    [facts.firstRespondedAt, 'First answer to the community'],
    [progress?.timeboxStartedAt, 'Support began to investigate'],
    [facts.resolvedAt, 'Ticket resolved'],
    [facts.reopenedAt, 'Ticket reopened'],
  ];
  return events
    .flatMap(([at, what]) => (at == null ? [] : [{ at: new Date(at), what }]))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, what }) => `- ${utcWords(at)}: ${what}`);
}
