import { CircleCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/components/ui/Button';
import type { SyncState } from '@/lib/contract/list';
import type { Filters } from './filters';
import { EMPTY_WORDS } from './lane-words';

/** A part of the list without tickets; good news, unless a filter or the first load is the reason. */
export function Empty(props: {
  readonly filters: Filters;
  readonly sync: SyncState;
  readonly onShowAll: () => void;
}): ReactElement {
  const { filters, sync, onShowAll } = props;
  const narrowed = filters.community !== '' || filters.steward !== '' || filters.search !== '';
  const good = !narrowed && sync.stage === 'complete';
  return (
    <section className="sl-empty">
      {good && <CircleCheck className="sl-empty__good" size={28} aria-hidden />}
      <p>
        {narrowed
          ? 'No ticket matches these filters.'
          : sync.stage === 'complete'
            ? EMPTY_WORDS[filters.shown]
            : 'Nothing so far; the tickets are still being read.'}
      </p>
      {filters.shown !== 'all' && <Button onClick={onShowAll}>Show all tickets</Button>}
    </section>
  );
}
