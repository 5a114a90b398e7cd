import type { ReactElement } from 'react';
import { Card } from '@/components/ui/Card';
import { Disclosure } from '@/components/ui/Disclosure';
import { useNow } from '@/lib/client/useNow';
import { useFold } from '../folds';
import { nearTime } from '../format';
import { useScene } from '../scene';
import { LinkedIssues } from './LinkedIssues';
import { LinkForm } from './LinkForm';
import { OpenIssue } from './OpenIssue';

/** The ticket's GitHub issues, and the ways to add one. */
export function Issues(): ReactElement {
  const { progress, incident, ownZone } = useScene();
  const fold = useFold('issues');
  const now = useNow();
  const { issues, issueOpenedAt } = progress;
  const wanted = incident ? 'incident' : 'engineering';
  const other = incident ? 'engineering' : 'incident';
  return (
    <Card
      title="Issues"
      fold={fold}
      aside={issues.length === 0 ? 'none linked' : `${issues.length} linked`}
    >
      <div className="sw-stack">
        <LinkedIssues />
        {issueOpenedAt !== null && (
          <p className="sw-small">
            GitHub’s form was opened at {nearTime(new Date(issueOpenedAt), ownZone, now)}. If it was
            submitted elsewhere, paste its link below.
          </p>
        )}
        <OpenIssue kind={wanted} />
        <Disclosure label="Link an issue that exists">
          <LinkForm />
        </Disclosure>
        <Disclosure label="Another kind of issue">
          <OpenIssue kind={other} />
        </Disclosure>
      </div>
    </Card>
  );
}
