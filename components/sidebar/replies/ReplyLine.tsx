import { Lock, Reply } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/components/ui/Button';
import type { Template } from '@/lib/pack/schema';
import { useScene } from '../scene';
import { beginWords, replyEffect } from './reply-words';
import { ReplyPanel } from './ReplyPanel';
import { useReplyFlow } from './useReplyFlow';

/** One template: its name, who will read it, and the press that inserts it. */
export function ReplyLine({ template }: { readonly template: Template }): ReactElement {
  const scene = useScene();
  const flow = useReplyFlow(scene, template);
  const Icon = flow.target === 'note' ? Lock : Reply;
  return (
    <li className="sb-reply">
      <div className="sw-row">
        <Icon
          size={14}
          aria-label={flow.target === 'note' ? 'Private note' : 'Reply'}
          className="sb-reply__icon"
        />
        <span className="sb-reply__name" title={replyEffect(flow.target, scene.facts)}>
          {template.name}
        </span>
        <span className="sw-push">
          <Button
            busy={flow.inserting && !flow.open}
            onClick={(event) => flow.begin(event.currentTarget)}
            aria-label={`${beginWords(flow.asks.length)} ${template.name}`}
          >
            {beginWords(flow.asks.length)}
          </Button>
        </span>
      </div>
      <ReplyPanel flow={flow} />
    </li>
  );
}
