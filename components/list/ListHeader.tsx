import { Activity, Keyboard, RefreshCw, Settings } from 'lucide-react';
import type { ReactElement } from 'react';
import { IconButton } from '@/components/ui/IconButton';
import { useSyncList } from '@/lib/client/useList';
import { useOpenSettings } from '@/lib/client/useTeam';
import type { ListView } from '@/lib/contract/list';
import { SyncLine } from './SyncLine';

/** What the page is, how old its data is, and the ways out of it. */
export function ListHeader(props: {
  readonly list: ListView | null;
  readonly onKeys: () => void;
}): ReactElement {
  const { list, onKeys } = props;
  const sync = useSyncList();
  const settings = useOpenSettings();
  return (
    <header className="sl-header">
      <img src="/icon/48.png" alt="" width="32" height="32" />
      <div className="sl-header__words">
        <h1>What needs us now</h1>
        <p className="sl-header__state">
          {list !== null && (
            <>
              <span className="sw-small">{list.host}</span>
              <SyncLine sync={list.sync} />
            </>
          )}
        </p>
      </div>
      <div className="sl-header__tools">
        <IconButton
          icon={RefreshCw}
          label="Look for changes now"
          spinning={sync.isPending}
          onClick={() => sync.mutate()}
        />
        <IconButton icon={Keyboard} label="Keys" aria-keyshortcuts="?" onClick={onKeys} />
        <a
          className="sw-icon-button"
          href="/diagnostics.html"
          target="_blank"
          rel="noreferrer"
          aria-label="Diagnostics"
          title="Diagnostics"
        >
          <Activity size={16} aria-hidden />
        </a>
        <IconButton icon={Settings} label="Settings" onClick={() => settings.mutate()} />
      </div>
      {sync.error !== null && (
        <p className="sl-header__problem" role="alert">
          {sync.error.message}
        </p>
      )}
    </header>
  );
}
