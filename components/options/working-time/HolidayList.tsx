import { X } from 'lucide-react';
import { useRef, useState, type ReactElement } from 'react';
import { Button } from '@/components/ui/Button';
import { Disclosure } from '@/components/ui/Disclosure';
import { IconButton } from '@/components/ui/IconButton';
import { Notice } from '@/components/ui/Notice';
import type { Holiday } from '@/lib/contract/working-time';
import { AddHoliday } from './AddHoliday';
import { HolidayImport } from './HolidayImport';
import { dateAt, dateWords } from './dates';
import { sortedHolidays, withHolidays, withoutDates } from './holiday-list';

type Change = (change: (holidays: readonly Holiday[]) => readonly Holiday[]) => void;

/** Days on which nobody works: those ahead, those behind folded away; typed in or taken from a calendar file. */
export function HolidayList(props: {
  readonly holidays: readonly Holiday[];
  readonly onChange: Change;
  readonly timeZone: string;
  readonly now: Date;
}): ReactElement {
  const { holidays, onChange, timeZone, now } = props;
  const [removed, setRemoved] = useState<Holiday | null>(null);
  const dateRef = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const today = dateAt(now, timeZone);
  const sorted = sortedHolidays(holidays);
  const ahead = sorted.filter(({ date }) => date >= today);
  const past = sorted.filter(({ date }) => date < today);
  const remove = (holiday: Holiday): void => {
    // The pressed button goes away with its day; the keyboard goes on in the form below.
    dateRef.current?.focus();
    setRemoved(holiday);
    onChange((now) => withoutDates(now, new Set([holiday.date])));
  };
  return (
    <section className="so-rows" aria-label="Holidays">
      <h3>Holidays</h3>
      {ahead.length === 0 && <p className="sw-muted">No day ahead is closed.</p>}
      <Days label="Holidays ahead" days={ahead} now={now} onRemove={remove} />
      {past.length > 0 && (
        <Disclosure label={past.length === 1 ? '1 past holiday' : `${past.length} past holidays`}>
          <Days label="Past holidays" days={past} now={now} onRemove={remove} />
        </Disclosure>
      )}
      {removed !== null && (
        <Notice
          actions={
            <Button
              onClick={() => {
                setRemoved(null);
                onChange((now) => withHolidays(now, [removed]));
              }}
            >
              Undo
            </Button>
          }
        >
          {removed.name} on {dateWords(removed.date, now)} is a working day again.
        </Notice>
      )}
      <AddHoliday
        holidays={holidays}
        dateRef={dateRef}
        onAdd={(holiday) => {
          setRemoved(null);
          onChange((now) => withHolidays(now, [holiday]));
        }}
      />
      <HolidayImport holidays={holidays} onChange={onChange} today={today} />
    </section>
  );
}

function Days(props: {
  readonly label: string;
  readonly days: readonly Holiday[];
  readonly now: Date;
  readonly onRemove: (holiday: Holiday) => void;
}): ReactElement | null {
  const { days, now, onRemove } = props;
  if (days.length === 0) return null;
  return (
    <ul className="so-days" aria-label={props.label}>
      {days.map((holiday) => (
        <li key={holiday.date}>
          <span className="so-days__date">{dateWords(holiday.date, now)}</span>
          <span className="sw-foreign">{holiday.name}</span>
          <IconButton
            icon={X}
            label={`Remove ${holiday.name}, ${dateWords(holiday.date, now)}`}
            onClick={() => onRemove(holiday)}
          />
        </li>
      ))}
    </ul>
  );
}
