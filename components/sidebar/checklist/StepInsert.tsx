import type { ReactElement } from 'react';
import { Button, type ButtonLook } from '@/components/ui/Button';
import type { Template } from '@/lib/pack/schema';
import { beginWords, replyEffect } from '../replies/reply-words';
import { ReplyPanel } from '../replies/ReplyPanel';
import { useReplyFlow } from '../replies/useReplyFlow';
import { useScene } from '../scene';

type Props = { readonly look: ButtonLook; readonly next: boolean };

function Insert({ template, look, next }: Props & { readonly template: Template }): ReactElement {
  const scene = useScene();
  const flow = useReplyFlow(scene, template);
  const words = beginWords(flow.asks.length).replace(
    'Insert',
    flow.target === 'note' ? 'Insert note' : 'Insert reply',
  );
  return (
    <>
      <div className="sb-step__do">
        <Button
          look={flow.open || flow.awaited || flow.report !== null ? 'quiet' : look}
          busy={flow.inserting && !flow.open}
          onClick={(event) => flow.begin(event.currentTarget)}
          title={`${template.name}: ${replyEffect(flow.target, scene.facts)}`}
        >
          {words}
        </Button>
      </div>
      <div className="sb-step__panel">
        {next && !flow.open && flow.report === null && (
          <p className="sw-muted">{replyEffect(flow.target, scene.facts)}</p>
        )}
        <ReplyPanel flow={flow} />
      </div>
    </>
  );
}

/** A step done by inserting a template. */
export function StepInsert(props: Props & { readonly templateId: string }): ReactElement | null {
  const { pack } = useScene();
  const template = pack.templates.find(({ id }) => id === props.templateId);
  return template === undefined ? null : (
    <Insert template={template} look={props.look} next={props.next} />
  );
}
