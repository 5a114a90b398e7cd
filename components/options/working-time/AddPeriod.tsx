import { Plus } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import type { ReducedCapacity } from '@/lib/contract/working-time';
import { ChoiceField } from '../ChoiceField';
import { MonthDay } from './MonthDay';
import { EMPTY_PERIOD, newPeriod, type PeriodDraft } from './new-period';

const KINDS: readonly { readonly kind: PeriodDraft['kind']; readonly label: string }[] = [
  { kind: 'yearly', label: 'Each year' },
  { kind: 'dates', label: 'Once' },
  { kind: 'weekends', label: 'Every weekend' },
];

/** A period of the team's own: each year, once, or every weekend. */
export function AddPeriod(props: {
  readonly periods: readonly ReducedCapacity[];
  readonly onAdd: (period: ReducedCapacity) => void;
}): ReactElement {
  const [draft, setDraft] = useState(EMPTY_PERIOD);
  const [problem, setProblem] = useState<string | null>(null);
  const change = (part: Partial<PeriodDraft>): void => setDraft((now) => ({ ...now, ...part }));
  return (
    <form
      className="so-form so-period"
      aria-label="Add a period"
      onSubmit={(event) => {
        event.preventDefault();
        const period = newPeriod(draft, props.periods);
        setProblem(typeof period === 'string' ? period : null);
        if (typeof period === 'string') return;
        props.onAdd(period);
        setDraft(EMPTY_PERIOD);
      }}
    >
      <div className="so-pair">
        <Field
          label="Name of the period"
          value={draft.name}
          onChange={(name) => change({ name })}
          placeholder="Summer break"
        />
        <ChoiceField
          label="When"
          value={draft.kind}
          options={KINDS.map(({ kind, label }) => [kind, label] as const)}
          onChange={(value) =>
            change({ kind: KINDS.find(({ kind }) => kind === value)?.kind ?? 'yearly' })
          }
        />
        {draft.kind === 'yearly' && (
          <>
            <MonthDay
              label="First day"
              value={draft.yearlyFrom}
              onChange={(yearlyFrom) => change({ yearlyFrom })}
            />
            <MonthDay
              label="Last day"
              value={draft.yearlyTo}
              onChange={(yearlyTo) => change({ yearlyTo })}
            />
          </>
        )}
        {draft.kind === 'dates' && (
          <>
            <Field
              label="First day"
              type="date"
              value={draft.dateFrom}
              onChange={(dateFrom) => change({ dateFrom })}
            />
            <Field
              label="Last day"
              type="date"
              value={draft.dateTo}
              onChange={(dateTo) => change({ dateTo })}
            />
          </>
        )}
        <ChoiceField
          label="Clocks in it"
          value={draft.clocks}
          options={[
            ['run', 'go on'],
            ['stop', 'stop'],
          ]}
          onChange={(value) => change({ clocks: value === 'stop' ? 'stop' : 'run' })}
        />
      </div>
      <div className="so-row">
        <Button icon={Plus} submit>
          Add the period
        </Button>
        <output className="sw-field__problem">{problem}</output>
      </div>
    </form>
  );
}
