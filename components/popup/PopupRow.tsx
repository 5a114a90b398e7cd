import { AlarmClock, Check, Undo2, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { ClosingState } from '@/components/list/ClosingState';
import { LEVEL_LOOKS } from '@/components/list/lane-words';
import type { RowView } from '@/components/list/row-view';
import { IconButton } from '@/components/ui/IconButton';
import type { ListActions } from '@/lib/client/useListActions';
import { useSteward } from '@/lib/client/StewardContext';

const HOUR_MS = 3_600_000;
/** Long enough for the browser to open the tab, short enough not to be seen. */
const LEAVE_MS = 150;

type Props = {
  readonly row: RowView;
  readonly failure: string | null;
  readonly canWrite: boolean;
  readonly actions: ListActions;
  readonly onAside: (key: string) => void;
};

function Actions({ row, canWrite, actions, onAside }: Props): ReactElement {
  const { ticker } = useSteward();
  const ref = { host: row.host, id: row.id };
  const { closingId, closingState } = row;
  if (closingState === 'waiting' && closingId !== null)
    return (
      <IconButton
        icon={Undo2}
        label={`Undo closing ticket ${row.id}`}
        onClick={({ detail }) => {
          if (detail < 2) actions.undoClose(ref, closingId);
        }}
      />
    );
  if (closingState !== null && closingState !== 'failed') return <></>;
  if (row.asideUntil !== '')
    return (
      <IconButton
        icon={Undo2}
        label={`Take back ticket ${row.id}`}
        onClick={() => actions.putAside(ref, null)}
      />
    );
  return (
    <>
      <IconButton
        icon={AlarmClock}
        label={`Put aside ticket ${row.id} for 1 hour`}
        onClick={() => {
          onAside(row.key);
          actions.putAside(ref, new Date(ticker.now().getTime() + HOUR_MS).toISOString());
        }}
      />
      {row.mayClose && canWrite && (
        <IconButton
          icon={Check}
          label={`Close ticket ${row.id}: sets Closed after 10 s; Freshdesk may mail the requester`}
          onClick={() => actions.close(ref, null)}
        />
      )}
    </>
  );
}

/** The line under the subject: what it waits for, or what was just done to it. */
function State({ row }: { readonly row: RowView }): ReactElement {
  if (row.closingState !== null && row.closesAt !== null && row.closingState !== 'failed')
    return <ClosingState state={row.closingState} closesAt={row.closesAt} />;
  return (
    <p className="sp-row__wait sw-cut">
      <span className={`sl-row__due--${row.level}`}>
        {row.asideUntil === '' ? row.wait : `Put aside until ${row.asideUntil}`}
      </span>
      <span className="sw-small sw-foreign"> · {row.community || 'No community'}</span>
    </p>
  );
}

/** One ticket of the popup: press it to open it in a tab. */
export function PopupRow(props: Props): ReactElement {
  const { row, failure, actions } = props;
  const look = LEVEL_LOOKS[row.level];
  const Icon = look.icon;
  const problem = failure ?? row.closingProblem;
  return (
    <li className="sp-row">
      <span className={`sp-row__mark sl-mark--${look.tone}`}>
        <Icon size={16} aria-hidden />
        <span className="sw-sr">{look.word}</span>
      </span>
      <div className="sp-row__main">
        <a
          className="sl-row__link sp-row__link"
          href={row.url}
          target="_blank"
          rel="noreferrer"
          title={row.subject}
          // Firefox leaves the popup open beside the new tab.
          onClick={() => setTimeout(() => globalThis.close(), LEAVE_MS)}
        >
          <span className="sl-row__id">#{row.id}</span>{' '}
          <span className="sw-foreign">{row.subject}</span>
        </a>
        <State row={row} />
        {problem !== null && (
          <p className="sl-row__problem" role="alert">
            {problem}
          </p>
        )}
      </div>
      <div className="sp-row__actions">
        {problem === null ? (
          <Actions {...props} />
        ) : (
          <IconButton
            icon={X}
            label="Dismiss"
            onClick={() => actions.dismiss({ host: row.host, id: row.id }, row.closingId)}
          />
        )}
      </div>
    </li>
  );
}
