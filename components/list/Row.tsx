import { memo, type ReactElement } from 'react';
import { Button } from '@/components/ui/Button';
import { Chip } from '@/components/ui/Chip';
import { Meter } from '@/components/ui/Meter';
import type { ListActions } from '@/lib/client/useListActions';
import { LANE_WORDS, LEVEL_LOOKS } from './lane-words';
import { RowActions, type Abilities } from './RowActions';
import { sameRow, type RowView } from './row-view';

type Props = {
  readonly row: RowView;
  /** What went wrong with it here; null: nothing. */
  readonly failure: string | null;
  /** Tab reaches this row; the others are reached by the arrow keys. */
  readonly current: boolean;
  readonly abilities: Abilities;
  readonly actions: ListActions;
  readonly register: (key: string, link: HTMLElement | null) => void;
  readonly onAside: (key: string) => void;
  readonly onMenu: (open: boolean) => void;
};

function Who({
  row,
  tabIndex,
}: {
  readonly row: RowView;
  readonly tabIndex: number;
}): ReactElement {
  return (
    <p className="sl-row__who sw-small">
      <span className="sw-foreign sl-row__community">{row.community || 'No community'}</span>
      {row.requester !== '' && <span className="sw-foreign">{row.requester}</span>}
      <span className="sw-foreign">{row.steward || 'Nobody assigned'}</span>
      <span>{row.category || 'Not categorised'}</span>
      {row.issueUrl !== '' && (
        <a
          className="sw-link"
          href={row.issueUrl}
          target="_blank"
          rel="noreferrer"
          tabIndex={tabIndex}
        >
          Issue {row.issueName}
        </a>
      )}
    </p>
  );
}

function Wait({ row }: { readonly row: RowView }): ReactElement {
  return (
    <div className="sl-row__wait">
      <p className={`sl-row__due sl-row__due--${row.level}`}>
        {row.wait}
        {row.waitTime !== '' && (
          <>
            <span className="sw-small">&nbsp;· </span>
            <span className="sw-small sl-row__time">{row.waitTime}</span>
          </>
        )}
      </p>
      {row.fraction !== null && (
        <Meter label="Time used" fraction={row.fraction} words={row.wait} tone={row.tone} />
      )}
    </div>
  );
}

/** What closing does outside, or why the process does not allow it yet. */
function closeLine({ closeWhy, mayClose, closingState }: RowView, canWrite: boolean): string {
  if (closeWhy === null) return '';
  if (closingState === 'done') return 'This line leaves the list by itself.';
  if (!mayClose) return closeWhy;
  return canWrite
    ? `${closeWhy} Close sets Closed after 10 s; Freshdesk may mail the requester; no survey.`
    : `${closeWhy} Close it in Freshdesk, or add your API key in the settings.`;
}

function RowOf(props: Props): ReactElement {
  const { row, failure, current, abilities, actions, register } = props;
  const look = LEVEL_LOOKS[row.level];
  const Icon = look.icon;
  const effectId = `effect-${row.key}`;
  const tabIndex = current ? 0 : -1;
  const line = closeLine(row, abilities.canWrite);
  const problem = failure ?? row.closingProblem;
  return (
    <li className="sl-row" data-row={row.key} data-level={row.level}>
      <span className={`sl-row__mark sl-mark--${look.tone}`}>
        <Icon size={16} aria-hidden /> {look.word}
      </span>
      <div className="sl-row__main">
        <p className="sl-row__title">
          <a
            className="sl-row__link"
            href={row.url}
            target="_blank"
            rel="noreferrer"
            title={row.subject}
            tabIndex={tabIndex}
            ref={(link) => {
              register(row.key, link);
              return () => register(row.key, null);
            }}
          >
            <span className="sl-row__id">#{row.id}</span>{' '}
            <span className="sw-foreign">{row.subject}</span>
          </a>
          <Chip>{LANE_WORDS[row.lane]}</Chip>
          {row.asideUntil !== '' && (
            <Chip tone="accent">{`Put aside until ${row.asideUntil}`}</Chip>
          )}
        </p>
        <Who row={row} tabIndex={tabIndex} />
        {line !== '' && (
          <p className="sl-row__note sw-muted" id={effectId}>
            {line}
          </p>
        )}
        {problem !== null && (
          <p className="sl-row__problem" role="alert">
            {problem}{' '}
            <Button
              look="text"
              tabIndex={tabIndex}
              onClick={() => actions.dismiss({ host: row.host, id: row.id }, row.closingId)}
            >
              Dismiss
            </Button>
          </p>
        )}
      </div>
      <Wait row={row} />
      <div className="sl-row__actions">
        <RowActions {...props} tabIndex={tabIndex} effectId={effectId} />
      </div>
    </li>
  );
}

/** One ticket of the list. Drawn again only when something it shows has changed. */
export const Row = memo(
  RowOf,
  (a, b) =>
    sameRow(a.row, b.row) &&
    a.failure === b.failure &&
    a.current === b.current &&
    a.abilities.canWrite === b.abilities.canWrite &&
    a.abilities.canCloseIssues === b.abilities.canCloseIssues &&
    a.actions === b.actions &&
    a.register === b.register &&
    a.onAside === b.onAside &&
    a.onMenu === b.onMenu,
);
