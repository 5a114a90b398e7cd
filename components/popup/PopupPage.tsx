import { Settings } from 'lucide-react';
import type { ReactElement } from 'react';
import { NotSetUp } from '@/components/list/NotSetUp';
import { SyncLine } from '@/components/list/SyncLine';
import { useQueue } from '@/components/list/useQueue';
import { Problem } from '@/components/sidebar/Problem';
import { IconButton } from '@/components/ui/IconButton';
import { Skeleton } from '@/components/ui/Skeleton';
import { useKeepInSync } from '@/lib/client/useList';
import { useOpenSettings } from '@/lib/client/useTeam';
import { PopupDuty } from './PopupDuty';
import { PopupList } from './PopupList';

/** The list's short form under the toolbar button: how much needs somebody now, and the most urgent of it. */
export function PopupPage(): ReactElement {
  useKeepInSync();
  const { queue, error, retry } = useQueue();
  const settings = useOpenSettings();
  const notSetUp = queue === null && error?.code === 'not-configured';
  return (
    <main className="sp-page">
      <header className="sp-header">
        <img src="/icon/48.png" alt="" width="24" height="24" />
        <h1>Steward</h1>
        <span className="sw-push">{queue !== null && <SyncLine sync={queue.list.sync} />}</span>
        <IconButton icon={Settings} label="Settings" onClick={() => settings.mutate()} />
      </header>
      <div className="sp-body">
        {notSetUp && <NotSetUp />}
        {error !== null && !notSetUp && <Problem error={error} onRetry={retry} />}
        {queue !== null && <PopupList queue={queue} />}
        {queue === null && error === null && (
          <output aria-label="Reading the list">
            <Skeleton heightPx={300} />
          </output>
        )}
      </div>
      <footer className="sp-footer">
        <PopupDuty />
        <a className="sw-link sw-push" href="/list.html" target="_blank" rel="noreferrer">
          Show all
        </a>
      </footer>
    </main>
  );
}
