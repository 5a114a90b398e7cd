import type { ReactElement } from 'react';
import { Card } from '@/components/ui/Card';
import { Disclosure } from '@/components/ui/Disclosure';
import { Notice } from '@/components/ui/Notice';
import { checklistFor, type ChecklistLine } from '@/lib/domain/checklist';
import { useFold } from '../folds';
import { useScene } from '../scene';
import { StepLine } from './StepLine';

function Steps(props: {
  readonly lines: readonly ChecklistLine[];
  readonly nextStepId: string | null;
  readonly quiet: boolean;
}): ReactElement {
  const { lines, nextStepId, quiet } = props;
  return (
    <ul className="sb-steps">
      {lines.map((line) => (
        <StepLine
          key={line.step.id}
          line={line}
          next={line.step.id === nextStepId}
          accent={line.step.id === nextStepId && !quiet}
        />
      ))}
    </ul>
  );
}

/**
 * The process for this ticket: the next step first and loud, what is done folded with its evidence, then what follows.
 * `quiet`: another section holds the page's one accent.
 */
export function Checklist({ quiet = false }: { readonly quiet?: boolean }): ReactElement {
  const { pack, facts, progress, view, incident } = useScene();
  const fold = useFold('checklist');
  const { name, lines, nextStepId, doneCount } = checklistFor({
    pack,
    facts,
    progress,
    categoryId: view.categoryId,
  });
  const next = lines.filter(({ step }) => step.id === nextStepId);
  const done = lines.filter(({ state }) => state === 'done');
  const later = lines.filter(({ step, state }) => state === 'open' && step.id !== nextStepId);
  return (
    <Card
      title={incident ? 'Next in this incident' : 'Next'}
      fold={fold}
      aside={<span title={name}>{`${doneCount} of ${lines.length} done`}</span>}
    >
      {next.length === 0 && <Notice tone="ok">Every step is done.</Notice>}
      <Steps lines={next} nextStepId={nextStepId} quiet={quiet} />
      {done.length > 0 && (
        <Disclosure label={`${done.length} done`}>
          <Steps lines={done} nextStepId={null} quiet />
        </Disclosure>
      )}
      <Steps lines={later} nextStepId={null} quiet />
    </Card>
  );
}
