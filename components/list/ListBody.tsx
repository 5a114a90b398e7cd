import { useMemo, useRef, useState, type ReactElement, type RefObject } from 'react';
import { ownTimeZone } from '@/components/sidebar/scene';
import { Status } from '@/components/ui/Status';
import { useListActions } from '@/lib/client/useListActions';
import { Empty } from './Empty';
import { FilterBar } from './FilterBar';
import { hashOfFilters } from './filters';
import { Rows, useOpenMenus } from './Rows';
import { rowView } from './row-view';
import { useBusyPointer } from './useBusyPointer';
import { useFilters } from './useFilters';
import { useListKeys } from './useListKeys';
import { usePins } from './usePins';
import type { Queue } from './useQueue';
import { useRowFocus } from './useRowFocus';
import { useShownItems } from './useShownItems';
import { useSteadyItems } from './useSteadyItems';
import { ViewTabs } from './ViewTabs';

/** Rows drawn at first and with each press for more: thousands at once would make every key wait. */
const STEP = 100;

/** The list with its filters, keys and actions. */
export function ListBody(props: {
  readonly queue: Queue;
  readonly keysDialog: RefObject<HTMLDialogElement | null>;
}): ReactElement {
  const { list, items, pack, now } = props.queue;
  const { filters, change } = useFilters();
  const { actions, failures, dismissed } = useListActions();
  const { pins, pin } = usePins();
  const { menuOpen, onMenu } = useOpenMenus();
  const { busy, onPointerMove, onPointerLeave } = useBusyPointer();
  const part = hashOfFilters(filters);
  const [limit, setLimit] = useState({ part, rows: STEP });
  const drawn = limit.part === part ? limit.rows : STEP;
  const searchRef = useRef<HTMLInputElement>(null);
  const moreRef = useRef<HTMLButtonElement>(null);

  const { shown, counts } = useShownItems(items, filters, pins);
  const steady = useSteadyItems(shown, items, busy || menuOpen, part);
  const rows = useMemo(() => {
    const context = { pack, ownZone: ownTimeZone(), now, dismissed };
    return steady.slice(0, drawn).map((item) => rowView(item, context));
  }, [steady, drawn, pack, now, dismissed]);

  const focus = useRowFocus(rows.map(({ key }) => key));
  useListKeys({
    onMove: (step) => {
      if (!focus.move(step) && step > 0) moreRef.current?.focus();
    },
    onSearch: () => searchRef.current?.focus(),
    onHelp: () => props.keysDialog.current?.showModal(),
  });

  const needed = counts.get('now') ?? 0;
  return (
    <>
      <ViewTabs shown={filters.shown} counts={counts} onChange={(one) => change({ shown: one })} />
      <FilterBar
        filters={filters}
        tickets={list.tickets}
        searchRef={searchRef}
        onChange={change}
        onLeaveSearch={focus.focusCurrent}
      />
      <Status className="sw-sr">
        {needed === 1 ? '1 ticket needs you now' : `${needed} tickets need you now`}
      </Status>
      {rows.length === 0 ? (
        <Empty filters={filters} sync={list.sync} onShowAll={() => change({ shown: 'all' })} />
      ) : (
        <Rows
          rows={rows}
          hidden={steady.length - rows.length}
          step={STEP}
          onMore={() => setLimit({ part, rows: drawn + STEP })}
          moreRef={(button) => {
            moreRef.current = button;
          }}
          focus={focus}
          abilities={list}
          actions={actions}
          failures={failures}
          onAside={pin}
          onMenu={onMenu}
          onPointerMove={onPointerMove}
          onPointerLeave={onPointerLeave}
        />
      )}
    </>
  );
}
