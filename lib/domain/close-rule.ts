import type { ListTicket } from '@/lib/contract/list';
import type { Pack } from '@/lib/pack/schema';
import { checklistFor } from './checklist';
import type { Clock } from './slo';
import { wroteSinceResolved } from './turn';

/** Whether the process lets a resolved ticket be closed, and why (not), in one sentence. */
export type CloseRule = { readonly allowed: boolean; readonly why: string };

function missingSteps(pack: Pack, ticket: ListTicket): readonly string[] {
  const { facts, progress, categoryId } = ticket;
  const needed = pack.categories.find(({ id }) => id === categoryId)?.closeAfter ?? [];
  if (needed.length === 0) return [];
  const { lines } = checklistFor({ pack, facts, progress, categoryId });
  return lines.flatMap(({ step, state }) =>
    needed.includes(step.id) && state === 'open' ? [step.title] : [],
  );
}

/**
 * A ticket may be closed when its wait after Resolved is over without an answer and what the category asks for before
 * is done (process: incident 11, non-incident 8). An answer after Resolved is for a person to read: it may confirm, or
 * say that nothing works.
 */
export function closeRuleOf(pack: Pack, ticket: ListTicket, clocks: readonly Clock[]): CloseRule {
  const { facts } = ticket;
  if (wroteSinceResolved(facts))
    return {
      allowed: false,
      why: 'They wrote after it was resolved: read that first, and close the ticket in Freshdesk if it confirms.',
    };
  const wait = clocks.find(({ kind }) => kind === 'wait');
  if (wait === undefined)
    return { allowed: false, why: 'The process does not say when it may be closed.' };
  if (wait.state === 'unknown' || wait.dueAt === null)
    return { allowed: false, why: 'Freshdesk does not say since when it has been resolved.' };
  if (wait.state !== 'due-soon')
    return { allowed: false, why: 'The time for an answer is not over yet.' };
  const [missing] = missingSteps(pack, ticket);
  if (missing !== undefined) return { allowed: false, why: `First: ${missing}.` };
  return { allowed: true, why: 'Nobody has answered since it was resolved.' };
}
