import { useId, type ReactElement } from 'react';
import type { WeeklyHours } from '@/lib/contract/working-time';
import type { Pack } from '@/lib/pack/schema';
import { CUSTOM } from '../draft-working-time';
import type { Autosave } from '../useAutosave';
import { weekWords } from '../week-words';
import { WeekEditor } from '../WeekEditor';

type Choice = { readonly id: string | null; readonly name: string; readonly words: string };

/** The choices: the process's own calendar first, which needs no setting; custom hours last. */
function choicesOf(pack: Pack, custom: string): readonly Choice[] {
  const named = pack.calendars.map(({ id, name, weeklyHours, timeZone }, index): Choice => {
    const zone = timeZone === 'team' ? '' : ` (${timeZone})`;
    const usual = index === 0 ? ', as the process says' : '';
    return { id: index === 0 ? null : id, name, words: `${weekWords(weeklyHours)}${zone}${usual}` };
  });
  return [...named, { id: CUSTOM, name: 'Custom hours', words: custom }];
}

/** Which hours count as working time; custom ones are typed here. */
export function CalendarChoice(props: {
  readonly form: Autosave;
  readonly pack: Pack;
  /** As they are in force: a day that is being typed wrongly keeps its hours. */
  readonly customHours: WeeklyHours;
}): ReactElement {
  const { form, pack, customHours } = props;
  const { draft, change, problems } = form;
  const group = useId();
  const choices = choicesOf(pack, weekWords(customHours));
  // A calendar that the pack no longer has counts as none chosen.
  const chosen = choices.find(({ id }) => id === draft.calendarId)?.id ?? null;
  return (
    <>
      <fieldset className="so-rows">
        <legend>Hours that count</legend>
        {choices.map(({ id, name, words }) => (
          <div className="so-check" key={name}>
            <input
              id={`${group}-${id ?? 'usual'}`}
              type="radio"
              name={group}
              checked={id === chosen}
              onChange={() => change({ calendarId: id })}
            />
            <label htmlFor={`${group}-${id ?? 'usual'}`}>
              {name} <span className="sw-field__hint">{words}</span>
            </label>
          </div>
        ))}
      </fieldset>
      {chosen === CUSTOM && (
        <WeekEditor
          legend="Custom hours"
          week={draft.customHours}
          onChange={(customHours) => change({ customHours })}
          problem={problems.customHours ?? null}
        />
      )}
    </>
  );
}
