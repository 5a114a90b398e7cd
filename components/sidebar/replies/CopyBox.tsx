import { Copy } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Status } from '@/components/ui/Status';
import { copyText, type ClipboardText } from '@/lib/client/clipboard';

type CopyState = 'idle' | 'copied' | 'refused';

/** Copies a text by one press; where the browser refuses, shows it to be selected by hand. */
export function CopyBox(props: {
  readonly content: ClipboardText;
  readonly label: string;
  readonly copied?: boolean;
}): ReactElement {
  const { content, label, copied = false } = props;
  const [pressed, setPressed] = useState<CopyState>('idle');
  const state = pressed === 'idle' && copied ? 'copied' : pressed;
  const copy = async (): Promise<void> => {
    setPressed((await copyText(content)) ? 'copied' : 'refused');
  };
  return (
    <div className="sw-stack">
      <div className="sw-row">
        <Button icon={Copy} onClick={() => void copy()}>
          {state === 'copied' ? 'Copy again' : 'Copy'}
        </Button>
        <Status className="sw-muted">
          {state === 'copied' && 'Copied. Paste it where it belongs.'}
          {state === 'refused' && 'The browser refused. Select the text and copy it.'}
        </Status>
      </div>
      {state === 'refused' && (
        <Field label={label} value={content.text} multiline readOnly onChange={() => undefined} />
      )}
    </div>
  );
}
