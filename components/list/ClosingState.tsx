import { CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react';
import type { ReactElement } from 'react';
import { Status } from '@/components/ui/Status';
import { useNow } from '@/lib/client/useNow';
import type { ClosingView } from '@/lib/contract/list';
import type { Instant } from '@/lib/contract/result';

function Countdown({ closesAt }: { readonly closesAt: Instant }): ReactElement {
  const now = useNow('second');
  const seconds = Math.ceil((Date.parse(closesAt) - now.getTime()) / 1000);
  if (seconds <= 0) return <Sending />;
  // Read out once: a count that speaks every second drowns everything else.
  return (
    <>
      <span aria-hidden>Closes in {seconds} s</span>
      <span className="sw-sr">Closes in ten seconds</span>
    </>
  );
}

function Sending(): ReactElement {
  return (
    <>
      <LoaderCircle className="sw-spin" size={14} aria-hidden /> Closing …
    </>
  );
}

/** How far a closing is, in the place where it was pressed. */
export function ClosingState(props: {
  readonly state: ClosingView['state'];
  readonly closesAt: Instant;
}): ReactElement {
  const { state, closesAt } = props;
  return (
    <Status className="sl-closing">
      {state === 'waiting' && <Countdown closesAt={closesAt} />}
      {state === 'sending' && <Sending />}
      {state === 'done' && (
        <>
          <CircleCheck className="sl-closing__done" size={14} aria-hidden /> Closed
        </>
      )}
      {state === 'failed' && (
        <>
          <CircleAlert className="sl-closing__failed" size={14} aria-hidden /> Not closed
        </>
      )}
    </Status>
  );
}
