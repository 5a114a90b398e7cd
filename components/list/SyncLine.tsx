import type { ReactElement } from 'react';
import { nearTime } from '@/components/sidebar/format';
import { ownTimeZone } from '@/components/sidebar/scene';
import { useNow } from '@/lib/client/useNow';
import type { SyncState } from '@/lib/contract/list';

/** The state of the data in one line: as of when, and when Steward looks again. */
export function SyncLine({ sync }: { readonly sync: SyncState }): ReactElement {
  const now = useNow();
  const near = (at: string): string => nearTime(new Date(at), ownTimeZone(), now);
  const { lastAt, nextAt } = sync;
  const next = nextAt !== null && new Date(nextAt) > now ? ` · next look ${near(nextAt)}` : '';
  return (
    <span className="sw-small">
      {lastAt === null ? 'Not read yet' : `As of ${near(lastAt)}`}
      {next}
    </span>
  );
}
