import type { ReactElement } from 'react';
import { Status } from '@/components/ui/Status';
import { Skeleton } from '@/components/ui/Skeleton';

/** Heights of the sections of a ticket that nobody has looked at yet, so that the real ones take the same room. */
const HEIGHTS = [182, 154, 233, 91, 138] as const;

/** Stand-ins while a ticket is read for the first time. */
export function Loading(): ReactElement {
  return (
    <Status className="sb-main" label="Reading the ticket">
      {HEIGHTS.map((heightPx) => (
        <div key={heightPx} className="sw-card sb-loading" style={{ height: heightPx }}>
          <Skeleton heightPx={12} width="35%" />
          <Skeleton heightPx={22} width="60%" />
          <Skeleton heightPx={12} width="85%" />
        </div>
      ))}
    </Status>
  );
}
