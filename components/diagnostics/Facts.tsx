import type { ReactElement, ReactNode } from 'react';
import { nearTime } from '@/components/sidebar/format';
import { ownTimeZone } from '@/components/sidebar/scene';
import { useNow } from '@/lib/client/useNow';
import type { DiagnosticsView, SyncState } from '@/lib/contract/list';
import type { Instant } from '@/lib/contract/result';

const STAGES: Readonly<Record<SyncState['stage'], string>> = {
  never: 'Not begun',
  loading: 'First load under way',
  complete: 'Complete',
};

function Fact(props: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className="sd-fact">
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** State of the list, of the account's limit and of what Steward has planned. */
export function Facts({ view }: { readonly view: DiagnosticsView }): ReactElement {
  const now = useNow();
  const near = (at: Instant | null): string =>
    at === null ? '–' : nearTime(new Date(at), ownTimeZone(), now);
  const { sync, rate, alarms } = view;
  return (
    <dl className="sd-facts">
      <Fact name="Version">{view.version}</Fact>
      <Fact name="Account">{view.host ?? 'None connected'}</Fact>
      <Fact name="Calls left this minute">
        {rate === null
          ? 'Not stated yet'
          : `${rate.remaining} of ${rate.total}, as of ${near(rate.at)}`}
      </Fact>
      <Fact name="List">
        {STAGES[sync.stage]}, {sync.read.toLocaleString('en')} tickets read
      </Fact>
      <Fact name="Up to date through">{near(sync.through)}</Fact>
      <Fact name="Last answer">{near(sync.lastAt)}</Fact>
      <Fact name="Next look">{near(sync.nextAt)}</Fact>
      <Fact name="Last problem">{sync.problem?.message ?? 'None'}</Fact>
      <Fact name="Tickets kept">{view.ticketsKept.toLocaleString('en')}</Fact>
      <Fact name="Planned">
        {alarms.length === 0
          ? 'Nothing'
          : alarms.map(({ name, at }) => (
              <span key={name} className="sd-alarm">
                {name} {near(at)}
              </span>
            ))}
      </Fact>
    </dl>
  );
}
