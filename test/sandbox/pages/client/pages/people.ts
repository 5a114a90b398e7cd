import { ApiError } from '../api.ts';
import type { Context, Page } from '../context.ts';
import { h } from '../ui/dom.ts';
import { avatar } from '../ui/parts.ts';

type Kind = 'contacts' | 'companies';
type Fact = readonly [label: string, value: string];

const plain = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** Facts worth a line: the named fields first, then the account's custom ones. */
const factsOf = (context: Context, person: Readonly<Record<string, unknown>>): readonly Fact[] => {
  const { t } = context.texts;
  const customFields = (person['custom_fields'] ?? {}) as Readonly<Record<string, unknown>>;
  const rows: readonly (readonly [string, unknown])[] = [
    [t('email'), person['email']],
    [t('phone'), person['phone']],
    ...Object.entries(customFields).map(
      ([name, value]) => [name.replaceAll('_', ' '), value] as const,
    ),
  ];
  return rows.flatMap(([label, value]) => {
    const text = plain(value);
    return text === undefined ? [] : [[label, text] as const];
  });
};

const nameOf = (person: Readonly<Record<string, unknown>>): string =>
  plain(person['name']) ?? plain(person['email']) ?? '?';

/** All contacts or companies the API gives on its first page; an account may refuse the list. */
export const createPeoplePage = async (context: Context, kind: Kind): Promise<Page> => {
  const people = await context.api.people(kind).catch((error: unknown) => {
    if (error instanceof ApiError) return [];
    throw error;
  });
  const title = context.texts.t(kind);
  return {
    heading: title,
    documentTitle: `${title} : ${context.config.accountName}`,
    draw: () =>
      h(
        'main',
        { class: 'page' },
        h(
          'ul',
          { class: 'card people' },
          ...people.map((person) =>
            h(
              'li',
              {},
              avatar(nameOf(person)),
              h('a', { href: `/a/${kind}/${plain(person['id']) ?? ''}` }, nameOf(person)),
              h('span', { class: 'muted' }, plain(person['email']) ?? ''),
            ),
          ),
        ),
      ),
  };
};

/** One contact or company with its facts. */
export const createPersonPage = async (context: Context, kind: Kind, id: number): Promise<Page> => {
  const person = await context.api.person(kind, id);
  const name = nameOf(person);
  return {
    heading: context.texts.t(kind),
    documentTitle: `${name} : ${context.config.accountName}`,
    draw: () =>
      h(
        'main',
        { class: 'page' },
        h(
          'section',
          { class: 'card person' },
          h('h2', {}, avatar(name), name),
          h(
            'dl',
            { class: 'facts' },
            ...factsOf(context, person).flatMap(([label, value]) => [
              h('dt', {}, label),
              h('dd', {}, value),
            ]),
          ),
        ),
      ),
  };
};
