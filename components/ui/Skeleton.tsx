import type { ReactElement } from 'react';

/** A grey stand-in of the final size, so that nothing moves when the content comes. */
export function Skeleton(props: {
  readonly heightPx: number;
  /** A CSS width ("60%", "120px"); the whole line when absent. */
  readonly width?: string;
}): ReactElement {
  return (
    <span
      className="sw-skeleton"
      aria-hidden
      style={{ height: props.heightPx, width: props.width ?? '100%' }}
    />
  );
}
