import type { FormElement, Template } from './template.ts';

/** Bytes of URL from which on GitHub answers 414 (reported by users of prefilled links, 2024). */
export const MAX_URL_BYTES = 8192;

/** Parameters with a meaning of their own: a field of a form with such an id cannot be filled by URL. */
const RESERVED = new Set([
  'title',
  'body',
  'labels',
  'assignees',
  'milestone',
  'projects',
  'template',
  'type',
]);

/** Parameters that 404 for somebody who may not triage (GitHub's documentation of issue URLs, 2026). */
const NEED_TRIAGE = ['labels', 'assignees', 'milestone', 'projects'] as const;

/** What a prefilled link makes of the new-issue page. */
export type NewIssueView =
  | { kind: 'url-too-long' }
  | { kind: 'not-found' }
  | { kind: 'chooser' }
  | {
      kind: 'editor';
      template: string | undefined;
      title: string;
      body: string;
      labels: readonly string[];
      assignees: readonly string[];
    }
  | {
      kind: 'form';
      template: string;
      title: string;
      labels: readonly string[];
      assignees: readonly string[];
      elements: readonly FormElement[];
    };

export type PrefillContext = {
  templates: readonly Template[];
  /** Names of the repository's labels; others are left out without a word. */
  labels: readonly string[];
  canTriage: boolean;
  isBlankAllowed: boolean;
};

const names = (value: string | null): readonly string[] =>
  (value ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

const union = (...lists: readonly (readonly string[])[]): readonly string[] => [
  ...new Set(lists.flat()),
];

const fill = (element: FormElement, query: URLSearchParams): FormElement => {
  // Only text fields can be filled by URL; choices and check boxes of the link are ignored.
  if (element.kind !== 'input' && element.kind !== 'textarea') return element;
  const value = RESERVED.has(element.id) ? null : query.get(element.id);
  return value === null ? element : { ...element, value };
};

/**
 * What GitHub shows for `…/issues/new?…`. `title` and `labels` add to a template; `body` replaces the whole text of a
 * Markdown template and is ignored by a form; a template that is not there leads to the chooser; labels declared in a
 * template are applied for everybody, labels of the link only for those who may triage.
 */
export const readNewIssueUrl = (url: URL, context: PrefillContext): NewIssueView => {
  if (Buffer.byteLength(url.href) > MAX_URL_BYTES) return { kind: 'url-too-long' };
  const query = url.searchParams;
  if (!context.canTriage && NEED_TRIAGE.some((name) => (query.get(name) ?? '') !== '')) {
    return { kind: 'not-found' };
  }
  const exists = (label: string): boolean => context.labels.includes(label);
  const linkLabels = names(query.get('labels'));
  const linkAssignees = names(query.get('assignees'));
  const named = query.get('template');
  if (named !== null && named !== '') {
    const template = context.templates.find(({ fileName }) => fileName === named);
    if (template === undefined) return { kind: 'chooser' };
    const common = {
      template: template.fileName,
      title: query.get('title') ?? template.title,
      labels: union(template.labels, linkLabels).filter(exists),
      assignees: union(template.assignees, linkAssignees),
    };
    return template.kind === 'markdown'
      ? { kind: 'editor', ...common, body: query.get('body') ?? template.body }
      : {
          kind: 'form',
          ...common,
          elements: template.elements.map((element) => fill(element, query)),
        };
  }
  if (!context.isBlankAllowed && !context.canTriage) return { kind: 'chooser' };
  return {
    kind: 'editor',
    template: undefined,
    title: query.get('title') ?? '',
    body: query.get('body') ?? '',
    labels: linkLabels.filter(exists),
    assignees: linkAssignees,
  };
};
