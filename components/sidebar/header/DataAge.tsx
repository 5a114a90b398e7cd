import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import type { TicketView } from '@/lib/contract/views';
import { useNow } from '@/lib/client/useNow';
import { nearTime } from '../format';
import { ownTimeZone } from '../scene';

const FRESH_MS = 90_000;

/** How old the shown data is: "now", or since when; marked when the last try to refresh failed. */
export function DataAge(props: { readonly freshness: TicketView['freshness'] }): ReactElement {
  const { fetchedAt, problem } = props.freshness;
  const now = useNow();
  const at = new Date(fetchedAt);
  const fresh = problem === null && now.getTime() - at.getTime() < FRESH_MS;
  return (
    <span
      className={problem === null ? 'sb-age' : 'sb-age sb-age--stale'}
      title={`Read from Freshdesk at ${nearTime(at, ownTimeZone(), now)}`}
    >
      {problem !== null && <TriangleAlert size={12} aria-label="Could not refresh" />}
      {fresh ? 'now' : `as of ${nearTime(at, ownTimeZone(), now)}`}
    </span>
  );
}
