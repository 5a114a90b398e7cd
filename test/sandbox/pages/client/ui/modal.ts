import { h, wormhole } from './dom.ts';

type Answer = { label: string; primary?: boolean; testId?: string; onChoose?: () => void };

/** A modal dialog in the modal wormhole; every answer closes it, Escape answers nothing. */
export const openModal = (title: string, body: Node, answers: readonly Answer[]): (() => void) => {
  const before = document.activeElement;
  const close = () => {
    overlay.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
  const dialog = h(
    'div',
    {
      class: 'nucleus-modal modal-content',
      role: 'dialog',
      'aria-modal': 'true',
      'aria-label': title,
      tabindex: -1,
    },
    h('h3', { class: 'nucleus-modal__title' }, title),
    h('div', { class: 'nucleus-modal__body' }, body),
    h(
      'div',
      { class: 'nucleus-modal__footer' },
      ...answers.map((answer) =>
        h(
          'button',
          {
            type: 'button',
            class: `nucleus-button nucleus-button--${answer.primary ? 'primary' : 'secondary'}`,
            'data-test-id': answer.testId,
            onclick: () => {
              close();
              answer.onChoose?.();
            },
          },
          answer.label,
        ),
      ),
    ),
  );
  const overlay = h('div', { class: 'nucleus-modal__overlay' }, dialog);
  dialog.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') close();
  });
  wormhole('nucleus-modal-wormhole').append(overlay);
  dialog.focus();
  return close;
};
