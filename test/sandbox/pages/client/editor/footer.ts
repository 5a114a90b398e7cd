import { optionsOf } from '../choices.ts';
import type { Context } from '../context.ts';
import { h } from '../ui/dom.ts';
import { icon } from '../ui/icons.ts';
import { openMenu } from '../ui/menu.ts';
import { iconButton } from '../ui/parts.ts';

type FooterDeps = {
  context: Context;
  label: string;
  onSend: (status?: number) => void;
  onDiscard: () => void;
};

/** Discard, Send, and the menu that sends and sets a status. */
export const createFooter = ({ context, label, onSend, onDiscard }: FooterDeps) => {
  const { t } = context.texts;
  const send = h(
    'button',
    {
      type: 'button',
      class: 'nucleus-button nucleus-button--primary reply-btn',
      'data-test-id': 'submit',
      disabled: true,
      onclick: () => onSend(),
    },
    label,
  );
  const menu = h(
    'button',
    {
      type: 'button',
      class: 'nucleus-button nucleus-button--primary send-and-set-trigger',
      'aria-label': t('sendAndSetAs'),
      title: t('sendAndSetAs'),
      disabled: true,
    },
    icon('caret', 12),
  );
  const status = context.fields.find((field) => field.name === 'status');
  menu.addEventListener('click', () =>
    openMenu(
      menu,
      (status === undefined ? [] : optionsOf(status)).map((option) => ({
        label: `${t('sendAndSetAs')} ${option.label}`,
        attributes: { 'data-test-link': `dropdown-submit-${option.label}` },
        onChoose: () => onSend(Number(option.value)),
      })),
    ),
  );
  const buttons = h('div', { class: 'reply-btn-wrapper' }, send, menu);
  // The caret stays in the editor: a blur would make Froala look at the editable element once more and so
  // take up text that was put there behind its back.
  buttons.addEventListener('mousedown', (event) => event.preventDefault());
  return {
    element: h(
      'div',
      { class: 'ticket-editor__footer' },
      iconButton('trash', t('discard'), { 'data-test-id': 'discard', onclick: onDiscard }),
      buttons,
    ),
    setEnabled: (enabled: boolean) => {
      send.disabled = !enabled;
      menu.disabled = !enabled;
    },
  };
};
