import { ExternalLink } from 'lucide-react';
import type { ReactElement, SubmitEvent } from 'react';
import { Button } from '@/components/ui/Button';
import { Chip } from '@/components/ui/Chip';
import { Disclosure } from '@/components/ui/Disclosure';
import { takeFocus } from '@/components/ui/focus';
import { EscapeScope } from '@/components/ui/EscapeScope';
import { Field } from '@/components/ui/Field';
import { Notice } from '@/components/ui/Notice';
import type { IssueDraftView } from '@/lib/contract/views';
import { useScene } from '../scene';
import { Problem } from '../Problem';
import { KIND_WORDS } from './issue-words';
import type { IssueFlow } from './useIssueFlow';

function Text({ draft }: { readonly draft: IssueDraftView }): ReactElement {
  return (
    <>
      <p className="sb-draft__title">{draft.title}</p>
      <div className="sw-row sw-row--wrap">
        <span className="sw-muted">In {draft.repository}</span>
        {draft.labels.map((label) => (
          <Chip key={label}>{label}</Chip>
        ))}
      </div>
      <Disclosure label="Text of the issue">
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls by keyboard */}
        <section className="sb-preview" aria-label="Text of the issue" tabIndex={0}>
          {draft.body}
        </section>
      </Disclosure>
      {draft.trimmed.length > 0 && (
        <p className="sw-small">
          Shortened to fit into a link: {draft.trimmed.join(', ')}. Add the rest on GitHub.
        </p>
      )}
    </>
  );
}

function Form(props: { readonly flow: IssueFlow; readonly draft: IssueDraftView }): ReactElement {
  const { flow, draft } = props;
  const { settings } = useScene();
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!flow.opening) flow.openOnGithub();
  };
  return (
    <EscapeScope onEscape={flow.close}>
      <form className="sw-stack" aria-label={KIND_WORDS[flow.kind]} onSubmit={onSubmit}>
        {flow.fields.map(({ name, label, multiline }, index) => (
          <Field
            key={name}
            label={label}
            value={flow.answers[name] ?? ''}
            multiline={multiline === true}
            {...(index === 0 && { inputRef: takeFocus })}
            onChange={(value) => flow.setAnswer(name, value)}
          />
        ))}
        {settings.githubRepositoryIsPublic && (
          <p className="sw-small">
            This repository is public: the requester’s name, addresses and message stay out. The
            title comes from the ticket’s subject; read it once more.
          </p>
        )}
        <Text draft={draft} />
        <p className="sw-muted">
          Opens GitHub’s form, filled in, in a new tab. Nothing is created until you submit it
          there.
        </p>
        <div className="sw-row sb-form-actions">
          <Button submit look="filled" icon={ExternalLink} busy={flow.opening}>
            Open on GitHub
          </Button>
          <Button look="text" onClick={flow.close}>
            Cancel
          </Button>
        </div>
      </form>
    </EscapeScope>
  );
}

/** What stands below an "open issue" button: the draft, a failure, or what to do in GitHub's tab. */
export function DraftPanel({ flow }: { readonly flow: IssueFlow }): ReactElement | null {
  const { open, draft, error, opened } = flow;
  const busy = flow.drafting || flow.opening;
  if (!open && error === null && !opened) return null;
  return (
    <div className="sb-draft sw-stack">
      {error !== null && !busy && <Problem error={error} onRetry={flow.retry} />}
      {open && draft !== null && <Form flow={flow} draft={draft} />}
      {opened && (
        <Notice tone="ok">
          GitHub’s form is open in a new tab. Once you submit it, its number shows up here.
        </Notice>
      )}
    </div>
  );
}
