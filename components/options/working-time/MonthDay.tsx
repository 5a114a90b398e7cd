import type { ReactElement } from 'react';
import { MONTHS } from './dates';
import { daysOfMonth } from './new-period';

const two = (value: number): string => `${value}`.padStart(2, '0');

/** A day of each year, chosen by day and month. Its value is `MM-DD`. */
export function MonthDay(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactElement {
  const { label, value, onChange } = props;
  const [month = '01', day = '01'] = value.split('-');
  // A shorter month takes its own last day.
  const join = (toMonth: string, toDay: string): string =>
    `${toMonth}-${two(Math.min(Number(toDay), daysOfMonth(toMonth)))}`;
  return (
    <fieldset className="so-month-day">
      <legend className="sw-field__label">{label}</legend>
      <span className="so-stretch">
        <select
          className="sw-field__input"
          aria-label="Day"
          value={day}
          onChange={(event) => onChange(join(month, event.target.value))}
        >
          {Array.from({ length: daysOfMonth(month) }, (_, index) => two(index + 1)).map((one) => (
            <option key={one} value={one}>
              {Number(one)}
            </option>
          ))}
        </select>
        <select
          className="sw-field__input"
          aria-label="Month"
          value={month}
          onChange={(event) => onChange(join(event.target.value, day))}
        >
          {MONTHS.map((name, index) => (
            <option key={name} value={two(index + 1)}>
              {name}
            </option>
          ))}
        </select>
      </span>
    </fieldset>
  );
}
