import type { ReactElement } from 'react';
import { Field } from '@/components/ui/Field';
import { CheckField } from './CheckField';
import { repositoryOf } from './fields';
import { GithubToken } from './GithubToken';
import { Section } from './Section';
import type { Autosave } from './useAutosave';

/** Where incident and engineering issues are opened, what may be written there, and the key that closes them. */
export function GithubSection(props: {
  readonly form: Autosave;
  readonly packRepository: string;
  /** Who the stored token belongs to; null: there is none. */
  readonly login: string | null;
}): ReactElement {
  const { draft, change, problems } = props.form;
  return (
    <Section
      title="GitHub"
      intro="Steward opens GitHub’s own new-issue page with everything filled in; you read it once more and press Create there."
    >
      <Field
        label="Repository"
        value={draft.githubRepository}
        onChange={(githubRepository) => change({ githubRepository })}
        placeholder={props.packRepository}
        problem={problems.githubRepository ?? null}
        hint={`Empty: ${props.packRepository}, as the process says.`}
      />
      <CheckField
        label="Everybody can read this repository"
        hint="Names, mail addresses and message text of requesters stay out of issues."
        checked={draft.githubRepositoryIsPublic}
        onChange={(githubRepositoryIsPublic) => change({ githubRepositoryIsPublic })}
      />
      <GithubToken
        login={props.login}
        repository={repositoryOf(draft.githubRepository) ?? props.packRepository}
      />
    </Section>
  );
}
