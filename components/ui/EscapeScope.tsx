import type { ReactElement, ReactNode } from 'react';

/** Calls back when Escape is pressed while the focus is inside; the innermost active scope takes the key. */
export function EscapeScope(props: {
  readonly onEscape: () => void;
  /** Nothing is open: the key belongs to the scope around this one. */
  readonly idle?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const { onEscape, idle = false, children } = props;
  return (
    <div
      role="presentation"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || idle) return;
        event.stopPropagation();
        onEscape();
      }}
    >
      {children}
    </div>
  );
}
