import { useState } from 'react';
import { copyText } from '@/lib/client/clipboard';
import type { CommandError } from '@/lib/client/command-error';
import { replyMark, useAwaitedReply } from '@/lib/client/useAwaitedReply';
import { useInsertReply } from '@/lib/client/useReply';
import type { EditorTarget, InsertReport } from '@/lib/contract/views';
import { renderTemplate } from '@/lib/domain/template';
import { templateValues } from '@/lib/domain/values';
import type { Template } from '@/lib/pack/schema';
import type { Scene } from '../scene';

export type ReplyField = Template['fields'][number];

/** One template on its way into the editor: asked for, previewed, inserted. */
export type ReplyFlow = {
  readonly template: Template;
  readonly target: EditorTarget;
  /** Fields Steward cannot know; each is asked, with the last answer offered again. */
  readonly asks: readonly ReplyField[];
  readonly answers: Readonly<Record<string, string>>;
  readonly setAnswer: (name: string, value: string) => void;
  /** The text as it would be inserted now; open fields show their marker. */
  readonly preview: string;
  readonly missing: readonly ReplyField[];
  readonly open: boolean;
  readonly inserting: boolean;
  /** Where the text went; null again once the reply has left. */
  readonly report: InsertReport | null;
  /** This very text stands in Freshdesk's reply, wherever in the sidebar it was inserted from. */
  readonly awaited: boolean;
  /** The clipboard already holds the text of a `clipboard` report. */
  readonly copied: boolean;
  readonly error: CommandError | null;
  /** Inserts at once when nothing has to be asked, else opens the form; `opener` gets the focus back afterwards. */
  readonly begin: (opener: HTMLElement) => void;
  readonly insert: () => void;
  readonly close: () => void;
};

const filled = (value: string | undefined): boolean => value !== undefined && value.trim() !== '';

/** The flow of one template on the scene's ticket. */
export function useReplyFlow(scene: Scene, template: Template): ReplyFlow {
  const { facts, progress, settings } = scene;
  const insertion = useInsertReply(scene.ref);
  const [open, setOpen] = useState(false);
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  const [copied, setCopied] = useState(false);
  const [mark, setMark] = useState('');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});

  const known = templateValues({ facts, progress, stewardName: settings.stewardName });
  const asks = template.fields.filter(({ name }) => !filled(known[name]));
  const answers = Object.fromEntries(
    asks.map(({ name }) => [name, typed[name] ?? progress.answers[name] ?? '']),
  );
  const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => filled(value)));
  const { text } = renderTemplate(template, { ...known, ...given });
  const target: EditorTarget = template.audience === 'public' ? 'reply' : 'note';

  const close = (): void => {
    setOpen(false);
    opener?.focus();
  };
  const left =
    insertion.data?.how === 'inserted' && target === 'reply' && mark !== replyMark(facts);
  const insert = (): void => {
    setCopied(false);
    setMark(replyMark(facts));
    insertion.mutate(
      { templateId: template.id, answers: given, target },
      {
        onSuccess: (report) => {
          if (open) close();
          // Soon enough after the press that most browsers still allow the copy; else there is a button.
          if (report.how === 'clipboard') void copyText(report).then(setCopied);
        },
      },
    );
  };

  return {
    template,
    target,
    asks,
    answers,
    setAnswer: (name, value) => setTyped((old) => ({ ...old, [name]: value })),
    preview: text,
    missing: asks.filter(({ name }) => !filled(answers[name])),
    open,
    inserting: insertion.isPending,
    report: left ? null : (insertion.data ?? null),
    awaited: useAwaitedReply(facts)?.templateId === template.id,
    copied,
    error: insertion.error,
    begin: (pressed) => {
      setOpener(pressed);
      insertion.reset();
      if (asks.length === 0) insert();
      else setOpen(true);
    },
    insert,
    close,
  };
}
