import type { ReactElement } from 'react';
import type { ChecklistLine } from '@/lib/domain/checklist';
import { useNow } from '@/lib/client/useNow';
import { foreignLine } from '../foreign-text';
import { nearTime } from '../format';
import { useScene } from '../scene';

/** How a step was done: seen on the ticket, or ticked by whom, and when. */
export function Evidence({
  how,
}: {
  readonly how: NonNullable<ChecklistLine['how']>;
}): ReactElement {
  const { ownZone } = useScene();
  const now = useNow();
  const what = how.by === 'hand' ? how.who : how.what;
  const when = how.at === null ? '' : `, ${nearTime(new Date(how.at), ownZone, now)}`;
  return (
    <span className="sw-muted">
      {' '}
      · {foreignLine(what, 80)}
      {when}
    </span>
  );
}
