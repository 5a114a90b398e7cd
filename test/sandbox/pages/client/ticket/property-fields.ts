import { childOptions, optionsOf, type Option } from '../choices.ts';
import type { Context } from '../context.ts';
import { h } from '../ui/dom.ts';
import { powerSelect } from '../ui/power-select.ts';
import type { NestedChoices, TicketField } from '../wire.ts';

/** What a field needs to draw itself and to tell of an edit. */
export type FieldBinding = {
  valueOf: (name: string) => unknown;
  edit: (changes: Readonly<Record<string, unknown>>) => void;
  isMissing: (name: string) => boolean;
};

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const wrap = (
  context: Context,
  field: { name: string; label: string; required?: boolean | undefined },
  binding: FieldBinding,
  control: HTMLElement,
): HTMLElement => {
  const missing = binding.isMissing(field.name);
  return h(
    'div',
    {
      class: `group-field${missing ? ' has-error' : ''}`,
      'data-test-id': `tkt-properties-${field.name}`,
    },
    h(
      'div',
      { class: 'label-field' },
      field.label,
      field.required && h('span', { class: 'required', 'aria-hidden': 'true' }, ' *'),
    ),
    // The label-named id beside the API-named one follows the language and the account's wording.
    h('div', { 'data-test-id': field.label }, control),
    missing && h('div', { class: 'field-error', role: 'alert' }, context.texts.t('required')),
  );
};

const selectOf = (
  context: Context,
  label: string,
  options: readonly Option[],
  value: unknown,
  rest: {
    disabled?: boolean;
    clearable?: boolean;
    onChoose: (value: string | number | null) => void;
  },
): HTMLElement => {
  const { t } = context.texts;
  return powerSelect({
    options,
    value: typeof value === 'string' || typeof value === 'number' ? value : null,
    placeholder: t('none'),
    searchLabel: t('searchOptions'),
    noMatches: t('noMatches'),
    label,
    ...rest,
  });
};

const nested = (
  context: Context,
  field: TicketField,
  binding: FieldBinding,
): readonly HTMLElement[] => {
  const levels = [
    { name: field.name, label: field.label },
    ...(field.nested_ticket_fields ?? []).toSorted((one, other) => one.level - other.level),
  ];
  return levels.map((level, depth) => {
    const path = levels.slice(0, depth).map((above) => textOf(binding.valueOf(above.name)));
    const options = childOptions(field.choices as NestedChoices | undefined, path);
    const clearBelow = Object.fromEntries(
      levels.slice(depth + 1).map((below) => [below.name, null]),
    );
    const control = selectOf(context, level.label, options, binding.valueOf(level.name), {
      disabled: options.length === 0,
      clearable: true,
      onChoose: (value) => binding.edit({ [level.name]: value, ...clearBelow }),
    });
    const wrapped = wrap(context, level, binding, control);
    if (options.length === 0) wrapped.classList.add('disabledFormField');
    return wrapped;
  });
};

const inputTypes: Readonly<Record<string, string>> = {
  custom_number: 'number',
  custom_decimal: 'number',
  custom_date: 'date',
};

const textControl = (field: TicketField, binding: FieldBinding): HTMLElement => {
  const value = binding.valueOf(field.name);
  const name = `customFields.${field.name}`;
  if (field.type === 'custom_checkbox') {
    const box = h('input', {
      type: 'checkbox',
      name,
      'aria-label': field.label,
      checked: value === true,
    });
    box.addEventListener('change', () => binding.edit({ [field.name]: box.checked }));
    return box;
  }
  const numeric = inputTypes[field.type] === 'number';
  const input =
    field.type === 'custom_paragraph'
      ? h('textarea', {
          class: 'text-field',
          rows: 2,
          name,
          'data-test-text-area': name,
          'aria-label': field.label,
        })
      : h('input', {
          class: 'text-field',
          type: inputTypes[field.type] ?? 'text',
          step: field.type === 'custom_decimal' ? 'any' : null,
          name,
          'data-test-text-field': name,
          'aria-label': field.label,
          autocomplete: 'off',
        });
  input.value = textOf(value);
  input.addEventListener('input', () =>
    binding.edit({
      [field.name]: input.value === '' ? null : numeric ? Number(input.value) : input.value,
    }),
  );
  return input;
};

/** The control or controls of one ticket field, each in its `tkt-properties-<api name>` wrapper. */
export const drawField = (
  context: Context,
  field: TicketField,
  binding: FieldBinding,
): readonly HTMLElement[] => {
  const label = context.texts.fieldLabel(field.name, field.label);
  const shown = { name: field.name, label, required: field.required_for_agents };
  if (field.type === 'nested_field') return nested(context, { ...field, label }, binding);
  if (field.choices === undefined || field.choices === null) {
    return [wrap(context, shown, binding, textControl({ ...field, label }, binding))];
  }
  const select = selectOf(context, label, optionsOf(field), binding.valueOf(field.name), {
    clearable: !field.required_for_agents,
    onChoose: (value) => binding.edit({ [field.name]: value }),
  });
  return [wrap(context, shown, binding, select)];
};

/** True for fields typed into: an edit must not redraw them under the cursor. */
export const isTyped = (field: TicketField): boolean =>
  (field.choices === undefined || field.choices === null) && field.type !== 'custom_checkbox';
