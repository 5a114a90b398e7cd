import type { Instant } from '@/lib/contract/result';
import type { TicketFacts, TicketProgress } from '@/lib/contract/ticket';
import type { Category, Checklist, Pack, Step } from '@/lib/pack/schema';
import { findCategory } from './category';
import { evidenceOf, evidenceWords, type History } from './evidence';

/** How a step came to be done: the ticket itself shows it, or a steward ticked it. */
export type DoneHow =
  | { readonly by: 'evidence'; readonly at: Instant | null; readonly what: string }
  | { readonly by: 'hand'; readonly at: Instant; readonly who: string };

export type ChecklistLine = {
  readonly step: Step;
  readonly state: 'open' | 'done';
  readonly how: DoneHow | null;
};

export type ChecklistView = {
  /** Name of the category's checklist, or of the triage before a category is chosen. */
  readonly name: string;
  readonly lines: readonly ChecklistLine[];
  /** The first step that is not done. */
  readonly nextStepId: string | null;
  readonly doneCount: number;
};

/** A tick is the steward's own word, and the only thing that can be taken back, so it is shown before evidence. */
function howDone(history: History, step: Step): DoneHow | null {
  const tick = Object.hasOwn(history.progress.ticks, step.id)
    ? history.progress.ticks[step.id]
    : undefined;
  if (tick !== undefined) return { by: 'hand', at: tick.at, who: tick.by };
  for (const evidence of step.evidence ?? []) {
    const happening = evidenceOf(history, evidence);
    if (happening.known && happening.happened) {
      return { by: 'evidence', at: happening.at, what: evidenceWords(history, evidence) };
    }
  }
  return null;
}

function findChecklist(pack: Pack, id: string | undefined): Checklist | null {
  return pack.checklists.find((checklist) => checklist.id === id) ?? null;
}

function stepsFor(pack: Pack, category: Category | null): readonly Step[] {
  const triage = findChecklist(pack, pack.triage)?.steps ?? [];
  const own = findChecklist(pack, category?.checklist)?.steps ?? [];
  const all = category?.checklist === pack.triage ? triage : [...triage, ...own];
  return all.filter(
    ({ categories }) =>
      categories === undefined || (category !== null && categories.includes(category.id)),
  );
}

/**
 * The steps of the process for one ticket: triage first, then the checklist of its category, each ticked by evidence
 * or by hand. Evidence that is not known leaves a step open.
 */
export function checklistFor(input: {
  readonly pack: Pack;
  readonly facts: TicketFacts;
  readonly progress: TicketProgress;
  readonly categoryId: string | null;
}): ChecklistView {
  const { pack, facts, progress } = input;
  const category = findCategory(pack, input.categoryId);
  const history: History = { facts, progress, category };
  const lines = stepsFor(pack, category).map((step): ChecklistLine => {
    const how = howDone(history, step);
    return { step, how, state: how === null ? 'open' : 'done' };
  });
  const name = findChecklist(pack, category?.checklist ?? pack.triage)?.name ?? pack.name;
  return {
    name,
    lines,
    nextStepId: lines.find(({ state }) => state === 'open')?.step.id ?? null,
    doneCount: lines.filter(({ state }) => state === 'done').length,
  };
}
