import type { ReactElement } from 'react';
import { Field } from '@/components/ui/Field';
import { useNow } from '@/lib/client/useNow';
import type { Settings } from '@/lib/contract/views';
import { durationWords } from '@/lib/domain/words';
import type { Pack } from '@/lib/pack/schema';
import { settingsOf } from '../draft';
import { Section } from '../Section';
import type { Autosave } from '../useAutosave';
import { CalendarChoice } from './CalendarChoice';
import { HolidayList } from './HolidayList';
import { PeriodList } from './PeriodList';
import { WorkingTimePreview } from './WorkingTimePreview';

/** What counts as working time: hours, holidays, reduced capacity; drawn and summed while it is typed. */
export function WorkingTimeSection(props: {
  readonly form: Autosave;
  /** As it is written, without the team's own working time. */
  readonly pack: Pack;
  readonly stored: Settings;
}): ReactElement {
  const { form, pack, stored } = props;
  const { draft, change, problems } = form;
  const now = useNow();
  const { settings } = settingsOf(draft, stored);
  const { workingTime, timeZone } = settings;
  const usualUpdate = pack.objectives.find(({ lane }) => lane === 'update-due');
  return (
    <Section
      title="Working time"
      intro={`Clocks of the process run in these hours and stand still outside of them. They are counted in the team’s time zone, ${timeZone}.`}
    >
      <CalendarChoice form={form} pack={pack} customHours={workingTime.customHours} />
      <WorkingTimePreview pack={pack} workingTime={workingTime} timeZone={timeZone} now={now} />
      <HolidayList
        holidays={draft.holidays}
        onChange={(edit) => change((latest) => ({ holidays: edit(latest.holidays) }))}
        timeZone={timeZone}
        now={now}
      />
      <PeriodList
        own={draft.reducedCapacity}
        process={pack.reducedCapacity ?? []}
        onChange={(reducedCapacity) => change({ reducedCapacity })}
        problem={problems.reducedCapacity ?? null}
        now={now}
      />
      {usualUpdate !== undefined && (
        <div className="so-pair">
          <Field
            label="Next update in an incident, every … hours"
            value={draft.incidentUpdateHours}
            onChange={(incidentUpdateHours) => change({ incidentUpdateHours })}
            problem={problems.incidentUpdateHours ?? null}
            placeholder={`${usualUpdate.targetMinutes / 60}`}
            hint={`By the clock on the wall, also at night. Empty: ${durationWords(usualUpdate.targetMinutes)}, as the process says.`}
          />
        </div>
      )}
    </Section>
  );
}
