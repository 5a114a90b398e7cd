import type { ReactElement } from 'react';
import { dayTime } from '@/components/sidebar/format';
import { ownTimeZone } from '@/components/sidebar/scene';
import { useNow } from '@/lib/client/useNow';
import type { CallHour } from '@/lib/contract/list';

/** The plot's numbers as a table, newest hour first. */
export function CallTable({ hours }: { readonly hours: readonly CallHour[] }): ReactElement {
  const now = useNow();
  if (hours.length === 0) return <p className="sw-small">No calls in the last 48 hours.</p>;
  return (
    <details className="sd-details">
      <summary>The same as a table</summary>
      <table className="sd-table">
        <thead>
          <tr>
            <th scope="col">Hour</th>
            <th scope="col">For the list</th>
            <th scope="col">All other</th>
            <th scope="col">Counted by Freshdesk</th>
            <th scope="col">Refused</th>
          </tr>
        </thead>
        <tbody>
          {[...hours].reverse().map(({ hour, list, other, cost, refused }) => (
            <tr key={hour}>
              <th scope="row">{dayTime(new Date(hour), ownTimeZone(), now)}</th>
              <td>{list}</td>
              <td>{other}</td>
              <td>{cost}</td>
              <td>{refused}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
