import { CircleCheck } from 'lucide-react';
import { useMemo, type ReactElement } from 'react';
import { FirstLoad } from '@/components/list/FirstLoad';
import { belongsTo, isDone } from '@/components/list/queue';
import { rowView } from '@/components/list/row-view';
import { useBusyPointer } from '@/components/list/useBusyPointer';
import { usePins } from '@/components/list/usePins';
import type { Queue } from '@/components/list/useQueue';
import { useSteadyItems } from '@/components/list/useSteadyItems';
import { Problem } from '@/components/sidebar/Problem';
import { ownTimeZone } from '@/components/sidebar/scene';
import { Status } from '@/components/ui/Status';
import { useListActions } from '@/lib/client/useListActions';
import { PopupRow } from './PopupRow';

/** As many as are seen without scrolling. */
const MOST_ROWS = 6;

/** How many tickets need somebody now, and the first of them. */
export function PopupList({ queue }: { readonly queue: Queue }): ReactElement {
  const { list, items, pack, now } = queue;
  const { actions, failures, dismissed } = useListActions();
  const { pins, pin } = usePins();
  const { busy, onPointerMove, onPointerLeave } = useBusyPointer();
  const needed = useMemo(
    () => items.filter((item) => belongsTo('now', item) && !isDone(item)).length,
    [items],
  );
  const shown = useMemo(
    () => items.filter((item) => pins.has(item.key) || belongsTo('now', item)).slice(0, MOST_ROWS),
    [items, pins],
  );
  const steady = useSteadyItems(shown, items, busy, '');
  const context = { pack, ownZone: ownTimeZone(), now, dismissed };
  return (
    <>
      <Status className="sp-count">
        {needed === 0 && <CircleCheck size={16} aria-hidden className="sp-count__good" />}
        {needed === 0 && 'Nothing needs you now.'}
        {needed === 1 && '1 ticket needs you now'}
        {needed > 1 && `${needed.toLocaleString('en')} tickets need you now`}
      </Status>
      {list.sync.problem !== null && <Problem error={list.sync.problem} />}
      <FirstLoad sync={list.sync} now={now} />
      <div role="presentation" onPointerMove={onPointerMove} onPointerLeave={onPointerLeave}>
        <ol aria-label="The most urgent tickets">
          {steady.map((item) => (
            <PopupRow
              key={item.key}
              row={rowView(item, context)}
              failure={failures.get(item.key) ?? null}
              canWrite={list.canWrite}
              actions={actions}
              onAside={pin}
            />
          ))}
        </ol>
      </div>
    </>
  );
}
