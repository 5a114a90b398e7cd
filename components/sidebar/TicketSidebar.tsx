import { useMemo, type ReactElement } from 'react';
import { usePack, useSettings } from '@/lib/client/useTeam';
import { useRefreshTicket, useTicket } from '@/lib/client/useTicket';
import type { TicketRef } from '@/lib/contract/ticket';
import { ActiveTime } from './clocks/ActiveTime';
import { Duty } from './Duty';
import { Header } from './header/Header';
import { Loading } from './Loading';
import { Problem } from './Problem';
import { Rail } from './Rail';
import { SceneContext, sceneOf } from './scene';
import { Sections } from './Sections';
import { StatusBar } from './StatusBar';

type Props = {
  readonly ticketRef: TicketRef;
  readonly collapsed: boolean;
  /** The steward changed the fold by a press in here, so the focus follows. */
  readonly followFocus: boolean;
  /** Absent for a page of its own, which has nothing to collapse into. */
  readonly onCollapse: ((collapsed: boolean) => void) | undefined;
};

/** Everything about one ticket: the rail or the whole sidebar. */
export function TicketSidebar(props: Props): ReactElement {
  const { ticketRef, collapsed, followFocus, onCollapse } = props;
  const ticket = useTicket(ticketRef);
  const pack = usePack();
  const settings = useSettings();
  const refresh = useRefreshTicket(ticketRef);
  const scene = useMemo(
    () =>
      ticket.data === undefined || pack.data === undefined || settings.data === undefined
        ? null
        : sceneOf(ticket.data, pack.data, settings.data.settings),
    [ticket.data, pack.data, settings.data],
  );
  const failed = [ticket, pack, settings].find(
    (query) => query.data === undefined && query.error !== null,
  );

  if (collapsed) {
    return (
      <SceneContext value={scene}>
        <Rail
          ticketId={ticketRef.id}
          hasScene={scene !== null}
          takeFocus={followFocus}
          onExpand={() => onCollapse?.(false)}
        />
        {scene !== null && <ActiveTime />}
      </SceneContext>
    );
  }
  return (
    <SceneContext value={scene}>
      <div className="sb-root">
        <Header
          ticketRef={ticketRef}
          view={ticket.data}
          failed={ticket.data === undefined && ticket.error !== null}
          incident={scene?.ongoingIncident === true}
          onCollapse={onCollapse === undefined ? undefined : () => onCollapse(true)}
        >
          <Duty />
        </Header>
        {scene !== null && <Sections />}
        {scene !== null && <ActiveTime />}
        {scene === null && failed === undefined && <Loading />}
        {scene === null && failed?.error != null && (
          <main className="sb-main">
            <Problem error={failed.error} onRetry={() => void failed.refetch()} />
          </main>
        )}
        <StatusBar
          freshness={ticket.data?.freshness ?? null}
          error={ticket.data === undefined ? null : (refresh.error ?? ticket.error)}
          onRetry={() => refresh.mutate()}
        />
      </div>
    </SceneContext>
  );
}
