import { Siren } from 'lucide-react';
import type { ReactElement } from 'react';
import { OpenIssue } from './issues/OpenIssue';
import { githubUrl } from './issues/issue-words';
import { isIncidentWord } from './replies/fits';
import { ReplyLine } from './replies/ReplyLine';
import { useScene } from './scene';

/** In an incident the two things that cannot wait come first: the issue that tracks it, and word to the community. */
export function IncidentBar(): ReactElement {
  const { pack, view, progress } = useScene();
  const issue = progress.issues.find(({ kind }) => kind === 'incident');
  const href = issue === undefined ? null : githubUrl(issue.url);
  const updates = pack.templates.filter((template) => isIncidentWord(template, view.categoryId));
  return (
    <section className="sw-card sb-incident" aria-label="Incident">
      <div className="sw-row sb-incident__head">
        <Siren size={16} aria-hidden />
        <b>Incident: before all other work</b>
        {issue !== undefined && href !== null && (
          <a className="sw-link sw-push" href={href} target="_blank" rel="noreferrer">
            Issue #{issue.number}
          </a>
        )}
      </div>
      {issue === undefined && <OpenIssue kind="incident" />}
      <ul className="sb-lines">
        {updates.map((template) => (
          <ReplyLine key={template.id} template={template} />
        ))}
      </ul>
    </section>
  );
}
