import { Lock, Unlink } from 'lucide-react';
import type { ReactElement } from 'react';
import { IconButton } from '@/components/ui/IconButton';
import { Status } from '@/components/ui/Status';
import type { LinkedIssue } from '@/lib/contract/ticket';
import { useNoteIssue } from '@/lib/client/useIssue';
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
export function IssueLine(props: {
  readonly issue: LinkedIssue;
  readonly forgetting: boolean;
  readonly onForget: () => void;
}): ReactElement {
  const { issue, forgetting, onForget } = props;
  const { ref, view, settings, pack } = useScene();
  const note = useNoteIssue(ref);
  const href = githubUrl(issue.url);
  const name = `#${issue.number}`;
  const own = settings.githubRepository ?? pack.github.repository;
  const elsewhere = issue.repository.toLowerCase() !== own.toLowerCase();
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
            disabled={forgetting}
            onClick={onForget}
          />
        </span>
      </div>
      <Status className="sw-muted">
        {note.isPending && 'Adding a private note…'}
        {note.isSuccess && 'Added as a private note. Nobody outside sees it; no mail is sent.'}
        {note.isIdle &&
          `${KIND_WORDS[issue.kind]}, ${issue.source === 'seen' ? 'seen when it was created' : 'pasted'}`}
        {note.isIdle && elsewhere && <b className="sb-issue__elsewhere">, not in {own}</b>}
      </Status>
      {note.error !== null && <Problem error={note.error} onRetry={() => note.mutate(issue.url)} />}
    </li>
  );
}
