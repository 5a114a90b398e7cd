import { ApiError } from '../api.ts';
import type { Context, Page } from '../context.ts';
import { h } from '../ui/dom.ts';

/** What is shown for an unknown path, a missing record, and an API that does not answer. */
export const createNotFoundPage = (context: Context, error: unknown): Page => {
  const { t } = context.texts;
  const missing = error === undefined || (error instanceof ApiError && error.status === 404);
  const reason = error instanceof Error ? error.message : '';
  return {
    heading: t('tickets'),
    documentTitle: context.config.accountName,
    draw: () =>
      h(
        'main',
        { class: 'page page--message' },
        h('p', { class: 'page-message' }, missing ? t('notFound') : t('failed')),
        !missing && h('p', { class: 'muted' }, reason),
        h('a', { href: '/a/tickets' }, t('allTickets')),
      ),
  };
};
