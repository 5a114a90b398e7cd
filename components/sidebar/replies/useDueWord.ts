import { checklistFor } from '@/lib/domain/checklist';
import type { Template } from '@/lib/pack/schema';
import { useScene } from '../scene';
import { isIncidentWord } from './fits';

/**
 * The text that belongs at the top in an ongoing incident: of those for this category alone, the first in the order of the
 * checklist whose step is still open. Null outside an incident, while the issue whose link it carries is to be opened first,
 * and while the next step itself inserts it.
 */
export function useDueWord(): Template | null {
  const { pack, facts, progress, view, ongoingIncident } = useScene();
  if (!ongoingIncident) return null;
  const { categoryId } = view;
  const { lines, nextStepId } = checklistFor({ pack, facts, progress, categoryId });
  const next = lines.find(({ step }) => step.id === nextStepId);
  if (next?.step.action?.kind === 'open-issue') return null;
  const words = pack.templates.filter((template) => isIncidentWord(template, categoryId));
  for (const { step, state } of lines) {
    const { action } = step;
    if (state === 'done' || action?.kind !== 'insert') continue;
    const word = words.find(({ id }) => id === action.template);
    if (word !== undefined) return step.id === nextStepId ? null : word;
  }
  return null;
}
