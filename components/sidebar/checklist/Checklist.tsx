import type { ReactElement } from 'react';
import { Card } from '@/components/ui/Card';
import { Disclosure } from '@/components/ui/Disclosure';
import { Notice } from '@/components/ui/Notice';
import { checklistFor, type ChecklistLine } from '@/lib/domain/checklist';
import { useFold } from '../folds';
import { useScene } from '../scene';
import { StepLine } from './StepLine';
import { useTryTime, type TryTime } from './useTryTime';

type Shown = {
  readonly line: ChecklistLine;
  readonly current?: boolean;
  readonly accent?: boolean;
};

function Steps({ shown }: { readonly shown: readonly Shown[] }): ReactElement {
  return (
    <ul className="sb-steps">
      {shown.map(({ line, current = false, accent = false }) => (
        <StepLine key={line.step.id} line={line} next={current} accent={accent} />
      ))}
    </ul>
  );
}

/** What stands at the top: the next step; while a timebox runs its own step, and what follows it only when it is up. */
function currentSteps(
  lines: readonly ChecklistLine[],
  nextStepId: string | null,
  trying: TryTime | null,
  quiet: boolean,
): readonly Shown[] {
  const next = lines
    .filter(({ step }) => step.id === nextStepId)
    .map((line) => ({ line, current: true, accent: !quiet }));
  if (trying === null) return next;
  const place = (id: string | null): number => lines.findIndex(({ step }) => step.id === id);
  const own = { line: trying.line, current: true };
  const comesFirst = place(nextStepId) < place(trying.line.step.id);
  if (comesFirst) return [...next, own];
  return trying.up ? [own, ...next] : [own];
}

/**
 * The process for this ticket: the next step first and loud, what is done folded with its evidence, then what follows.
 * `quiet`: another section holds the page's one accent.
 */
export function Checklist({ quiet = false }: { readonly quiet?: boolean }): ReactElement {
  const { pack, facts, progress, view, incident } = useScene();
  const fold = useFold('checklist');
  const { name, lines, nextStepId } = checklistFor({
    pack,
    facts,
    progress,
    categoryId: view.categoryId,
  });
  const trying = useTryTime(lines);
  const current = currentSteps(lines, nextStepId, trying, quiet);
  const rest = lines.filter(({ step }) => current.every(({ line }) => line.step.id !== step.id));
  const done = rest.filter(({ state }) => state === 'done');
  const later = rest.filter(({ state }) => state === 'open');
  return (
    <Card
      title={incident ? 'Next in this incident' : 'Next'}
      fold={fold}
      aside={<span title={name}>{`${done.length} of ${lines.length} done`}</span>}
    >
      {current.length === 0 && <Notice tone="ok">Every step is done.</Notice>}
      <Steps shown={current} />
      {done.length > 0 && (
        <Disclosure label={`${done.length} done`}>
          <Steps shown={done.map((line) => ({ line }))} />
        </Disclosure>
      )}
      <Steps shown={later.map((line) => ({ line }))} />
    </Card>
  );
}
