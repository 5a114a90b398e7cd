import { ApiError } from '../api.ts';
import type { Context } from '../context.ts';
import { h } from '../ui/dom.ts';
import { hasContent } from '../ui/html.ts';
import { icon } from '../ui/icons.ts';
import { avatar } from '../ui/parts.ts';
import { toast } from '../ui/toast.ts';
import type { Conversation, OutgoingMessage, Ticket } from '../wire.ts';
import { watchForSlash } from './canned-picker.ts';
import { createDraftKeeper } from './draft.ts';
import { replySteps } from './fill.ts';
import { createFooter } from './footer.ts';
import { startFroala, type Froala } from './froala.ts';
import { placeholderValues } from './placeholders.ts';
import { quotedDescription, quotedMarker, quotedMessage } from './quoted.ts';
import { addressLine } from './recipients.ts';

export type EditorKind = 'reply' | 'note' | 'forward';

export type Editor = {
  kind: EditorKind;
  element: HTMLElement;
  start: () => Promise<void>;
  focus: () => void;
  isDirty: () => boolean;
  hasUnsaved: () => boolean;
  dispose: () => void;
};

type EditorDeps = {
  context: Context;
  ticket: Ticket;
  kind: EditorKind;
  quoted: Conversation | undefined;
  onSent: () => void;
  onDiscard: () => void;
};

const pause = (delayMs: number) => new Promise<void>((resolve) => setTimeout(resolve, delayMs));

/**
 * One Froala editor with its head and footer. What is sent and saved is `model`, which follows Froala's
 * `contentChanged` event alone: text put into the editable element behind Froala's back is on screen but not in
 * the mail (measured live, 2026-09).
 */
export const createEditor = (deps: EditorDeps): Editor => {
  const { context, ticket, kind, quoted } = deps;
  const { api, config, me, texts } = context;
  const { t } = texts;
  const drafts = createDraftKeeper(api, ticket.id, config.draftDelayMs);
  let froala: Froala | undefined;
  let model = '';
  let baseline = '';
  let sending = false;
  let disposed = false;

  const isDirty = () => model !== baseline;

  const adopt = (html: string) => {
    model = html;
    footer.setEnabled(!sending && hasContent(model));
  };

  /** Fills the editor as the page itself does: the result is the starting point, not a change of the agent's. */
  const set = (html: string) => {
    froala?.html.set(html);
    baseline = froala?.html.get() ?? '';
    adopt(baseline);
  };

  const onContentChanged = () => {
    const html = froala?.html.get() ?? '';
    if (html === model) return;
    adopt(html);
    if (kind === 'reply' && isDirty()) drafts.later(model);
  };

  const send = async (status?: number) => {
    if (sending || !hasContent(model)) return;
    sending = true;
    footer.setEnabled(false);
    drafts.drop();
    const message: OutgoingMessage = { body: model, ...(status === undefined ? {} : { status }) };
    try {
      if (kind === 'note') await api.note(ticket.id, { ...message, private: true });
      else if (kind === 'forward')
        await api.forward(ticket.id, { ...message, to_emails: to.value() });
      else await api.reply(ticket.id, { ...message, cc_emails: cc.value() });
      toast('success', kind === 'note' ? t('noteAdded') : t('sent'));
      deps.onSent();
    } catch (error) {
      sending = false;
      adopt(model);
      toast('error', error instanceof ApiError ? (error.messages[0] ?? t('failed')) : t('failed'));
    }
  };

  const discard = () => {
    drafts.drop();
    if (kind === 'reply') void api.dropDraft(ticket.id).catch(() => undefined);
    deps.onDiscard();
  };

  const to = addressLine(
    t('to'),
    'to',
    kind === 'reply' && ticket.requester?.email ? [ticket.requester.email] : [],
    kind === 'reply',
  );
  const cc = addressLine(t('cc'), 'cc', kind === 'reply' ? (ticket.cc_emails ?? []) : []);
  const label = kind === 'note' ? t('note') : t('send');
  const footer = createFooter({
    context,
    label,
    onSend: (status) => void send(status),
    onDiscard: discard,
  });
  const body = h('div', { class: 'ticket-editor__bodytext' });

  const head =
    kind === 'note'
      ? h(
          'div',
          { class: 'ticket-editor__header' },
          h('span', { class: 'note-flag' }, icon('lock', 12), t('privateNote')),
        )
      : h('div', { class: 'ticket-editor__header' }, to.element, kind === 'reply' && cc.element);
  const frame = h(
    'div',
    { class: `ticket-editor ticket-editor--${kind}` },
    head,
    body,
    footer.element,
  );
  frame.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      void send();
    },
    true,
  );
  // Since the newer layouts the open editor is an item of the thread itself.
  const element =
    config.layout === '2019'
      ? h('div', { class: 'reply-area' }, frame)
      : h('div', { class: 'ticket-details__item rich-editor' }, avatar(me.name), frame);

  const fillReply = async () => {
    const steps = replySteps({
      requesterName: ticket.requester?.name ?? '',
      agentName: me.name,
      accountName: config.accountName,
      signatureHtml: me.signatureHtml,
      language: texts.language,
    });
    for (const step of steps) {
      await pause(config.editorStepMs);
      if (disposed) return;
      set(step);
    }
  };

  const start = async () => {
    const started = await startFroala(body, t('placeholder'), config.froalaKey);
    if (disposed) return started.destroy();
    froala = started;
    started.events.on('contentChanged', onContentChanged);
    if (kind === 'reply') {
      const draft = await api.draft(ticket.id).catch(() => undefined);
      if (draft === undefined) await fillReply();
      else set(draft);
      if (!disposed) {
        const earlier = quotedMessage(context, ticket, quoted);
        body.append(quotedMarker(t('quoted'), earlier, started));
      }
    }
    if (kind === 'forward') {
      set(`<div><br></div>${quotedDescription(context, ticket)}`);
    }
    if (disposed) return;
    started.undo.reset();
    started.undo.saveStep();
    watchForSlash({
      api,
      texts,
      froala: started,
      values: placeholderValues(ticket, me, location.origin),
    });
    focus();
    element.scrollIntoView({ block: 'nearest' });
  };

  const focus = () => {
    froala?.events.focus();
    froala?.el.focus({ preventScroll: true });
  };

  return {
    kind,
    element,
    start,
    focus,
    isDirty,
    hasUnsaved: () => (kind === 'reply' ? drafts.isWaiting() : isDirty()),
    dispose: () => {
      disposed = true;
      drafts.flush();
      froala?.destroy();
    },
  };
};
