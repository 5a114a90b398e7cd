import { CopyCheck, Plus, X } from 'lucide-react';
import { useId, useRef, type ReactElement } from 'react';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { DAYS, nextStretch, readWeek, WEEKDAYS, type StretchDraft, type WeekDraft } from './week';

/** The hours of a week, day by day: stretches are typed, added and removed; what is wrong is said in its line. */
export function WeekEditor(props: {
  readonly legend: string;
  readonly week: WeekDraft;
  readonly onChange: (week: WeekDraft) => void;
  /** Said below when the week as a whole will not do. */
  readonly problem?: string | null;
}): ReactElement {
  const { legend, week, onChange, problem = null } = props;
  const { problems } = readWeek(week, {});
  const copyMonday = (): void =>
    onChange({ ...week, ...Object.fromEntries(WEEKDAYS.map((day) => [day, week.mon])) });
  return (
    <fieldset className="so-week">
      <legend>{legend}</legend>
      {DAYS.map(({ key, name }) => (
        <DayRow
          key={key}
          name={name}
          stretches={week[key]}
          problem={problems[key] ?? null}
          onChange={(stretches) => onChange({ ...week, [key]: stretches })}
        />
      ))}
      <div className="so-row">
        <Button icon={CopyCheck} onClick={copyMonday}>
          Copy Monday to all weekdays
        </Button>
        <output className="sw-field__problem">
          {Object.keys(problems).length === 0 ? problem : null}
        </output>
      </div>
    </fieldset>
  );
}

function DayRow(props: {
  readonly name: string;
  readonly stretches: readonly StretchDraft[];
  readonly problem: string | null;
  readonly onChange: (stretches: readonly StretchDraft[]) => void;
}): ReactElement {
  const { name, stretches, problem, onChange } = props;
  const problemId = useId();
  const addRef = useRef<HTMLButtonElement>(null);
  const set = (index: number, part: Partial<StretchDraft>): void =>
    onChange(stretches.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <div className="so-week__day">
      <span className="so-week__name">{name}</span>
      <div className="so-week__stretches">
        {stretches.map((stretch, index) => (
          // The place in the day is the stretch's identity: times change while they are typed.
          <Stretch
            key={index}
            name={stretches.length === 1 ? name : `${name} ${index + 1}`}
            stretch={stretch}
            problemId={problem === null ? undefined : problemId}
            onChange={(part) => set(index, part)}
            onRemove={() => {
              // The pressed button goes away with its stretch; the keyboard goes on beside it.
              addRef.current?.focus();
              onChange(stretches.filter((_, at) => at !== index));
            }}
          />
        ))}
        {stretches.length === 0 && <span className="sw-muted">Closed</span>}
        <IconButton
          ref={addRef}
          icon={Plus}
          label={`Add hours on ${name}`}
          onClick={() => onChange([...stretches, nextStretch(stretches)])}
        />
      </div>
      <output id={problemId} className="sw-field__problem so-week__problem">
        {problem}
      </output>
    </div>
  );
}

function Stretch(props: {
  readonly name: string;
  readonly stretch: StretchDraft;
  readonly problemId: string | undefined;
  readonly onChange: (part: Partial<StretchDraft>) => void;
  readonly onRemove: () => void;
}): ReactElement {
  const { name, stretch, problemId, onChange, onRemove } = props;
  const shared = {
    className: 'sw-field__input',
    type: 'text',
    size: 5,
    autoComplete: 'off',
    placeholder: '00:00',
    'aria-invalid': problemId === undefined ? undefined : true,
    'aria-describedby': problemId,
  };
  return (
    <span className="so-stretch">
      <input
        {...shared}
        aria-label={`${name} from`}
        value={stretch.from}
        onChange={(event) => onChange({ from: event.target.value })}
      />
      <span aria-hidden>–</span>
      <input
        {...shared}
        aria-label={`${name} to`}
        value={stretch.to}
        onChange={(event) => onChange({ to: event.target.value })}
      />
      <IconButton
        icon={X}
        label={`Remove ${name} ${stretch.from}–${stretch.to}`}
        onClick={onRemove}
      />
    </span>
  );
}
