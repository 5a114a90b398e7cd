import type { ReactElement } from 'react';
import type { Step } from '@/lib/pack/schema';

/** What a step asks. Where there is more to say, and it is not said already, the words open it. */
export function StepTitle(props: {
  readonly id: string;
  readonly step: Step;
  /** Absent where the help always shows. */
  readonly open?: boolean;
  readonly onToggle?: () => void;
}): ReactElement {
  const { id, step, open, onToggle } = props;
  if (step.help === undefined || onToggle === undefined) {
    return (
      <span className="sb-step__title" id={id}>
        {step.title}
      </span>
    );
  }
  return (
    <button
      type="button"
      className="sb-step__title sb-step__title--more"
      aria-expanded={open === true}
      title="How?"
      onClick={onToggle}
    >
      <span id={id}>{step.title}</span>
    </button>
  );
}
