import type { Context, Page } from './context.ts';
import { createDashboardPage } from './pages/dashboard.ts';
import { createListPage } from './pages/list.ts';
import { createNewTicketPage } from './pages/new-ticket.ts';
import { createNotFoundPage } from './pages/not-found.ts';
import { createPeoplePage, createPersonPage } from './pages/people.ts';
import { createTicketPage } from './ticket/page.ts';

type Route = [
  pattern: RegExp,
  make: (context: Context, match: readonly string[], redraw: () => void) => Promise<Page> | Page,
];

const routes: readonly Route[] = [
  [/^\/a\/tickets\/new$/, (context) => createNewTicketPage(context)],
  [/^\/a\/tickets\/(\d+)$/, (context, [id = '']) => createTicketPage(context, Number(id))],
  [/^\/a\/tickets\/filters\/([\w-]+)$/, (context, [view = '']) => createListPage(context, view)],
  [/^\/a\/tickets\/?$/, (context) => createListPage(context, 'all_tickets')],
  [
    /^\/a\/(contacts|companies)\/(\d+)$/,
    (context, [kind, id]) =>
      createPersonPage(context, kind === 'contacts' ? 'contacts' : 'companies', Number(id)),
  ],
  [
    /^\/a\/(contacts|companies)\/?$/,
    (context, [kind]) => createPeoplePage(context, kind === 'contacts' ? 'contacts' : 'companies'),
  ],
  [/^\/a\/dashboard\/?$/, (context) => createDashboardPage(context)],
];

/** The page behind a path; whatever cannot be loaded becomes the page that says so. */
export const pageFor = async (
  context: Context,
  path: string,
  redraw: () => void,
): Promise<Page> => {
  for (const [pattern, make] of routes) {
    const match = pattern.exec(path);
    if (match === null) continue;
    try {
      return await make(context, match.slice(1), redraw);
    } catch (error) {
      return createNotFoundPage(context, error);
    }
  }
  return createNotFoundPage(context, undefined);
};
