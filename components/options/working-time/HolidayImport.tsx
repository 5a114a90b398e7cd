import { CalendarPlus } from 'lucide-react';
import { useRef, useState, type ReactElement } from 'react';
import { Button } from '@/components/ui/Button';
import { Disclosure } from '@/components/ui/Disclosure';
import { Notice } from '@/components/ui/Notice';
import type { Holiday } from '@/lib/contract/working-time';
import { foundWords, holidayCount, readHolidayFile, type Found } from './holiday-file';
import { newHolidays, withHolidays, withoutDates } from './holiday-list';

type State =
  | { readonly step: 'idle' }
  | { readonly step: 'failed'; readonly problem: string }
  | { readonly step: 'found'; readonly found: Found }
  | { readonly step: 'added'; readonly added: readonly Holiday[] };

const IDLE: State = { step: 'idle' };

/** Holidays from an iCalendar file: read in the page, looked at, then added; taken back by one press. */
export function HolidayImport(props: {
  readonly holidays: readonly Holiday[];
  readonly onChange: (change: (holidays: readonly Holiday[]) => readonly Holiday[]) => void;
  /** Local date of the team, `YYYY-MM-DD`. */
  readonly today: string;
}): ReactElement {
  const { holidays, onChange, today } = props;
  const [state, setState] = useState<State>(IDLE);
  const inputRef = useRef<HTMLInputElement>(null);
  const buttonRef = useRef<HTMLButtonElement>(null);
  const read = async (file: File): Promise<void> => {
    const result = await readHolidayFile(file, today);
    setState(
      result.ok
        ? { step: 'found', found: result.value }
        : { step: 'failed', problem: result.error.message },
    );
  };
  const goOn = (next: State): void => {
    buttonRef.current?.focus();
    setState(next);
  };
  const fresh = state.step === 'found' ? newHolidays(holidays, state.found.holidays) : [];
  return (
    <div className="so-import">
      <input
        ref={inputRef}
        hidden
        type="file"
        aria-label="iCalendar file"
        accept=".ics,text/calendar"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // Emptied, so that choosing the same file again is a change too.
          event.target.value = '';
          if (file !== undefined) void read(file);
        }}
      />
      <Button ref={buttonRef} icon={CalendarPlus} onClick={() => inputRef.current?.click()}>
        Import from an iCalendar file
      </Button>
      {state.step === 'failed' && <Notice tone="bad">{state.problem}</Notice>}
      {state.step === 'found' && (
        <Notice
          actions={
            <>
              {fresh.length > 0 && (
                <Button
                  look="chosen"
                  onClick={() => {
                    onChange((now) => withHolidays(now, fresh));
                    goOn({ step: 'added', added: fresh });
                  }}
                >
                  Add {holidayCount(fresh.length)}
                </Button>
              )}
              <Button onClick={() => goOn(IDLE)}>{fresh.length > 0 ? 'Cancel' : 'Close'}</Button>
            </>
          }
        >
          {foundWords(state.found, fresh.length)}
          {fresh.length > 0 && (
            <Disclosure label="Which">
              <ul className="sw-small">
                {fresh.map(({ date, name }) => (
                  <li key={date}>
                    {date} <span className="sw-foreign">{name}</span>
                  </li>
                ))}
              </ul>
            </Disclosure>
          )}
        </Notice>
      )}
      {state.step === 'added' && (
        <Notice
          tone="ok"
          actions={
            <Button
              onClick={() => {
                const dates = new Set(state.added.map(({ date }) => date));
                onChange((now) => withoutDates(now, dates));
                goOn(IDLE);
              }}
            >
              Undo
            </Button>
          }
        >
          {holidayCount(state.added.length)} added.
        </Notice>
      )}
    </div>
  );
}
