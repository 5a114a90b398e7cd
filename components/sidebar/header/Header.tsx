import { RefreshCw } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Chip } from '@/components/ui/Chip';
import { classes } from '@/components/ui/classes';
import { IconButton } from '@/components/ui/IconButton';
import { Skeleton } from '@/components/ui/Skeleton';
import type { TicketRef } from '@/lib/contract/ticket';
import type { TicketView } from '@/lib/contract/views';
import { useRefreshTicket } from '@/lib/client/useTicket';
import { foreignLine } from '../foreign-text';
import { priorityWord } from '../format';
import { DataAge } from './DataAge';
import { HeaderMenu } from './HeaderMenu';
import { RequesterCard } from './RequesterCard';

type Props = {
  readonly ticketRef: TicketRef;
  /** Absent while the ticket is loading for the first time. */
  readonly view: TicketView | undefined;
  /** The ticket could not be read: nothing is still to come. */
  readonly failed: boolean;
  readonly incident: boolean;
  /** Absent where there is nothing to collapse into (a page of its own). */
  readonly onCollapse: (() => void) | undefined;
  /** The duty line. */
  readonly children: ReactNode;
};

const STATUS_TONES = { open: 'plain', resolved: 'ok', closed: 'ok' } as const;

function States({ view }: { readonly view: TicketView }): ReactElement {
  const { facts } = view;
  return (
    <>
      <Chip tone={STATUS_TONES[facts.status.phase]}>{foreignLine(facts.status.label, 40)}</Chip>
      <Chip>{facts.type === null ? 'No type yet' : foreignLine(facts.type, 40)}</Chip>
      {facts.priority > 2 && (
        <Chip tone={facts.priority === 4 ? 'bad' : 'warn'}>{priorityWord(facts.priority)}</Chip>
      )}
    </>
  );
}

/** Which ticket this is, whose, in what state, and how old the data is. */
export function Header(props: Props): ReactElement {
  const { ticketRef, view, failed, incident, onCollapse, children } = props;
  const refresh = useRefreshTicket(ticketRef);
  const waiting = view === undefined && !failed;
  const subject =
    view === undefined
      ? failed
        ? 'Ticket could not be read'
        : null
      : foreignLine(view.facts.subject);
  return (
    <header className={classes('sb-header', incident && 'sb-header--incident')}>
      <div className="sw-row sb-header__top">
        <span className="sb-header__id">#{ticketRef.id}</span>
        <h1 className="sb-header__subject sw-cut sw-foreign" title={subject ?? undefined}>
          {subject ?? <Skeleton heightPx={20} width="70%" />}
        </h1>
        <div className="sw-row sw-push sb-header__tools">
          <IconButton
            icon={RefreshCw}
            label="Refresh from Freshdesk"
            spinning={refresh.isPending}
            onClick={() => refresh.mutate()}
          />
          <HeaderMenu onCollapse={onCollapse} />
        </div>
      </div>
      <div className="sw-row sb-header__who">
        {view !== undefined && <RequesterCard view={view} />}
        {waiting && <Skeleton heightPx={12} width="55%" />}
      </div>
      <div className="sw-row sb-header__states">
        <span className="sw-row sb-header__chips">
          {view !== undefined && <States view={view} />}
          {waiting && <Skeleton heightPx={18} width="96px" />}
        </span>
        {view !== undefined && <DataAge freshness={view.freshness} />}
      </div>
      <div className="sb-header__duty">{children}</div>
    </header>
  );
}
