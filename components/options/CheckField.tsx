import { useId, type ReactElement } from 'react';

/** A labelled box to tick, with what it means below. */
export function CheckField(props: {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}): ReactElement {
  const id = useId();
  return (
    <div className="so-check">
      <input
        id={id}
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <label htmlFor={id}>
        {props.label}{' '}
        {props.hint !== undefined && <span className="sw-field__hint">{props.hint}</span>}
      </label>
    </div>
  );
}
