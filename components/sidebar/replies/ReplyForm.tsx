import type { ReactElement, SubmitEvent } from 'react';
import { Button } from '@/components/ui/Button';
import { takeFocus } from '@/components/ui/focus';
import { EscapeScope } from '@/components/ui/EscapeScope';
import { Field } from '@/components/ui/Field';
import { Status } from '@/components/ui/Status';
import { useScene } from '../scene';
import { Preview } from './Preview';
import { replyEffect } from './reply-words';
import type { ReplyFlow } from './useReplyFlow';

function missingWords(flow: ReplyFlow): string {
  const names = flow.missing.map(({ label }) => label).join(', ');
  return `Still to fill in: ${names}`;
}

/** The questions of a template with the text as it will be; inserts only when nothing is left blank. */
export function ReplyForm({ flow }: { readonly flow: ReplyFlow }): ReactElement {
  const { facts } = useScene();
  const ready = flow.missing.length === 0;
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (ready && !flow.inserting) flow.insert();
  };
  return (
    <EscapeScope onEscape={flow.close}>
      <form className="sw-stack" aria-label={flow.template.name} onSubmit={onSubmit}>
        {flow.asks.map(({ name, label, multiline }, index) => (
          <Field
            key={name}
            label={label}
            value={flow.answers[name] ?? ''}
            multiline={multiline === true}
            {...(index === 0 && { inputRef: takeFocus })}
            onChange={(value) => flow.setAnswer(name, value)}
          />
        ))}
        <Preview text={flow.preview} missing={flow.missing.map(({ label }) => label)} />
        <Status className="sw-muted sb-reply-panel__effect">
          {ready ? replyEffect(flow.target, facts) : missingWords(flow)}
        </Status>
        <div className="sw-row sb-form-actions">
          <Button submit look={ready ? 'filled' : 'quiet'} busy={flow.inserting} disabled={!ready}>
            Insert
          </Button>
          <Button look="text" onClick={flow.close}>
            Cancel
          </Button>
        </div>
      </form>
    </EscapeScope>
  );
}
