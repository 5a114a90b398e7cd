import { useId, useState, type ReactElement } from 'react';
import { classes } from '@/components/ui/classes';
import type { ChecklistLine } from '@/lib/domain/checklist';
import { useTick } from '@/lib/client/useProgress';
import { Problem } from '../Problem';
import { useScene } from '../scene';
import { Evidence } from './Evidence';
import { StepAction } from './StepAction';
import { StepMark } from './StepMark';
import { StepTitle } from './StepTitle';

type Props = {
  readonly line: ChecklistLine;
  readonly next: boolean;
  /** This step's button is the page's one filled button. */
  readonly accent: boolean;
};

/** One step: its mark, what it asks, how it was done, and the button that does it. */
export function StepLine({ line, next, accent }: Props): ReactElement {
  const { ref } = useScene();
  const { step, state, how } = line;
  const tick = useTick(ref);
  const titleId = useId();
  const [helpOpen, setHelpOpen] = useState(false);
  const done = state === 'done';
  const setDone = (value: boolean): void => tick.mutate({ stepId: step.id, done: value });
  return (
    <li
      className={classes('sb-step', next && 'sb-step--next', done && 'sb-step--done')}
      {...(next && { 'aria-current': 'step' })}
    >
      <StepMark
        labelledBy={titleId}
        done={done}
        next={next}
        byEvidence={how?.by === 'evidence'}
        disabled={tick.isPending}
        onChange={setDone}
      />
      <div className="sb-step__words">
        <StepTitle
          id={titleId}
          step={step}
          {...(!next && { open: helpOpen, onToggle: () => setHelpOpen(!helpOpen) })}
        />
        {how !== null && <Evidence how={how} />}
      </div>
      {step.help !== undefined && (next || helpOpen) && (
        <p className="sb-step__panel sw-muted">
          {step.help} ({step.source})
        </p>
      )}
      {!done && <StepAction step={step} accent={accent} next={next} onDone={() => setDone(true)} />}
      {tick.error !== null && (
        <div className="sb-step__panel">
          <Problem error={tick.error} />
        </div>
      )}
    </li>
  );
}
