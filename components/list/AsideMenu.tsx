import { AlarmClock } from 'lucide-react';
import { useEffect, useState, type ReactElement } from 'react';
import { dayTime } from '@/components/sidebar/format';
import { ownTimeZone } from '@/components/sidebar/scene';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { takeFocus } from '@/components/ui/focus';
import { Popup } from '@/components/ui/Popup';
import { useNow } from '@/lib/client/useNow';
import { asideChoices, chosenTime, fieldTime, type AsideChoice } from './put-aside-times';

const WORDS: Readonly<Record<AsideChoice['id'], string>> = {
  hour: 'For 1 hour',
  tomorrow: 'Until tomorrow',
  monday: 'Until Monday',
};

type Choose = (until: Date) => void;

function Choices(props: {
  readonly onChoose: Choose;
  readonly onOpen: (open: boolean) => void;
}): ReactElement {
  const { onChoose, onOpen } = props;
  const now = useNow();
  const choices = asideChoices(now);
  const [value, setValue] = useState(() => fieldTime(choices[1]?.until ?? now));
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    onOpen(true);
    return () => onOpen(false);
  }, [onOpen]);
  return (
    <div className="sl-aside">
      {choices.map(({ id, until }, index) => (
        <button
          key={id}
          type="button"
          className="sw-menu__item"
          ref={index === 0 ? takeFocus : undefined}
          onClick={() => onChoose(until)}
        >
          {WORDS[id]}
          <span className="sw-push sw-muted">{dayTime(until, ownTimeZone(), now)}</span>
        </button>
      ))}
      <form
        className="sl-aside__form"
        onSubmit={(event) => {
          event.preventDefault();
          const until = chosenTime(value, now);
          if (until === null) setProblem('Choose a time to come.');
          else onChoose(until);
        }}
      >
        <Field
          label="Until a time of your own"
          type="datetime-local"
          value={value}
          onChange={setValue}
          problem={problem}
        />
        <Button submit>Put aside</Button>
      </form>
    </div>
  );
}

/** Puts a ticket aside: it leaves the lanes and the count until its time, then comes back by itself. */
export function AsideMenu(props: {
  /** What the button is for, for those who do not see the row around it. */
  readonly label: string;
  readonly tabIndex?: number;
  readonly onChoose: Choose;
  readonly onOpen: (open: boolean) => void;
}): ReactElement {
  const { label, tabIndex, onChoose, onOpen } = props;
  return (
    <Popup
      renderTrigger={({ ref, ...trigger }) => (
        <Button
          icon={AlarmClock}
          aria-label={label}
          aria-keyshortcuts="s"
          tabIndex={tabIndex}
          ref={ref}
          {...trigger}
        >
          Put aside
        </Button>
      )}
    >
      {(close) => (
        <Choices
          onOpen={onOpen}
          onChoose={(until) => {
            close();
            onChoose(until);
          }}
        />
      )}
    </Popup>
  );
}
