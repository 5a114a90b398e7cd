import type { ReactElement } from 'react';
import { Button } from '@/components/ui/Button';
import type { Instant } from '@/lib/contract/result';
import { useNow } from '@/lib/client/useNow';

/** Takes a change back while that is possible; counts the seconds, then goes. */
export function UndoButton(props: {
  readonly until: Instant;
  readonly onUndo: () => void;
}): ReactElement | null {
  const now = useNow('second');
  const seconds = Math.floor((new Date(props.until).getTime() - now.getTime()) / 1000);
  if (seconds <= 0) return null;
  return (
    <Button look="text" onClick={props.onUndo}>
      Undo{' '}
      <span aria-hidden className="sb-undo__count">
        {seconds} s
      </span>
    </Button>
  );
}
