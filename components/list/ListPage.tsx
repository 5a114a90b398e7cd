import { useRef, type ReactElement } from 'react';
import { Problem, SettingsButton } from '@/components/sidebar/Problem';
import { Notice } from '@/components/ui/Notice';
import { Skeleton } from '@/components/ui/Skeleton';
import { useKeepInSync, useSyncList } from '@/lib/client/useList';
import { useOutdated } from '@/lib/client/useOutdated';
import { FirstLoad } from './FirstLoad';
import { KeysDialog } from './KeysDialog';
import { ListBody } from './ListBody';
import { ListHeader } from './ListHeader';
import { NotSetUp } from './NotSetUp';
import { useQueue, type Queue } from './useQueue';

const SKELETON_ROWS = 6;

/** What keeps the list from being whole and new, each with its next step. */
function Warnings({ queue }: { readonly queue: Queue }): ReactElement {
  const { sync, canWrite } = queue.list;
  const again = useSyncList();
  return (
    <>
      {sync.problem !== null && (
        <Problem error={sync.problem} onRetry={() => again.mutate()} retryWords="Look again now" />
      )}
      <FirstLoad sync={sync} now={queue.now} />
      {!canWrite && (
        <Notice actions={<SettingsButton>Add your API key</SettingsButton>}>
          Steward reads with the session of an open Freshdesk tab. With your key the list stays up
          to date without one, and tickets can be closed here.
        </Notice>
      )}
    </>
  );
}

/** The page "What needs us now": all open and resolved tickets of the account, the most urgent first. */
export function ListPage(): ReactElement {
  useKeepInSync();
  const { queue, error, retry } = useQueue();
  const outdated = useOutdated();
  const keysDialog = useRef<HTMLDialogElement>(null);
  const notSetUp = queue === null && error?.code === 'not-configured';
  return (
    <main className="sl-page">
      <ListHeader list={queue?.list ?? null} onKeys={() => keysDialog.current?.showModal()} />
      {outdated && <Notice tone="warn">Steward was updated. Reload this tab to go on.</Notice>}
      {notSetUp && <NotSetUp />}
      {error !== null && !notSetUp && !outdated && <Problem error={error} onRetry={retry} />}
      {queue !== null && (
        <>
          <Warnings queue={queue} />
          <ListBody queue={queue} keysDialog={keysDialog} />
        </>
      )}
      {queue === null && error === null && (
        <output className="sl-rows" aria-label="Reading the list">
          {Array.from({ length: SKELETON_ROWS }, (_, index) => (
            <Skeleton key={index} heightPx={62} />
          ))}
        </output>
      )}
      <KeysDialog ref={keysDialog} />
    </main>
  );
}
