import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { classes } from '@/components/ui/classes';

type Props = {
  readonly labelledBy: string;
  readonly done: boolean;
  readonly next: boolean;
  /** Done by what the ticket shows: it cannot be taken back here. */
  readonly byEvidence: boolean;
  readonly disabled: boolean;
  readonly onChange: (done: boolean) => void;
};

/** The round mark of a step: a checkbox by hand, or a plain sign where the ticket itself is the evidence. */
export function StepMark(props: Props): ReactElement {
  const { labelledBy, done, next, byEvidence, disabled, onChange } = props;
  const look = classes('sb-mark', done && 'sb-mark--done', next && 'sb-mark--next');
  if (byEvidence) {
    return (
      <span className={look} title="Done: the ticket shows it">
        <Check size={11} strokeWidth={3} aria-label="Done" />
      </span>
    );
  }
  return (
    <label className={look} title={done ? 'Take the tick back' : 'Tick as done'}>
      <input
        type="checkbox"
        className="sb-mark__input"
        aria-labelledby={labelledBy}
        checked={done}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      {done && <Check size={11} strokeWidth={3} aria-hidden />}
    </label>
  );
}
