import { useState, type ReactElement } from 'react';
import { Button } from '@/components/ui/Button';
import { Status } from '@/components/ui/Status';
import type { LinkedIssue } from '@/lib/contract/ticket';
import { useLinkIssue, useUnlinkIssue } from '@/lib/client/useProgress';
import { Problem } from '../Problem';
import { useScene } from '../scene';
import { IssueLine } from './IssueLine';

/** The issues that belong to the ticket. One that was forgotten can be had back until the next is. */
export function LinkedIssues(): ReactElement {
  const { ref, progress } = useScene();
  const unlink = useUnlinkIssue(ref);
  const link = useLinkIssue(ref);
  const [gone, setGone] = useState<LinkedIssue | null>(null);
  const error = unlink.error ?? link.error;
  const forget = (issue: LinkedIssue): void => {
    link.reset();
    unlink.mutate({ url: issue.url }, { onSuccess: () => setGone(issue) });
  };
  const takeBack = ({ kind, url }: LinkedIssue): void =>
    link.mutate({ kind, url }, { onSuccess: () => setGone(null) });
  return (
    <>
      {progress.issues.length > 0 && (
        <ul className="sb-lines">
          {progress.issues.map((issue) => (
            <IssueLine
              key={issue.url}
              issue={issue}
              forgetting={unlink.isPending}
              onForget={() => forget(issue)}
            />
          ))}
        </ul>
      )}
      {gone !== null && (
        <Status className="sw-small">
          #{gone.number} is forgotten here; the issue stays as it is.{' '}
          <Button look="text" busy={link.isPending} onClick={() => takeBack(gone)}>
            Undo
          </Button>
        </Status>
      )}
      {error !== null && <Problem error={error} />}
    </>
  );
}
