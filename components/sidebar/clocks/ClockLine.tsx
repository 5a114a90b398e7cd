import { Check, ChevronRight } from 'lucide-react';
import { useId, useState, type ReactElement } from 'react';
import type { Clock } from '@/lib/domain/slo';
import { classes } from '@/components/ui/classes';
import { useScene } from '../scene';
import { lineWords, metLate, untilWords } from './clock-words';
import { WhySum } from './WhySum';

/** One clock in one line; pressing it shows its sum. */
export function ClockLine({
  clock,
  now,
}: {
  readonly clock: Clock;
  readonly now: Date;
}): ReactElement {
  const { ownZone } = useScene();
  const [open, setOpen] = useState(false);
  const id = useId();
  const until = untilWords(clock, ownZone, now);
  const met = clock.state === 'met';
  return (
    <li className="sb-line">
      <button
        type="button"
        className="sb-line__button"
        aria-expanded={open}
        aria-controls={id}
        title="Why?"
        onClick={() => setOpen(!open)}
      >
        {met ? (
          <Check size={14} aria-label="Met" className="sb-line__met" />
        ) : (
          <ChevronRight size={14} aria-hidden className="sw-chevron" />
        )}
        <span className="sw-cut">{clock.name}</span>
        <span
          className={classes(
            'sw-push sb-line__end',
            clock.state === 'overdue' && 'sb-line__end--bad',
            (clock.state === 'due-soon' || metLate(clock)) && 'sb-line__end--warn',
          )}
        >
          {lineWords(clock)}
          {until !== '' && <span className="sb-line__until"> · {until}</span>}
        </span>
      </button>
      <div id={id} hidden={!open}>
        {open && <WhySum clock={clock} now={now} />}
      </div>
    </li>
  );
}
