import { useState, type ReactElement } from 'react';
import { Card } from '@/components/ui/Card';
import { Disclosure } from '@/components/ui/Disclosure';
import { useCategorise } from '@/lib/client/useCategorise';
import { useFold } from '../folds';
import { useScene } from '../scene';
import { CategoryButtons } from './CategoryButtons';
import { EffectLine } from './EffectLine';
import { IncidentTest, type TestAnswers } from './IncidentTest';

/** What kind of request this is: one press writes it to Freshdesk, one press takes it back. */
export function Triage(props: {
  readonly answers: TestAnswers;
  readonly onAnswer: (answers: TestAnswers) => void;
}): ReactElement {
  const scene = useScene();
  const { ref, view, pack, incident } = scene;
  const { categorise, undo } = useCategorise(ref);
  const [pointedId, setPointedId] = useState<string | null>(null);
  const [byHandId, setByHandId] = useState<string | null>(null);
  const fold = useFold('triage');
  const saysIncident = Object.values(props.answers).includes('yes');
  const busy = categorise.isPending || undo.isPending;

  const choose = (categoryId: string): void => {
    if (categoryId === view.categoryId || busy) return;
    undo.reset();
    if (view.canWrite) categorise.mutate(categoryId);
    else setByHandId(categoryId);
  };

  return (
    <Card title="What is it?" fold={fold}>
      <CategoryButtons
        pack={pack}
        chosenId={view.categoryId}
        busyId={categorise.isPending ? (categorise.variables ?? null) : null}
        emphasisedId={saysIncident && !incident ? 'incident' : null}
        onChoose={choose}
        onPoint={setPointedId}
      />
      <EffectLine
        pointedId={pointedId}
        byHandId={byHandId}
        categorise={categorise}
        undo={undo}
        onRetry={choose}
      />
      <Disclosure label="Which one? Definitions and incident test">
        <IncidentTest pack={pack} answers={props.answers} onAnswer={props.onAnswer} />
      </Disclosure>
    </Card>
  );
}
