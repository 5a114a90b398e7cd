import { Plus } from 'lucide-react';
import { useState, type ReactElement, type Ref } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import type { Holiday } from '@/lib/contract/working-time';
import { isShort } from '../reader';
import { isDate } from './dates';

function problemOf(date: string, name: string, holidays: readonly Holiday[]): string | null {
  if (!isDate(date)) return 'Choose a day from 2000 on.';
  if (!isShort(name)) return 'Use at most 200 characters for the name.';
  const same = holidays.find((holiday) => holiday.date === date);
  return same === undefined ? null : `That day is closed already: ${same.name}.`;
}

/** One more closed day, by date and name. */
export function AddHoliday(props: {
  readonly holidays: readonly Holiday[];
  readonly onAdd: (holiday: Holiday) => void;
  readonly dateRef: Ref<HTMLInputElement & HTMLTextAreaElement>;
}): ReactElement {
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <form
      className="so-add"
      aria-label="Add a holiday"
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = problemOf(date, name.trim(), props.holidays);
        setProblem(wrong);
        if (wrong !== null) return;
        props.onAdd({ date, name: name.trim() === '' ? 'Holiday' : name.trim() });
        setDate('');
        setName('');
      }}
    >
      <Field label="Date" type="date" value={date} onChange={setDate} inputRef={props.dateRef} />
      <Field label="Name of the holiday" value={name} onChange={setName} placeholder="Holiday" />
      <Button icon={Plus} size="large" submit>
        Add
      </Button>
      <output className="sw-field__problem so-add__problem">{problem}</output>
    </form>
  );
}
