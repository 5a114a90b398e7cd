import type { Option } from '../choices.ts';
import { type Dropdown, openDropdown } from './dropdown.ts';
import { h } from './dom.ts';
import { icon } from './icons.ts';

type PowerSelect = {
  options: readonly Option[];
  value: string | number | null;
  placeholder: string;
  searchLabel: string;
  noMatches: string;
  label: string;
  disabled?: boolean;
  /** Adds an empty option in front. */
  clearable?: boolean;
  onChoose: (value: string | number | null) => void;
};

type Choice = Option | null;

/**
 * A dropdown built like ember-power-select: the options live in the body-level wormhole, the trigger opens on
 * `mousedown` of the main button and an option is taken on `mouseup`, so `trigger.click()` alone does nothing.
 */
export const powerSelect = (select: PowerSelect): HTMLElement => {
  let dropdown: Dropdown | undefined;
  const chosen = select.options.find((option) => String(option.value) === String(select.value));
  const shown =
    chosen?.label ??
    (select.value === null || select.value === '' ? undefined : String(select.value));
  const trigger = h(
    'div',
    {
      class: 'ember-view ember-basic-dropdown-trigger ember-power-select-trigger',
      'data-test-id': 'trigger-power-select',
      role: 'combobox',
      tabindex: select.disabled ? -1 : 0,
      'aria-label': select.label,
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'aria-disabled': select.disabled ? 'true' : 'false',
    },
    shown === undefined
      ? h(
          'span',
          { class: 'ember-power-select-placeholder custom-placeholder' },
          select.placeholder,
        )
      : h('span', { class: 'ember-power-select-selected-item' }, shown),
    h('span', { class: 'ember-power-select-status-icon' }, icon('caret', 12)),
  );

  const choose = (choice: Choice) => {
    dropdown?.close();
    trigger.focus();
    if (String(choice?.value ?? '') !== String(select.value ?? ''))
      select.onChoose(choice?.value ?? null);
  };

  const renderOptions = (list: HTMLElement, term: string) => {
    const wanted = term.trim().toLowerCase();
    const matching = select.options.filter((option) => option.label.toLowerCase().includes(wanted));
    const choices: readonly Choice[] =
      select.clearable && wanted === '' ? [null, ...matching] : matching;
    list.replaceChildren(
      ...choices.map((choice, index) =>
        h(
          'li',
          {
            class: 'ember-power-select-option',
            role: 'option',
            'data-option-index': index,
            'aria-selected':
              String(choice?.value ?? '') === String(select.value ?? '') ? 'true' : 'false',
            'aria-current': index === 0 ? 'true' : 'false',
            onmouseup: () => choose(choice),
            onclick: () => dropdown?.content.isConnected && choose(choice),
          },
          choice?.label ?? select.placeholder,
        ),
      ),
    );
    if (choices.length === 0) {
      list.append(
        h('li', { class: 'ember-power-select-option--no-matches-message' }, select.noMatches),
      );
    }
    return choices;
  };

  const open = () => {
    const list = h('ul', { class: 'ember-power-select-options', role: 'listbox' });
    let choices = renderOptions(list, '');
    let at = 0;
    const mark = (index: number) => {
      at = Math.max(0, Math.min(index, choices.length - 1));
      Array.from(list.children).forEach((item, position) => {
        item.setAttribute('aria-current', position === at ? 'true' : 'false');
        if (position === at) item.scrollIntoView({ block: 'nearest' });
      });
    };
    const search = h('input', {
      class: 'ember-power-select-search-input',
      type: 'search',
      autocomplete: 'off',
      'aria-label': select.searchLabel,
      placeholder: select.searchLabel,
    });
    search.addEventListener('input', () => {
      choices = renderOptions(list, search.value);
      at = 0;
    });
    search.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowDown') mark(at + 1);
      if (event.key === 'ArrowUp') mark(at - 1);
      const current = choices[at];
      if (event.key === 'Enter' && current !== undefined) choose(current);
    });
    trigger.setAttribute('aria-expanded', 'true');
    dropdown = openDropdown(
      trigger,
      'ember-power-select-dropdown',
      [h('div', { class: 'ember-power-select-search' }, search), list],
      () => trigger.setAttribute('aria-expanded', 'false'),
    );
    search.focus();
  };

  if (!select.disabled) {
    trigger.addEventListener('mousedown', (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      if (dropdown?.content.isConnected) dropdown.close();
      else open();
    });
    trigger.addEventListener('keydown', (event) => {
      if (!['Enter', ' ', 'ArrowDown'].includes(event.key)) return;
      event.preventDefault();
      open();
    });
  }
  return trigger;
};
