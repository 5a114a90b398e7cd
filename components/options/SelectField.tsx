import { useId, type ReactElement } from 'react';

/** A labelled choice among a few known values. */
export function SelectField(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  /** Shown while nothing is chosen. */
  readonly empty: string;
  readonly onChange: (value: string) => void;
}): ReactElement {
  const id = useId();
  return (
    <div className="sw-field">
      <label className="sw-field__label" htmlFor={id}>
        {props.label}
      </label>
      <select
        id={id}
        className="sw-field__input"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      >
        <option value="">{props.empty}</option>
        {props.options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </div>
  );
}
