import type { Context } from '../context.ts';
import { drawReplyBar, type BarActions } from '../ticket/action-bar.ts';
import type { Thread } from '../ticket/thread.ts';
import { h } from '../ui/dom.ts';
import { openModal } from '../ui/modal.ts';
import { createSlot } from '../ui/slot.ts';
import type { Ticket } from '../wire.ts';
import { createEditor, type Editor, type EditorKind } from './editor.ts';

type DockDeps = {
  context: Context;
  ticket: () => Ticket;
  thread: Thread;
  actions: BarActions;
  /** Re-reads ticket and thread once something was sent. */
  afterSend: () => Promise<void>;
};

/** The place under the thread: the reply bar, or the one editor that may be open at a time. */
export const createEditorDock = ({ context, ticket, thread, actions, afterSend }: DockDeps) => {
  const { t } = context.texts;
  let editor: Editor | undefined;

  const slot = createSlot(() =>
    h(
      'div',
      { class: 'ticket-details__dock' },
      editor?.element ?? drawReplyBar(context, ticket().requester?.name ?? '', actions),
    ),
  );

  const closeEditor = () => {
    editor?.dispose();
    editor = undefined;
    slot.refresh();
  };

  const openNow = (kind: EditorKind) => {
    editor?.dispose();
    editor = createEditor({
      context,
      ticket: ticket(),
      kind,
      quoted: thread.newest(),
      onSent: () => {
        closeEditor();
        void afterSend();
      },
      onDiscard: closeEditor,
    });
    slot.refresh();
    void editor.start();
  };

  const askToLeave = (proceed: () => void) =>
    void openModal(t('leaveTitle'), h('p', {}, t('leaveText')), [
      { label: t('stay'), testId: 'modal-cancel' },
      { label: t('leave'), primary: true, testId: 'modal-leave', onChoose: proceed },
    ]);

  return {
    draw: slot.draw,
    open: (kind: EditorKind) => {
      if (editor?.kind === kind) return editor.focus();
      if (editor?.isDirty()) askToLeave(() => openNow(kind));
      else openNow(kind);
    },
    /** Asks before something unsaved is left; a reply whose draft is saved may go. */
    mayLeave: (proceed: () => void): boolean => {
      if (!editor?.hasUnsaved()) return true;
      askToLeave(() => {
        closeEditor();
        proceed();
      });
      return false;
    },
    dispose: () => editor?.dispose(),
  };
};
