import type { ReactElement } from 'react';
import { Field } from '@/components/ui/Field';
import type { Settings } from '@/lib/contract/views';
import { rotationProblem, type Rotation } from '@/lib/domain/rotation';
import type { Pack } from '@/lib/pack/schema';
import { settingsOf } from './draft';
import { namesOf } from './fields';
import { Section } from './Section';
import { SelectField } from './SelectField';
import { ShiftPlot } from './ShiftPlot';
import type { Autosave } from './useAutosave';

/** Who serves, in which order, since when; the next shifts are drawn at once. */
export function TeamSection(props: {
  readonly form: Autosave;
  readonly rule: Pack['rotation'];
  readonly stored: Settings;
}): ReactElement {
  const { form, rule, stored } = props;
  const { draft, change, problems } = form;
  const { settings } = settingsOf(draft, stored);
  const rotation: Rotation = {
    roster: settings.roster,
    firstShiftStart: settings.firstShiftStart ?? '',
    firstIncoming: settings.firstIncoming ?? '',
    timeZone: settings.timeZone,
    handoverTime: settings.handoverTime,
    shiftWeeks: rule.shiftWeeks,
    stewardsOnDuty: rule.stewardsOnDuty,
    overrides: [],
  };
  const missing =
    settings.firstShiftStart === null || settings.firstIncoming === null
      ? 'Name a roster, a day and who joins then, and the next shifts appear here.'
      : rotationProblem(rotation);

  return (
    <Section title="Team" intro={rule.rule}>
      <Field
        label="Your name in ticks and notes"
        value={draft.stewardName}
        onChange={(stewardName) => change({ stewardName })}
        problem={problems.stewardName ?? null}
      />
      <Field
        label="Roster"
        multiline
        value={draft.roster}
        onChange={(roster) => change({ roster })}
        problem={problems.roster ?? null}
        hint="One name a line, in the order in which you take turns."
      />
      <div className="so-pair">
        <Field
          label="First shift starts on"
          type="date"
          value={draft.firstShiftStart}
          onChange={(firstShiftStart) => change({ firstShiftStart })}
          problem={problems.firstShiftStart ?? null}
        />
        <SelectField
          label="Joins on that day"
          value={draft.firstIncoming}
          options={namesOf(draft.roster)}
          empty="Choose a name"
          onChange={(firstIncoming) => change({ firstIncoming })}
        />
        <Field
          label="Handover time"
          type="time"
          value={draft.handoverTime}
          onChange={(handoverTime) => change({ handoverTime })}
          problem={problems.handoverTime ?? null}
        />
        <Field
          label="Time zone of the team"
          value={draft.timeZone}
          onChange={(timeZone) => change({ timeZone })}
          problem={problems.timeZone ?? null}
          hint="Clocks and shifts count in this zone."
        />
      </div>
      {missing === null ? (
        <ShiftPlot rotation={rotation} />
      ) : (
        <p className="sw-field__hint">{missing}</p>
      )}
    </Section>
  );
}
