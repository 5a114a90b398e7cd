import type { Context, Page } from '../context.ts';
import { optionsOf } from '../choices.ts';
import { h } from '../ui/dom.ts';
import type { Ticket } from '../wire.ts';

const isOpen = (ticket: Ticket): boolean => ![4, 5].includes(ticket.status);

const card = (label: string, value: number, tone = ''): HTMLElement =>
  h(
    'div',
    { class: `dashboard-card ${tone}` },
    h('span', { class: 'dashboard-card__label' }, label),
    h('strong', {}, String(value)),
  );

/** Counts over the first page of tickets, enough to start a day from. */
export const createDashboardPage = async (context: Context): Promise<Page> => {
  const { t } = context.texts;
  const tickets = await context.api.tickets('all_tickets');
  const statusField = context.fields.find((field) => field.name === 'status');
  const statuses = statusField === undefined ? [] : optionsOf(statusField);
  return {
    heading: t('dashboard'),
    documentTitle: `${t('dashboard')} : ${context.config.accountName}`,
    draw: () => {
      const now = Date.now();
      const open = tickets.filter(isOpen);
      const overdue = open.filter(
        (ticket) => ticket.due_by !== null && Date.parse(ticket.due_by) < now,
      );
      return h(
        'main',
        { class: 'page' },
        h(
          'div',
          { class: 'dashboard-cards' },
          card(t('overdue'), overdue.length, 'dashboard-card--alarm'),
          card(t('unassigned'), open.filter((ticket) => ticket.responder_id === null).length),
          ...statuses
            .map((status) => ({
              ...status,
              count: tickets.filter((ticket) => ticket.status === status.value).length,
            }))
            .filter((status) => status.count > 0)
            .map((status) => card(status.label, status.count)),
        ),
        h('p', {}, h('a', { href: '/a/tickets' }, t('allTickets'))),
      );
    },
  };
};
