import { ChevronDown } from 'lucide-react';
import type { ReactElement } from 'react';
import { Popup } from '@/components/ui/Popup';
import type { TicketFacts } from '@/lib/contract/ticket';
import type { TicketView } from '@/lib/contract/views';
import { useNow } from '@/lib/client/useNow';
import { foreignLine } from '../foreign-text';
import { dayTime } from '../format';
import { ownTimeZone } from '../scene';

const TRANSPORT_WORDS = { key: 'your API key', session: 'your Freshdesk session' } as const;

function rows({ facts, freshness }: TicketView, now: Date): readonly (readonly [string, string])[] {
  const some = (label: string, value: string | null | undefined): [string, string][] =>
    value == null || value === '' ? [] : [[label, foreignLine(value, 200)]];
  return [
    ...some('E-mail', facts.requester?.email),
    ...some('Copied to', facts.ccEmails.join(', ')),
    ...some('Group', facts.groupName),
    ...some('Agent', facts.agentName ?? 'nobody yet'),
    ['Arrived', dayTime(new Date(facts.createdAt), ownTimeZone(), now)],
    ['Read with', TRANSPORT_WORDS[freshness.transport]],
  ];
}

/** Name to show for the requester: the name, else the mail address, else that there is none. */
export function requesterName(facts: TicketFacts): string {
  return foreignLine(facts.requester?.name ?? facts.requester?.email ?? 'no requester', 120);
}

/** Community and requester in one line; pressing it shows how to reach them. */
export function RequesterCard({ view }: { readonly view: TicketView }): ReactElement {
  const { facts } = view;
  const now = useNow();
  const company = facts.company === null ? 'No community' : foreignLine(facts.company.name, 120);
  return (
    <Popup
      renderTrigger={(trigger) => (
        <button type="button" className="sb-who" title="Who this is" {...trigger}>
          <b className="sb-who__company sw-cut sw-foreign">{company}</b>
          <span className="sb-who__name sw-cut sw-foreign">· {requesterName(facts)}</span>
          <ChevronDown size={12} aria-hidden className="sb-who__more" />
        </button>
      )}
    >
      {() => (
        <dl className="sb-facts">
          {rows(view, now).map(([label, value]) => (
            <div key={label} className="sb-facts__row">
              <dt className="sw-muted">{label}</dt>
              <dd className="sw-foreign">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </Popup>
  );
}
