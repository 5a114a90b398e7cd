import type { ReactElement } from 'react';
import { Notice } from '@/components/ui/Notice';
import type { CommandError } from '@/lib/client/command-error';
import { useOutdated } from '@/lib/client/useOutdated';
import type { TicketView } from '@/lib/contract/views';
import { Problem } from './Problem';

/**
 * The foot of the sidebar speaks only when something is wrong with the data as a whole. It lies over the end of the
 * scroll area, so that nothing above it moves when it comes or goes.
 */
export function StatusBar(props: {
  readonly freshness: TicketView['freshness'] | null;
  /** The last refresh failed on its way, while older data is shown. */
  readonly error: CommandError | null;
  readonly onRetry: () => void;
}): ReactElement | null {
  const { freshness, error, onRetry } = props;
  const outdated = useOutdated();
  const problem = error ?? freshness?.problem ?? null;
  if (!outdated && problem === null) return null;
  return (
    <div className="sb-status">
      {outdated ? (
        <Notice tone="warn">Steward was updated. Reload this tab to go on.</Notice>
      ) : (
        problem !== null && <Problem error={problem} onRetry={onRetry} retryWords="Refresh now" />
      )}
    </div>
  );
}
