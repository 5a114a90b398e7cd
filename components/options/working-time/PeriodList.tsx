import { X } from 'lucide-react';
import { useRef, type ReactElement } from 'react';
import { Button } from '@/components/ui/Button';
import { Disclosure } from '@/components/ui/Disclosure';
import { IconButton } from '@/components/ui/IconButton';
import type { ReducedCapacity } from '@/lib/contract/working-time';
import { AddPeriod } from './AddPeriod';
import { periodWords } from './period-words';

type Periods = readonly ReducedCapacity[];

/** Days on which fewer people work: the process's periods until the team has its own. */
export function PeriodList(props: {
  /** Null: as the process says. */
  readonly own: Periods | null;
  readonly process: Periods;
  readonly onChange: (periods: Periods | null) => void;
  readonly problem: string | null;
  readonly now: Date;
}): ReactElement {
  const { own, process, onChange, problem, now } = props;
  const periods = own ?? process;
  const addRef = useRef<HTMLDivElement>(null);
  return (
    <section className="so-rows" aria-label="Reduced capacity">
      <h3>Reduced capacity</h3>
      <p className="sw-small">
        {own === null
          ? 'The periods of the process. Clocks go on in them and say so, or stop.'
          : 'Your own periods, in place of those of the process.'}
      </p>
      {periods.length === 0 && <p className="sw-muted">There is no such period.</p>}
      <ul className="so-days so-days--periods" aria-label="Periods of reduced capacity">
        {periods.map((period) => (
          <Period
            key={period.id}
            period={period}
            now={now}
            onClocks={(clocks) =>
              onChange(periods.map((one) => (one.id === period.id ? { ...one, clocks } : one)))
            }
            onRemove={() => {
              // The pressed button goes away with its period; the keyboard goes on below the list.
              addRef.current?.focus();
              onChange(periods.filter(({ id }) => id !== period.id));
            }}
          />
        ))}
      </ul>
      <output className="sw-field__problem">{problem}</output>
      <div ref={addRef} tabIndex={-1} className="so-rows">
        <Disclosure label="Add a period">
          <AddPeriod periods={periods} onAdd={(period) => onChange([...periods, period])} />
        </Disclosure>
        {own !== null && (
          <div className="so-row">
            <Button onClick={() => onChange(null)}>Back to the periods of the process</Button>
          </div>
        )}
      </div>
    </section>
  );
}

function Period(props: {
  readonly period: ReducedCapacity;
  readonly now: Date;
  readonly onClocks: (clocks: ReducedCapacity['clocks']) => void;
  readonly onRemove: () => void;
}): ReactElement {
  const { period, now, onClocks, onRemove } = props;
  return (
    <li>
      <span className="so-days__date">
        <span className="sw-foreign">{period.name}</span>
        <span className="sw-field__hint"> {periodWords(period.days, now)}</span>
      </span>
      <select
        className="sw-field__input"
        aria-label={`Clocks in ${period.name}`}
        value={period.clocks}
        onChange={(event) => onClocks(event.target.value === 'stop' ? 'stop' : 'run')}
      >
        <option value="run">clocks go on</option>
        <option value="stop">clocks stop</option>
      </select>
      <IconButton icon={X} label={`Remove ${period.name}`} onClick={onRemove} />
    </li>
  );
}
