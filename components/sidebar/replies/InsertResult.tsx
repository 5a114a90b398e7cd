import type { ReactElement } from 'react';
import { Notice } from '@/components/ui/Notice';
import type { InsertReport } from '@/lib/contract/views';
import { CopyBox } from './CopyBox';
import { insertedWords } from './reply-words';
import type { ReplyFlow } from './useReplyFlow';

/** Where the text went, or the text itself where the editor could not be reached. */
export function InsertResult(props: {
  readonly flow: ReplyFlow;
  readonly report: InsertReport;
}): ReactElement {
  const { flow, report } = props;
  if (report.how === 'inserted') {
    return <Notice tone="ok">{insertedWords(report.target, report.recipients)}</Notice>;
  }
  return (
    <Notice
      tone="warn"
      actions={<CopyBox content={report} label={flow.template.name} copied={flow.copied} />}
    >
      {report.reason}
    </Notice>
  );
}
