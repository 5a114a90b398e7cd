import { useEffect, useState, type ReactElement } from 'react';
import { useOutdated } from '@/lib/client/useOutdated';
import { useSetLayout, useTabState } from '@/lib/client/useTabState';
import type { TicketRef } from '@/lib/contract/ticket';
import type { Theme } from '@/lib/contract/views';
import { Notice } from '@/components/ui/Notice';
import { FoldsContext, useFolds } from './folds';
import { Loading } from './Loading';
import { Problem } from './Problem';
import { TicketSidebar } from './TicketSidebar';

function useTheme(theme: Theme | undefined): void {
  useEffect(() => {
    if (theme === undefined) delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}

/**
 * The page inside the sidebar's frame. `standalone`: the ticket named in the address of a page opened on its own;
 * null inside a Freshdesk tab, whose state the background tells.
 */
export function SidebarApp({
  standalone,
}: {
  readonly standalone: TicketRef | null;
}): ReactElement {
  const tab = useTabState(standalone === null);
  const setLayout = useSetLayout();
  const outdated = useOutdated();
  const folds = useFolds();
  const [pressed, setPressed] = useState(false);
  useTheme(tab.data?.theme);

  const ticketRef = standalone ?? tab.data?.ticket ?? null;
  if (ticketRef !== null) {
    return (
      <FoldsContext value={folds}>
        <TicketSidebar
          key={`${ticketRef.host}/${ticketRef.id}`}
          ticketRef={ticketRef}
          collapsed={standalone === null && tab.data?.layout.collapsed === true}
          followFocus={pressed}
          onCollapse={
            standalone !== null
              ? undefined
              : (collapsed) => {
                  setPressed(true);
                  setLayout.mutate({ collapsed });
                }
          }
        />
      </FoldsContext>
    );
  }
  if (outdated) return <Notice tone="warn">Steward was updated. Reload this tab to go on.</Notice>;
  if (tab.error !== null) return <Problem error={tab.error} onRetry={() => void tab.refetch()} />;
  if (tab.data === undefined) return <Loading />;
  return (
    <main className="sb-main">
      <p className="sw-small">Open a ticket in Freshdesk, and what it needs stands here.</p>
    </main>
  );
}
