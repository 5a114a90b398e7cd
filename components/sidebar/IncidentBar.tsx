import { Siren } from 'lucide-react';
import type { ReactElement } from 'react';
import { githubUrl } from './issues/issue-words';
import { ReplyLine } from './replies/ReplyLine';
import { useDueWord } from './replies/useDueWord';
import { useScene } from './scene';

/**
 * In an incident what tracks it comes first, and the word that the community is owed, unless the next step below offers
 * just that: one place at a time asks for it.
 */
export function IncidentBar(): ReactElement {
  const { progress } = useScene();
  const word = useDueWord();
  const issue = progress.issues.find(({ kind }) => kind === 'incident');
  const href = issue === undefined ? null : githubUrl(issue.url);
  return (
    <section className="sw-card sb-incident" aria-label="Incident">
      <div className="sw-row sb-incident__head">
        <Siren size={16} aria-hidden className="sb-incident__icon" />
        <b>Incident: before all other work</b>
        <span className="sw-push sb-incident__issue">
          {issue === undefined && <span className="sw-small">no issue yet</span>}
          {issue !== undefined && href !== null && (
            <a className="sw-link" href={href} target="_blank" rel="noreferrer">
              Issue #{issue.number}
            </a>
          )}
        </span>
      </div>
      {word !== null && (
        <ul className="sb-lines">
          <ReplyLine key={word.id} template={word} />
        </ul>
      )}
    </section>
  );
}
