import type { Api } from '../api.ts';
import type { Texts } from '../i18n.ts';
import { h } from '../ui/dom.ts';
import { openDropdown } from '../ui/dropdown.ts';
import type { Froala } from './froala.ts';
import { fillPlaceholders, type PlaceholderValues } from './placeholders.ts';

type PickerDeps = { api: Api; texts: Texts; froala: Froala; values: PlaceholderValues };

/** The caret's range when the character before it is a `/` that begins a word. */
const slashAtCaret = (): Range | undefined => {
  const selection = document.getSelection();
  const { anchorNode: node, anchorOffset: offset } = selection ?? {};
  if (!(node instanceof Text) || offset === undefined) return undefined;
  const before = node.data.slice(0, offset).replaceAll('\u200b', '');
  if (!/(^|[\s\u00a0])\/$/.test(before)) return undefined;
  const range = document.createRange();
  range.setStart(node, offset - 1);
  range.setEnd(node, offset);
  return range;
};

/** Opens the canned-response picker when `/` is typed at the start of a word (measured live, 2026-09). */
export const watchForSlash = ({ api, texts, froala, values }: PickerDeps): void => {
  const { t } = texts;

  const open = async (slash: Range) => {
    const responses = await api.cannedResponses().catch(() => []);
    const list = h('ul', { class: 'canned-list', role: 'listbox' });
    const search = h('input', {
      class: 'ember-power-select-search-input',
      type: 'search',
      'aria-label': t('search'),
      placeholder: t('search'),
    });
    const choose = async (id: number) => {
      const html = fillPlaceholders(await api.cannedResponseHtml(id), values);
      dropdown.close();
      froala.events.focus();
      slash.deleteContents();
      const selection = document.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(slash);
      froala.html.insert(html);
      froala.undo.saveStep();
      froala.events.trigger('contentChanged');
    };
    const matching = () => {
      const wanted = search.value.toLowerCase();
      return responses.filter((response) => response.title.toLowerCase().includes(wanted));
    };
    const render = () => {
      const found = matching();
      list.replaceChildren(
        ...found.map((response) =>
          h(
            'li',
            {
              class: 'canned-item',
              role: 'option',
              'data-test-canned-response': response.id,
              onmousedown: (event) => event.preventDefault(),
              onclick: () => void choose(response.id),
            },
            response.title,
          ),
        ),
      );
      if (found.length === 0) list.append(h('li', { class: 'muted canned-none' }, t('cannedNone')));
    };
    search.addEventListener('input', render);
    search.addEventListener('keydown', (event) => {
      const first = matching()[0];
      if (event.key === 'Enter' && first !== undefined) void choose(first.id);
    });
    render();
    const dropdown = openDropdown(froala.el, 'canned-response-picker', [
      h('div', { class: 'canned-title' }, t('cannedTitle')),
      h('div', { class: 'ember-power-select-search' }, search),
      list,
    ]);
    search.focus();
  };

  froala.el.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent) || event.inputType !== 'insertText' || event.data !== '/')
      return;
    const slash = slashAtCaret();
    if (slash !== undefined) void open(slash);
  });
};
