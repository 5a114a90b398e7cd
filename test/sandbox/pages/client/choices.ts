import type { NestedChoices, TicketField } from './wire.ts';

/** One option of a dropdown: what is shown and what is sent. */
export type Option = { label: string; value: string | number };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Options of a field, whichever of the account's shapes its `choices` have: a list of labels,
 * code → [agent label, customer label] (status), or label → id (priority, group, agent, source, product).
 */
export const optionsOf = (field: Pick<TicketField, 'type' | 'choices'>): readonly Option[] => {
  const { choices, type } = field;
  if (type === 'nested_field') return childOptions(choices as NestedChoices | undefined, []);
  if (Array.isArray(choices)) {
    return choices.map((choice) => ({ label: String(choice), value: String(choice) }));
  }
  if (!isRecord(choices)) return [];
  return Object.entries(choices).map(([key, value]) => {
    if (type === 'default_status') {
      const label = Array.isArray(value) ? String(value[0]) : String(value);
      return { label, value: Number(key) };
    }
    if (type.startsWith('default_') && typeof value === 'number') return { label: key, value };
    return { label: Array.isArray(value) ? String(value[0]) : key, value: key };
  });
};

/** Names and children one level down; both documented shapes (objects, or lists of one-key objects) are read. */
const levelOf = (choices: unknown): ReadonlyMap<string, unknown> => {
  const level = new Map<string, unknown>();
  const entries = Array.isArray(choices) ? choices : [choices];
  for (const entry of entries) {
    if (typeof entry === 'string') level.set(entry, []);
    if (isRecord(entry)) for (const [name, below] of Object.entries(entry)) level.set(name, below);
  }
  return level;
};

/** Options of a nested field's level below the chosen `path` (empty path: the first level). */
export const childOptions = (
  choices: NestedChoices | undefined,
  path: readonly string[],
): readonly Option[] => {
  let level = levelOf(choices ?? []);
  for (const name of path) level = levelOf(level.get(name) ?? []);
  return Array.from(level.keys(), (name) => ({ label: name, value: name }));
};

/** Label of a stored value, or undefined when the field does not know it. */
export const labelOf = (options: readonly Option[], value: unknown): string | undefined =>
  options.find((option) => String(option.value) === String(value))?.label;
