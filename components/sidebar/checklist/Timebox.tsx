import { Play, Square } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, type ButtonLook } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { useNow } from '@/lib/client/useNow';
import { useTimebox } from '@/lib/client/useProgress';
import { timeboxSpent } from '@/lib/domain/timebox';
import { minutesSeconds } from '../format';
import { Problem } from '../Problem';
import { useScene } from '../scene';

const MINUTE_MS = 60_000;

function Running(props: { readonly minutes: number }): ReactElement | null {
  const { pack, progress } = useScene();
  const spent = timeboxSpent(pack, progress, useNow('second'));
  if (spent === null) return null;
  const up = spent.ms >= props.minutes * MINUTE_MS;
  return (
    <>
      <span role="timer" className="sb-timebox__time" aria-label="Time spent trying">
        {minutesSeconds(spent.ms)}
      </span>
      <span className="sw-muted">of {props.minutes}:00</span>
      {!spent.counting && (
        <span className="sw-muted">stopped until you are back on this ticket</span>
      )}
      {up && (
        <div className="sb-timebox__up">
          <Notice tone="warn">
            {props.minutes} minutes are up. Resolve it now, or open an issue with what you found.
          </Notice>
        </div>
      )}
    </>
  );
}

/** The time a steward tries alone: started by a press, counted up, and said when it is over. */
export function Timebox(props: {
  readonly minutes: number;
  readonly look: ButtonLook;
  /** Stopped: it has been tried, which the step keeps when the timebox is gone. */
  readonly onTried: () => void;
}): ReactElement {
  const { ref, progress } = useScene();
  const timebox = useTimebox(ref);
  const { timeboxStartedAt } = progress;
  return (
    <>
      <div className="sb-step__do">
        {timeboxStartedAt === null ? (
          <Button
            look={props.look}
            icon={Play}
            busy={timebox.isPending}
            onClick={() => timebox.mutate({ running: true })}
          >
            Start {props.minutes}:00
          </Button>
        ) : (
          <Button
            icon={Square}
            busy={timebox.isPending}
            onClick={() => {
              props.onTried();
              timebox.mutate({ running: false });
            }}
          >
            Stop
          </Button>
        )}
      </div>
      {(timeboxStartedAt !== null || timebox.error !== null) && (
        <div className="sb-step__panel sb-timebox">
          {timeboxStartedAt !== null && <Running minutes={props.minutes} />}
          {timebox.error !== null && <Problem error={timebox.error} />}
        </div>
      )}
    </>
  );
}
