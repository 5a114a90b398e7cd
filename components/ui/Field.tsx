import { useId, type ReactElement, type Ref } from 'react';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly multiline?: boolean;
  readonly hint?: string;
  /** What is wrong with the value, in one sentence. */
  readonly problem?: string | null;
  readonly placeholder?: string;
  readonly type?: 'text' | 'url' | 'password' | 'date' | 'time' | 'datetime-local' | 'number';
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly autoComplete?: string;
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
};

/** A labelled text field; hint and problem are tied to it for screen readers. */
export function Field(props: Props): ReactElement {
  const { label, value, onChange, multiline, hint, problem, type = 'text', inputRef } = props;
  const id = useId();
  const noteId = useId();
  const note = problem ?? hint;
  const shared = {
    id,
    ref: inputRef,
    className: 'sw-field__input',
    value,
    placeholder: props.placeholder,
    required: props.required,
    readOnly: props.readOnly,
    autoComplete: props.autoComplete ?? 'off',
    'aria-invalid': problem == null ? undefined : true,
    'aria-describedby': note === undefined ? undefined : noteId,
  };
  return (
    <div className="sw-field">
      <label className="sw-field__label" htmlFor={id}>
        {label}
      </label>
      {multiline === true ? (
        <textarea {...shared} rows={3} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...shared} type={type} onChange={(event) => onChange(event.target.value)} />
      )}
      {note !== undefined && (
        <span id={noteId} className={problem == null ? 'sw-field__hint' : 'sw-field__problem'}>
          {note}
        </span>
      )}
    </div>
  );
}
