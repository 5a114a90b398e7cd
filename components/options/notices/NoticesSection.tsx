import type { ReactElement } from 'react';
import { Field } from '@/components/ui/Field';
import type { NoticeKind } from '@/lib/contract/working-time';
import { CheckField } from '../CheckField';
import { Section } from '../Section';
import type { Autosave } from '../useAutosave';
import { WeekEditor } from '../WeekEditor';

/** What a steward can be told of, in the order of the page. */
const KINDS: readonly { readonly kind: NoticeKind; readonly label: string }[] = [
  { kind: 'new-request', label: 'A new request came in' },
  { kind: 'answer-due', label: 'An answer is due soon, or late' },
  { kind: 'update-due', label: 'An incident’s next update is due soon, or late' },
  { kind: 'requester-answered', label: 'A requester answered' },
  { kind: 'may-close', label: 'A resolved ticket may be closed' },
];

/** Of what, when and in which zone Steward tells this steward. */
export function NoticesSection({ form }: { readonly form: Autosave }): ReactElement {
  const { draft, change, problems } = form;
  const machineZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const toggle = (kind: NoticeKind, on: boolean): void =>
    change((now) => ({
      noticeKinds: KINDS.map((one) => one.kind).filter((one) =>
        one === kind ? on : now.noticeKinds.includes(one),
      ),
    }));
  return (
    <Section
      title="Notices"
      intro="Steward tells you of each event once, and only in your own working hours. What comes up outside of them is shown together when they begin, if it still stands."
    >
      <fieldset className="so-rows">
        <legend>Tell me when</legend>
        {KINDS.map(({ kind, label }) => (
          <CheckField
            key={kind}
            label={label}
            checked={draft.noticeKinds.includes(kind)}
            onChange={(on) => toggle(kind, on)}
          />
        ))}
      </fieldset>
      <WeekEditor
        legend="Your working hours"
        week={draft.noticeHours}
        onChange={(noticeHours) => change({ noticeHours })}
        problem={
          Object.values(draft.noticeHours).every((day) => day.length === 0)
            ? 'Without hours Steward never speaks up.'
            : null
        }
      />
      <div className="so-pair">
        <Field
          label="Your time zone"
          value={draft.noticeTimeZone}
          onChange={(noticeTimeZone) => change({ noticeTimeZone })}
          problem={problems.noticeTimeZone ?? null}
          placeholder={machineZone}
          hint={`Empty: ${machineZone}, as this machine says.`}
        />
      </div>
    </Section>
  );
}
