import { ChevronRight } from 'lucide-react';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { EscapeScope } from './EscapeScope';

/** More on demand, in place. Escape folds it again while the focus is inside. */
export function Disclosure(props: {
  readonly label: string;
  readonly children: ReactNode;
  readonly startsOpen?: boolean;
}): ReactElement {
  const { label, children, startsOpen = false } = props;
  const [open, setOpen] = useState(startsOpen);
  const [toggle, setToggle] = useState<HTMLButtonElement | null>(null);
  const id = useId();
  return (
    <EscapeScope
      idle={!open}
      onEscape={() => {
        setOpen(false);
        toggle?.focus();
      }}
    >
      <button
        ref={setToggle}
        type="button"
        className="sw-disclosure"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <ChevronRight className="sw-chevron" size={12} aria-hidden />
        {label}
      </button>
      <div id={id} hidden={!open}>
        {open && children}
      </div>
    </EscapeScope>
  );
}
