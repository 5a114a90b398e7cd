import { Copy } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { Problem } from '@/components/sidebar/Problem';
import { Button } from '@/components/ui/Button';
import { Card } from '@/components/ui/Card';
import { Skeleton } from '@/components/ui/Skeleton';
import { Status } from '@/components/ui/Status';
import { copyText } from '@/lib/client/clipboard';
import { useDiagnostics } from '@/lib/client/useDiagnostics';
import type { DiagnosticsView } from '@/lib/contract/list';
import { escapeHtml } from '@/lib/domain/plain';
import { CallPlot } from './CallPlot';
import { CallTable } from './CallTable';
import { Facts } from './Facts';
import { reportText } from './report';
import { TabList } from './TabList';

type Copied = 'not-yet' | 'copied' | 'by-hand';

function CopyReport({ view }: { readonly view: DiagnosticsView }): ReactElement {
  const [copied, setCopied] = useState<Copied>('not-yet');
  const text = reportText(view, globalThis.navigator.userAgent);
  const copy = async (): Promise<void> => {
    const done = await copyText({ text, html: `<pre>${escapeHtml(text)}</pre>` });
    setCopied(done ? 'copied' : 'by-hand');
  };
  return (
    <>
      <div className="sw-row sw-row--wrap">
        <Button icon={Copy} onClick={() => void copy()}>
          Copy as text
        </Button>
        <Status className="sw-small">
          {copied === 'not-yet' && 'Without keys, texts of tickets or names of people.'}
          {copied === 'copied' && 'Copied.'}
          {copied === 'by-hand' && 'The clipboard could not be reached: select the text below.'}
        </Status>
      </div>
      {copied === 'by-hand' && (
        <textarea className="sw-field__input" aria-label="Report" readOnly rows={12} value={text} />
      )}
    </>
  );
}

/** What Steward does in the background, in numbers: for whoever wonders, and for reports of faults. */
export function DiagnosticsPage(): ReactElement {
  const { data: view, error, refetch } = useDiagnostics();
  return (
    <main className="sd-page">
      <header className="sd-header">
        <img src="/icon/48.png" alt="" width="32" height="32" />
        <h1>Steward diagnostics</h1>
        <a className="sw-link sw-push" href="/list.html">
          What needs us now
        </a>
      </header>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {view === undefined ? (
        error === null && (
          <output aria-label="Reading the diagnostics">
            <Skeleton heightPx={420} />
          </output>
        )
      ) : (
        <>
          <Card title="Calls to Freshdesk by hour">
            <CallPlot hours={view.hours} />
            <CallTable hours={view.hours} />
          </Card>
          <Card title="State">
            <Facts view={view} />
          </Card>
          <Card title="Open Freshdesk tabs">
            <TabList tabs={view.tabs} />
          </Card>
          <Card title="Report">
            <CopyReport view={view} />
          </Card>
        </>
      )}
    </main>
  );
}
