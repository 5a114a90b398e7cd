import { Check, ChevronRight } from 'lucide-react';
import { useId, useState, type ReactElement } from 'react';
import type { Clock } from '@/lib/domain/slo';
import { classes } from '@/components/ui/classes';
import { Meter } from '@/components/ui/Meter';
import { useScene } from '../scene';
import { clockLook, clockSentence, lineWords, metLate, stateWords } from './clock-words';
import { dueWords } from './due-words';
import { WhySum } from './WhySum';

/** What an open clock says under its name: how it stands, and when it is due in both zones. */
function Standing({ clock, now }: { readonly clock: Clock; readonly now: Date }): ReactElement {
  const { ownZone } = useScene();
  const due = dueWords(clock, ownZone, now);
  return (
    <span className="sb-line__second">
      <span className="sw-cut">{stateWords(clock, ownZone, now)}</span>
      {due !== null && (
        <span className="sw-push" title={`${clock.timeZone}: ${due.elsewhere}`}>
          {due.own}
          {due.elsewhere !== '' && ` · ${due.elsewhere}`}
        </span>
      )}
    </span>
  );
}

/** One clock in short; pressing it shows its sum. */
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
  const met = clock.state === 'met';
  const counted = !met && clock.fraction !== null;
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
        </span>
        {counted && <Standing clock={clock} now={now} />}
      </button>
      {counted && (
        <div className="sb-line__bar">
          <Meter
            label={`${clock.name}, time used`}
            fraction={clock.fraction ?? 0}
            words={clockSentence(clock, ownZone, now)}
            tone={clockLook(clock).meter}
          />
        </div>
      )}
      <div id={id} hidden={!open}>
        {open && <WhySum clock={clock} now={now} />}
      </div>
    </li>
  );
}
