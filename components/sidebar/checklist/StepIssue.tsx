import type { ReactElement } from 'react';
import { Button, type ButtonLook } from '@/components/ui/Button';
import type { LinkedIssue } from '@/lib/contract/ticket';
import { DraftPanel } from '../issues/DraftPanel';
import { OPEN_EFFECT } from '../issues/issue-words';
import { useIssueFlow } from '../issues/useIssueFlow';
import { useScene } from '../scene';

/** A step done by opening an issue. */
export function StepIssue(props: {
  readonly kind: LinkedIssue['kind'];
  readonly look: ButtonLook;
  readonly next: boolean;
}): ReactElement {
  const flow = useIssueFlow(useScene(), props.kind);
  return (
    <>
      <div className="sb-step__do">
        <Button
          look={flow.open ? 'quiet' : props.look}
          busy={flow.drafting}
          onClick={(event) => flow.begin(event.currentTarget)}
        >
          Open issue…
        </Button>
      </div>
      <div className="sb-step__panel">
        {props.next && !flow.open && <p className="sw-muted">{OPEN_EFFECT}</p>}
        <DraftPanel flow={flow} />
      </div>
    </>
  );
}
