import { useRef, useState, type ReactElement, type ReactNode, type Ref } from 'react';
import { useDismiss } from '@/components/hooks/useDismiss';

/** What a trigger needs to open its panel. */
export type TriggerProps = {
  readonly ref: Ref<HTMLButtonElement>;
  readonly 'aria-expanded': boolean;
  readonly onClick: () => void;
};

/**
 * A panel over the page, opened by its trigger. Escape, a press outside or leaving it by Tab close it; Escape gives the
 * focus back to the trigger.
 */
export function Popup(props: {
  readonly renderTrigger: (trigger: TriggerProps) => ReactNode;
  readonly children: (close: () => void) => ReactNode;
}): ReactElement {
  const [open, setOpen] = useState(false);
  const [trigger, setTrigger] = useState<HTMLButtonElement | null>(null);
  const rootRef = useRef<HTMLDivElement>(null);
  const close = (): void => setOpen(false);
  const closeAndReturn = (): void => {
    close();
    trigger?.focus();
  };
  useDismiss(rootRef, open, { onOutside: close, onEscape: closeAndReturn });
  return (
    <div className="sw-popup" ref={rootRef}>
      {props.renderTrigger({
        ref: setTrigger,
        'aria-expanded': open,
        onClick: () => setOpen(!open),
      })}
      {open && <div className="sw-popup__panel">{props.children(closeAndReturn)}</div>}
    </div>
  );
}
