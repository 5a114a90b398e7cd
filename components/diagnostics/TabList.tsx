import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import type { DiagnosticsView } from '@/lib/contract/list';
import { anchorState } from './report';

type Tab = DiagnosticsView['tabs'][number];

function TabLine({ tab }: { readonly tab: Tab }): ReactElement {
  if (tab.anchors === null)
    return (
      <p className="sd-tab">
        <TriangleAlert className="sd-warn" size={14} aria-hidden /> {tab.host}: no answer. Reload
        that tab.
      </p>
    );
  const { found, total, missing } = anchorState(tab.anchors);
  const Icon = missing.length === 0 ? CircleCheck : TriangleAlert;
  return (
    <details className="sd-details">
      <summary>
        <Icon className={missing.length === 0 ? 'sd-good' : 'sd-warn'} size={14} aria-hidden />{' '}
        {tab.host}: {found} of {total} places found
        {missing.length > 0 && `; missing: ${missing.join(', ')}`}
      </summary>
      <table className="sd-table">
        <thead>
          <tr>
            <th scope="col">Place on the page</th>
            <th scope="col">Found by</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(tab.anchors).map(([name, selector]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{selector === null ? 'not found' : <code>{selector}</code>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Which places of each open Freshdesk page Steward finds; some exist only while an editor is open. */
export function TabList({ tabs }: { readonly tabs: readonly Tab[] }): ReactElement {
  if (tabs.length === 0) return <p className="sw-small">No Freshdesk tab is open.</p>;
  return (
    <ul className="sw-stack">
      {tabs.map((tab) => (
        <li key={tab.tabId}>
          <TabLine tab={tab} />
        </li>
      ))}
    </ul>
  );
}
