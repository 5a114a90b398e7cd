import type { ReactElement } from 'react';
import { Button } from '@/components/ui/Button';
import type { LinkedIssue } from '@/lib/contract/ticket';
import { useScene } from '../scene';
import { DraftPanel } from './DraftPanel';
import { useIssueFlow } from './useIssueFlow';

const WORDS: Record<LinkedIssue['kind'], string> = {
  incident: 'Open incident issue…',
  engineering: 'Open engineering issue…',
};

/** Opens a prefilled issue in two presses: look, then go. */
export function OpenIssue(props: {
  readonly kind: LinkedIssue['kind'];
  readonly look?: 'quiet' | 'text';
}): ReactElement {
  const flow = useIssueFlow(useScene(), props.kind);
  return (
    <div className="sw-stack">
      <div>
        <Button
          look={props.look ?? 'quiet'}
          busy={flow.drafting}
          onClick={(event) => flow.begin(event.currentTarget)}
        >
          {WORDS[props.kind]}
        </Button>
      </div>
      <DraftPanel flow={flow} />
    </div>
  );
}
