import { Plus, Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { IconButton } from '@/components/ui/IconButton';
import { Section } from './Section';
import type { Autosave } from './useAutosave';

type Row = { readonly company: string; readonly hours: string };

/** Hours a month: per community, from a company field, or one figure for all. */
export function BudgetSection(props: {
  readonly form: Autosave;
  readonly hoursPerEngineer: number;
  readonly communitiesPerEngineer: number;
}): ReactElement {
  const { draft, change, problems } = props.form;
  const { hoursPerEngineer, communitiesPerEngineer } = props;
  const usual = Math.round((hoursPerEngineer / communitiesPerEngineer) * 10) / 10;
  const setRow = (index: number, part: Partial<Row>): void =>
    change({ budgets: draft.budgets.map((row, at) => (at === index ? { ...row, ...part } : row)) });

  return (
    <Section
      title="Support budgets"
      intro="Hours a month for change and guidance requests. Incidents never draw on them."
    >
      <div className="so-pair">
        <Field
          label="Default hours a month"
          value={draft.budgetDefaultHours}
          onChange={(budgetDefaultHours) => change({ budgetDefaultHours })}
          problem={problems.budgetDefaultHours ?? null}
          placeholder={`${usual}`}
          hint={`Empty: ${hoursPerEngineer} h of an engineer’s month among ${communitiesPerEngineer} communities, ${usual} h each.`}
        />
        <Field
          label="Company field with the hours"
          value={draft.budgetCompanyField}
          onChange={(budgetCompanyField) => change({ budgetCompanyField })}
          problem={problems.budgetCompanyField ?? null}
          placeholder="support_hours_per_month"
          hint="When your Freshdesk companies carry the figure, it comes first."
        />
      </div>
      <fieldset className="so-rows">
        <legend>Hours by community</legend>
        {draft.budgets.map((row, index) => (
          // The place in the list is the row's identity: names change while they are typed.
          <div className="so-rows__row" key={index}>
            <Field
              label={`Community ${index + 1}`}
              value={row.company}
              onChange={(company) => setRow(index, { company })}
            />
            <Field
              label={`Hours of community ${index + 1}`}
              value={row.hours}
              onChange={(hours) => setRow(index, { hours })}
            />
            <IconButton
              icon={Trash2}
              label={`Remove ${row.company === '' ? `community ${index + 1}` : row.company}`}
              onClick={() => change({ budgets: draft.budgets.filter((_, at) => at !== index) })}
            />
          </div>
        ))}
        <div className="so-row">
          <Button
            icon={Plus}
            onClick={() => change({ budgets: [...draft.budgets, { company: '', hours: '' }] })}
          >
            Add a community
          </Button>
          <output className="sw-field__problem">{problems.budgets ?? ''}</output>
        </div>
      </fieldset>
    </Section>
  );
}
