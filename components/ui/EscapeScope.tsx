import type { ReactElement, ReactNode } from 'react';

/** Calls back when Escape is pressed while the focus is inside. */
export function EscapeScope(props: {
  readonly onEscape: () => void;
  readonly children: ReactNode;
}): ReactElement {
  const { onEscape, children } = props;
  return (
    <div
      role="presentation"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEscape();
      }}
    >
      {children}
    </div>
  );
}
