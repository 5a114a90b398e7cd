import { useCallback, useState, type ReactElement } from 'react';
import { Button } from '@/components/ui/Button';
import type { ListActions, ListTroubles } from '@/lib/client/useListActions';
import { Row } from './Row';
import type { Abilities } from './RowActions';
import type { RowView } from './row-view';
import type { RowFocus } from './useRowFocus';

/** The rows that are drawn, and the way to more of them. */
export function Rows(props: {
  readonly rows: readonly RowView[];
  /** How many more there are, and how many the next press brings. */
  readonly hidden: number;
  readonly step: number;
  readonly onMore: () => void;
  readonly moreRef: (button: HTMLButtonElement | null) => void;
  readonly focus: RowFocus;
  readonly abilities: Abilities;
  readonly actions: ListActions;
  readonly failures: ListTroubles['failures'];
  readonly onAside: (key: string) => void;
  readonly onMenu: (open: boolean) => void;
  readonly onPointerMove: () => void;
  readonly onPointerLeave: () => void;
}): ReactElement {
  const { rows, hidden, step, moreRef, focus, abilities, actions, failures } = props;
  return (
    <>
      <div
        role="presentation"
        onFocus={focus.onFocus}
        onBlur={focus.onBlur}
        onPointerMove={props.onPointerMove}
        onPointerLeave={props.onPointerLeave}
      >
        <ol className="sl-rows" aria-label="Tickets, the most urgent first">
          {rows.map((row) => (
            <Row
              key={row.key}
              row={row}
              failure={failures.get(row.key) ?? null}
              current={row.key === focus.current}
              abilities={abilities}
              actions={actions}
              register={focus.register}
              onAside={props.onAside}
              onMenu={props.onMenu}
            />
          ))}
        </ol>
      </div>
      {hidden > 0 && (
        <p className="sl-more">
          <Button size="large" ref={moreRef} onClick={props.onMore}>
            Show {Math.min(step, hidden)} more
          </Button>
          <span className="sw-small">{hidden.toLocaleString('en')} more match</span>
        </p>
      )}
    </>
  );
}

/** Whether a menu of the list is open. */
export function useOpenMenus(): {
  readonly menuOpen: boolean;
  readonly onMenu: (open: boolean) => void;
} {
  const [open, setOpen] = useState(0);
  const onMenu = useCallback((now: boolean) => setOpen((old) => old + (now ? 1 : -1)), []);
  return { menuOpen: open > 0, onMenu };
}
