import { useRef, useState } from 'react';
import type { CommandError } from '@/lib/client/command-error';
import { useDraftIssue, useOpenIssue } from '@/lib/client/useIssue';
import type { LinkedIssue } from '@/lib/contract/ticket';
import type { IssueDraftView } from '@/lib/contract/views';
import type { TemplateField } from '@/lib/pack/schema';
import { foreignLine } from '../foreign-text';
import type { Scene } from '../scene';

/** One prefilled issue on its way: drafted here, opened on GitHub by a second press. */
export type IssueFlow = {
  readonly kind: LinkedIssue['kind'];
  readonly fields: readonly TemplateField[];
  readonly answers: Readonly<Record<string, string>>;
  readonly setAnswer: (name: string, value: string) => void;
  /** The issue as the background would open it, drawn again shortly after each change. */
  readonly draft: IssueDraftView | null;
  readonly open: boolean;
  readonly drafting: boolean;
  readonly opening: boolean;
  /** GitHub's page was opened from this flow. */
  readonly opened: boolean;
  readonly error: CommandError | null;
  /** `opener` is the pressed button: the focus comes back to it. */
  readonly begin: (opener: HTMLElement) => void;
  readonly openOnGithub: () => void;
  /** Does again what failed. */
  readonly retry: () => void;
  readonly close: () => void;
};

/** Long enough to let a word be typed, short enough to look live. */
const REDRAW_MS = 250;

/**
 * The title starts as the ticket's subject, for the steward to shorten: in a public repository the domain takes names and
 * addresses out of whatever is typed here, and the requester's message stays out altogether.
 */
function startAnswers(scene: Scene, fields: readonly TemplateField[]): Record<string, string> {
  const subject = foreignLine(scene.facts.subject, 120);
  return Object.fromEntries(fields.map(({ name }) => [name, name === 'title' ? subject : '']));
}

/** The flow of one kind of issue on the scene's ticket. */
export function useIssueFlow(scene: Scene, kind: LinkedIssue['kind']): IssueFlow {
  const { fields } = scene.pack.github[kind];
  const drafting = useDraftIssue(scene.ref);
  const opening = useOpenIssue(scene.ref);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState(false);
  // Kept here, because the mutation forgets its last answer while the next one is under way.
  const [draft, setDraft] = useState<IssueDraftView | null>(null);
  const redraw = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const answers = { ...startAnswers(scene, fields), ...typed };

  const close = (): void => {
    setOpen(false);
    opener?.focus();
  };

  const begin = (): void =>
    drafting.mutate(
      { kind, answers },
      {
        onSuccess: (first) => {
          setDraft(first);
          setOpen(true);
        },
      },
    );
  const openOnGithub = (): void => opening.mutate({ kind, answers }, { onSuccess: close });

  return {
    kind,
    fields,
    answers,
    setAnswer: (name, value) => {
      setTyped((old) => ({ ...old, [name]: value }));
      clearTimeout(redraw.current);
      redraw.current = setTimeout(
        () =>
          drafting.mutate(
            { kind, answers: { ...answers, [name]: value } },
            { onSuccess: setDraft },
          ),
        REDRAW_MS,
      );
    },
    draft,
    open,
    drafting: drafting.isPending && !open,
    opening: opening.isPending,
    opened: opening.isSuccess && !open,
    error: opening.error ?? drafting.error,
    begin: (pressed) => {
      setOpener(pressed);
      opening.reset();
      begin();
    },
    openOnGithub,
    retry: () => (open ? openOnGithub() : begin()),
    close,
  };
}
