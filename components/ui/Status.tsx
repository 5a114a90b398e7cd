import type { ReactElement, ReactNode } from 'react';
import { classes } from './classes';

/** A line that is read out when it changes, at the reader's leisure. */
export function Status(props: {
  readonly className?: string;
  readonly label?: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <output className={classes('sw-status', props.className)} aria-label={props.label}>
      {props.children}
    </output>
  );
}
