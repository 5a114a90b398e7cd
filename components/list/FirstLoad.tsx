import type { ReactElement } from 'react';
import { ownTimeZone } from '@/components/sidebar/scene';
import type { SyncState } from '@/lib/contract/list';
import { dayWords } from '@/lib/domain/words';

/** How far the account's tickets have been read for the first time; until then the list is said to be incomplete. */
export function FirstLoad(props: {
  readonly sync: SyncState;
  readonly now: Date;
}): ReactElement | null {
  const { sync, now } = props;
  if (sync.stage === 'complete') return null;
  const read = sync.read.toLocaleString('en');
  const through =
    sync.through === null ? '' : `, up to ${dayWords(new Date(sync.through), ownTimeZone(), now)}`;
  return (
    <section className="sl-load" aria-label="First load">
      <progress
        className="sl-load__bar"
        aria-label="Tickets read for the first time"
        {...(sync.fraction !== null && { value: sync.fraction })}
        max={1}
      />
      <p className="sw-small">
        {read} {sync.read === 1 ? 'ticket' : 'tickets'} read{through}. The list is not complete yet;
        it goes on where it stopped, also after a restart.
      </p>
    </section>
  );
}
