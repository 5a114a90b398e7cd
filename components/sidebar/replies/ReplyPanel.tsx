import type { ReactElement } from 'react';
import { Problem } from '../Problem';
import { InsertResult } from './InsertResult';
import { ReplyForm } from './ReplyForm';
import type { ReplyFlow } from './useReplyFlow';

/** What stands below a template's line: its questions, a failure, or where the text went. */
export function ReplyPanel({ flow }: { readonly flow: ReplyFlow }): ReactElement | null {
  const { open, error, report, inserting } = flow;
  if (!open && error === null && report === null) return null;
  return (
    <div className="sb-reply-panel sw-stack">
      {error !== null && !inserting && <Problem error={error} onRetry={flow.insert} />}
      {open ? (
        <ReplyForm flow={flow} />
      ) : (
        report !== null && <InsertResult flow={flow} report={report} />
      )}
    </div>
  );
}
