import { useId, type ReactElement } from 'react';

/** A labelled choice among values that each have words of their own. */
export function ChoiceField(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
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
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
