import { parse, parseDocument } from 'yaml';

/** An element of an issue form, reduced to what the page shows and the body needs. */
export type FormElement =
  | { kind: 'markdown'; text: string }
  | {
      kind: 'input' | 'textarea';
      id: string;
      label: string;
      description: string;
      placeholder: string;
      value: string;
      /** Language of the code block that a textarea's text goes into. */
      render: string | undefined;
      isRequired: boolean;
    }
  | {
      kind: 'dropdown';
      id: string;
      label: string;
      description: string;
      options: readonly string[];
      isMultiple: boolean;
      defaultIndex: number | undefined;
      isRequired: boolean;
    }
  | {
      kind: 'checkboxes';
      id: string;
      label: string;
      description: string;
      options: readonly { label: string; isRequired: boolean }[];
    };

type Common = {
  fileName: string;
  name: string;
  about: string;
  title: string;
  labels: readonly string[];
  assignees: readonly string[];
};

export type Template = Common &
  ({ kind: 'markdown'; body: string } | { kind: 'form'; elements: readonly FormElement[] });

/** Settings of the chooser. */
export type ChooserConfig = {
  isBlankAllowed: boolean;
  links: readonly { name: string; url: string; about: string }[];
};

type Fields = Readonly<Record<string, unknown>>;

const asFields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A comma-separated string or a list of strings. */
const asNames = (value: unknown): readonly string[] =>
  (typeof value === 'string' ? value.split(',') : asList(value).map(asText))
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Rails' `parameterize`, from which a field without an id takes its name (documentation of form validation). */
export const parameterize = (label: string): string =>
  label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '');

const readElement = (raw: unknown): FormElement | undefined => {
  const { type, id, attributes, validations } = asFields(raw);
  const own = asFields(attributes);
  if (type === 'markdown') return { kind: 'markdown', text: asText(own['value']) };
  const label = asText(own['label']);
  if (label === '') return undefined;
  const common = {
    id: asText(id) || parameterize(label),
    label,
    description: asText(own['description']),
  };
  const isRequired = asFields(validations)['required'] === true;
  switch (type) {
    case 'input':
    case 'textarea':
      return {
        kind: type,
        ...common,
        placeholder: asText(own['placeholder']),
        value: asText(own['value']),
        render: type === 'textarea' ? asText(own['render']) || undefined : undefined,
        isRequired,
      };
    case 'dropdown': {
      const options = asList(own['options']);
      // GitHub rejects a form whose options are not text, such as an unquoted Yes, or are the reserved word None.
      if (options.some((option) => typeof option !== 'string' || /^none$/i.test(option)))
        return undefined;
      const defaultIndex = typeof own['default'] === 'number' ? own['default'] : undefined;
      const isMultiple = own['multiple'] === true;
      return {
        kind: 'dropdown',
        ...common,
        options: options.map(asText),
        isMultiple,
        defaultIndex,
        isRequired,
      };
    }
    case 'checkboxes': {
      const options = asList(own['options']).map((option) => ({
        label: asText(asFields(option)['label']),
        isRequired: asFields(option)['required'] === true,
      }));
      return options.some(({ label }) => label === '')
        ? undefined
        : { kind: 'checkboxes', ...common, options };
    }
    default:
      return undefined;
  }
};

const readCommon = (fileName: string, head: Fields): Common => ({
  fileName,
  name: asText(head['name']),
  about: asText(head['about'] ?? head['description']),
  title: asText(head['title']),
  labels: asNames(head['labels']),
  assignees: asNames(head['assignees']),
});

const readForm = (fileName: string, text: string): Template | undefined => {
  // GitHub reads forms by the rules of YAML 1.1, where an unquoted Yes is a boolean (documentation, 2026).
  const document = parseDocument(text, { version: '1.1' });
  if (document.errors.length > 0) return undefined;
  const head = asFields(document.toJS());
  const common = readCommon(fileName, head);
  const elements = asList(head['body']).map(readElement);
  if (common.name === '' || common.about === '' || elements.length === 0) return undefined;
  if (elements.every((element) => element === undefined || element.kind === 'markdown'))
    return undefined;
  return elements.includes(undefined)
    ? undefined
    : { ...common, kind: 'form', elements: elements.filter((element) => element !== undefined) };
};

const readMarkdown = (fileName: string, text: string): Template | undefined => {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(text);
  const common = readCommon(fileName, asFields(match === null ? undefined : parse(match[1] ?? '')));
  if (match === null || common.name === '' || common.about === '') return undefined;
  return { ...common, kind: 'markdown', body: (match[2] ?? '').replace(/^\s*\n/, '') };
};

/** A template by its file; undefined for one that GitHub would leave out of the chooser without a word. */
export const readTemplate = (fileName: string, text: string): Template | undefined => {
  if (fileName.endsWith('.md')) return readMarkdown(fileName, text);
  return /\.ya?ml$/.test(fileName) ? readForm(fileName, text) : undefined;
};

/** `config.yml` of the template folder; blank issues are allowed when it does not say otherwise. */
export const readChooserConfig = (text: string | undefined): ChooserConfig => {
  const config = asFields(text === undefined ? undefined : parse(text));
  const links = asList(config['contact_links']).map((link) => {
    const { name, url, about } = asFields(link);
    return { name: asText(name), url: asText(url), about: asText(about) };
  });
  return { isBlankAllowed: config['blank_issues_enabled'] !== false, links };
};
