import { useState, type ReactElement, type SubmitEvent } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { useLinkIssue } from '@/lib/client/useProgress';
import { useScene } from '../scene';
import { githubUrl } from './issue-words';

function cleaned(url: string): string {
  return url
    .trim()
    .replace(/[?#].*$/u, '')
    .replace(/\/$/u, '');
}

/** Links an issue that exists already, by its address. */
export function LinkForm(): ReactElement {
  const { ref, incident } = useScene();
  const link = useLinkIssue(ref);
  const [url, setUrl] = useState('');
  const [tried, setTried] = useState(false);
  const address = githubUrl(cleaned(url));
  const wrong = tried && address === null ? 'Paste the link of a GitHub issue.' : null;
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (address === null || link.isPending) return;
    link.mutate(
      { kind: incident ? 'incident' : 'engineering', url: address },
      {
        onSuccess: () => {
          setUrl('');
          setTried(false);
        },
      },
    );
  };
  return (
    <form className="sb-link-form" onSubmit={onSubmit} noValidate>
      <Field
        label="Link of the issue"
        value={url}
        type="url"
        placeholder="https://github.com/…/issues/311"
        problem={wrong ?? link.error?.message ?? null}
        onChange={setUrl}
      />
      <Button submit busy={link.isPending}>
        Link
      </Button>
    </form>
  );
}
