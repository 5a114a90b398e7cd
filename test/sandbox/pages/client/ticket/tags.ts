import type { Context } from '../context.ts';
import { h } from '../ui/dom.ts';
import { icon } from '../ui/icons.ts';

/** The tags of a ticket as chips with an input behind them. */
export const drawTags = (
  context: Context,
  tags: readonly string[],
  edit: (tags: readonly string[]) => void,
): HTMLElement => {
  const { t } = context.texts;
  const input = h('input', {
    class: 'tag-input',
    placeholder: tags.length === 0 ? t('addTag') : '',
    'aria-label': t('addTag'),
    autocomplete: 'off',
  });
  const add = () => {
    const tag = input.value.trim();
    if (tag !== '' && !tags.includes(tag)) edit([...tags, tag]);
  };
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault();
      add();
    }
    if (event.key === 'Backspace' && input.value === '' && tags.length > 0) edit(tags.slice(0, -1));
  });
  input.addEventListener('blur', add);
  return h(
    'div',
    { class: 'group-field ticket-tags' },
    h('div', { class: 'label-field' }, t('tags')),
    h(
      'div',
      { 'data-test-tag-input-field': '', 'data-test-id': 'new-ticket-tags', class: 'tag-field' },
      h(
        'ul',
        {},
        ...tags.map((tag) =>
          h(
            'li',
            {},
            h('span', { class: 'tag-options' }, tag),
            h(
              'button',
              {
                type: 'button',
                class: 'tag-remove',
                'aria-label': `× ${tag}`,
                onclick: () => edit(tags.filter((other) => other !== tag)),
              },
              icon('cross', 10),
            ),
          ),
        ),
      ),
      input,
    ),
  );
};
