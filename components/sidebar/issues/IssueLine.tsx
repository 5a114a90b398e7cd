import { Lock, Unlink } from 'lucide-react';
import type { ReactElement } from 'react';
import { IconButton } from '@/components/ui/IconButton';
import { Status } from '@/components/ui/Status';
import type { LinkedIssue } from '@/lib/contract/ticket';
import { useNoteIssue } from '@/lib/client/useIssue';
import { useUnlinkIssue } from '@/lib/client/useProgress';
import { foreignLine } from '../foreign-text';
import { Problem } from '../Problem';
import { useScene } from '../scene';
import { githubUrl, KIND_WORDS } from './issue-words';

function noteLabel(canWrite: boolean): string {
  return canWrite
    ? 'Add its link to the ticket as a private note'
    : 'Adding a private note needs your API key (see settings)';
}

/** One linked issue: where it is, and what can be done with the link. */
export function IssueLine({ issue }: { readonly issue: LinkedIssue }): ReactElement {
  const { ref, view } = useScene();
  const note = useNoteIssue(ref);
  const unlink = useUnlinkIssue(ref);
  const href = githubUrl(issue.url);
  const name = `#${issue.number}`;
  const error = note.error ?? unlink.error;
  return (
    <li className="sb-issue">
      <div className="sw-row">
        {href === null ? (
          <b>{name}</b>
        ) : (
          <a className="sw-link" href={href} target="_blank" rel="noreferrer">
            {name}
          </a>
        )}
        <span className="sw-cut sw-foreign" title={`${issue.repository}${name}`}>
          {foreignLine(issue.title === '' ? issue.repository : issue.title, 120)}
        </span>
        <span className="sw-row sw-push sb-issue__tools">
          <IconButton
            icon={Lock}
            label={noteLabel(view.canWrite)}
            disabled={!view.canWrite || note.isPending || note.isSuccess}
            onClick={() => note.mutate(issue.url)}
          />
          <IconButton
            icon={Unlink}
            label={`Forget ${name} here (the issue stays as it is)`}
            disabled={unlink.isPending}
            onClick={() => unlink.mutate({ url: issue.url })}
          />
        </span>
      </div>
      <Status className="sw-muted">
        {note.isPending && 'Adding a private note…'}
        {note.isSuccess && 'Added as a private note. Nobody outside sees it; no mail is sent.'}
        {note.isIdle &&
          `${KIND_WORDS[issue.kind]}, ${issue.source === 'seen' ? 'seen when it was created' : 'pasted'}`}
      </Status>
      {error !== null && (
        <Problem
          error={error}
          {...(note.error !== null && { onRetry: () => note.mutate(issue.url) })}
        />
      )}
    </li>
  );
}
