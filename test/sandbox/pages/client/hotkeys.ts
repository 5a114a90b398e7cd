import type { Context, Page } from './context.ts';
import { h } from './ui/dom.ts';
import { openModal } from './ui/modal.ts';

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

const helpRows: readonly [
  key: string,
  text: 'reply' | 'note' | 'forward' | 'next' | 'previous' | 'shortcuts',
][] = [
  ['r', 'reply'],
  ['n', 'note'],
  ['f', 'forward'],
  ['j', 'next'],
  ['k', 'previous'],
  ['?', 'shortcuts'],
];

/**
 * Single-letter keys in the capture phase on the document. The test is made on `event.target`, which for
 * typing inside somebody's shadow root is the host element: there the keys fire, as add-ons have found
 * (`r` was measured live in 2026; the other letters are inferred from the product family).
 */
export const createHotkeys = (context: Context, currentPage: () => Page | undefined) => {
  const showHelp = () => {
    const { t } = context.texts;
    const list = h(
      'dl',
      { class: 'shortcut-list' },
      ...helpRows.flatMap(([key, text]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, t(text))]),
    );
    openModal(t('shortcuts'), list, [{ label: t('cancel') }]);
  };

  const onKeydown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isEditable(event.target)) return;
    if (event.key === '?') showHelp();
    else if (!(currentPage()?.onKey?.(event.key) ?? false)) return;
    event.preventDefault();
  };

  return { listen: () => document.addEventListener('keydown', onKeydown, true) };
};
