import { useId, type ReactElement } from 'react';
import { Field } from '@/components/ui/Field';
import { Section } from './Section';
import type { Autosave } from './useAutosave';

/** Where incident and engineering issues are opened, and what may be written there. */
export function GithubSection(props: {
  readonly form: Autosave;
  readonly packRepository: string;
}): ReactElement {
  const { draft, change, problems } = props.form;
  const id = useId();
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
      <div className="so-check">
        <input
          id={id}
          type="checkbox"
          checked={draft.githubRepositoryIsPublic}
          onChange={(event) => change({ githubRepositoryIsPublic: event.target.checked })}
        />
        <label htmlFor={id}>
          Everybody can read this repository
          <span className="sw-field__hint">
            Names, mail addresses and message text of requesters stay out of issues.
          </span>
        </label>
      </div>
    </Section>
  );
}
