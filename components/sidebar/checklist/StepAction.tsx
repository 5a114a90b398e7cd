import { ExternalLink } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/components/ui/Button';
import type { Step } from '@/lib/pack/schema';
import { StepInsert } from './StepInsert';
import { StepIssue } from './StepIssue';
import { Timebox } from './Timebox';

type Props = {
  readonly step: Step;
  readonly accent: boolean;
  readonly next: boolean;
  readonly onDone: () => void;
};

/** The button that does a step. A step without one is done by hand, which only the next step offers as a button. */
export function StepAction({ step, accent, next, onDone }: Props): ReactElement | null {
  const { action } = step;
  const look = accent ? 'filled' : 'quiet';
  switch (action?.kind) {
    case 'insert':
      return <StepInsert templateId={action.template} look={look} next={next} />;
    case 'open-issue':
      return <StepIssue kind={action.issue} look={look} next={next} />;
    case 'timebox':
      return <Timebox minutes={action.minutes} look={look} onTried={onDone} />;
    case 'link':
      return (
        <div className="sb-step__panel">
          <a className="sw-link" href={action.url} target="_blank" rel="noreferrer">
            {action.label} <ExternalLink size={12} aria-label="(opens a new tab)" />
          </a>
        </div>
      );
    case 'categorise':
      return next ? (
        <div className="sb-step__panel sw-muted">Press what it is, under “What is it?”.</div>
      ) : null;
    case undefined:
      return next ? (
        <div className="sb-step__do">
          <Button look={look} onClick={onDone}>
            Done
          </Button>
        </div>
      ) : null;
    default:
      return action satisfies never;
  }
}
