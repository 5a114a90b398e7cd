import { labelOf, optionsOf } from '../choices.ts';
import type { Context, Page } from '../context.ts';
import { viewTitle } from '../i18n.ts';
import { h } from '../ui/dom.ts';
import { spanInWords, timeAgo } from '../ui/format.ts';
import { avatar, barButton } from '../ui/parts.ts';
import type { Ticket } from '../wire.ts';

/** The due line of a list card: only open work has one, and only when the SLA gave a date. */
const dueBadge = (context: Context, ticket: Ticket, now: Date): HTMLElement | undefined => {
  const { t, language } = context.texts;
  const answered = ticket.stats?.first_responded_at ?? null;
  const due = answered === null ? (ticket.fr_due_by ?? ticket.due_by) : ticket.due_by;
  if (due === null || [4, 5].includes(ticket.status)) return undefined;
  const leftMs = Date.parse(due) - now.getTime();
  const words = spanInWords(leftMs, language);
  return leftMs < 0
    ? h('span', { class: 'badge badge--overdue' }, `${t('overdueBy')} ${words}`)
    : h('span', { class: 'badge badge--due' }, `${t('dueIn')} ${words}`);
};

const row = (context: Context, ticket: Ticket, now: Date): HTMLElement => {
  const field = (name: string) => context.fields.find((one) => one.name === name);
  const named = (name: string, value: unknown) => {
    const found = field(name);
    return found === undefined ? undefined : labelOf(optionsOf(found), value);
  };
  const requester = ticket.requester?.name ?? '';
  const priority = named('priority', ticket.priority) ?? String(ticket.priority);
  return h(
    'tr',
    {
      class: '__module-tickets__tickets-list__tickets-table__ticket-item',
      'data-test-id': `ticket-row-${ticket.id}`,
    },
    h(
      'td',
      { class: 'cell-check' },
      h('input', {
        type: 'checkbox',
        'data-test-checkbox': `ticket-${ticket.id}`,
        'aria-label': `#${ticket.id}`,
      }),
    ),
    h('td', { class: 'cell-avatar' }, avatar(requester || '?', 'medium')),
    h(
      'td',
      { 'data-test-ticket-content': '' },
      h(
        'a',
        { href: `/a/tickets/${ticket.id}`, class: 'ticket-subject' },
        ticket.subject ?? '',
        ' ',
        h('span', { 'data-test-ticket-id': '' }, `#${ticket.id}`),
      ),
      h(
        'div',
        { class: 'ticket-meta' },
        `${requester} · ${context.texts.t('created')} ${timeAgo(ticket.created_at, now, context.texts.language)} `,
        dueBadge(context, ticket, now),
      ),
    ),
    h(
      'td',
      { class: 'cell-facts' },
      h('span', { class: `priority priority--${ticket.priority}` }, priority),
      h('span', {}, named('agent', ticket.responder_id) ?? context.texts.t('none')),
      h(
        'span',
        { class: `status status--${ticket.status}` },
        named('status', ticket.status) ?? String(ticket.status),
      ),
    ),
  );
};

/** A saved view of tickets; remembered as the trail for next and previous on a ticket. */
export const createListPage = async (context: Context, view: string): Promise<Page> => {
  const tickets = await context.api.tickets(view);
  context.trail = { view, ids: tickets.map((ticket) => ticket.id) };
  const title = viewTitle(view, context.texts);
  return {
    heading: title,
    documentTitle: `${title} : ${context.config.accountName}`,
    draw: () => {
      const now = new Date();
      return h(
        'main',
        { class: 'page __module-tickets__tickets-list' },
        h(
          'div',
          { class: 'page-actions list-actions' },
          h(
            'div',
            { class: 'page-actions__left' },
            h('span', { class: 'muted' }, `1 - ${tickets.length}`),
          ),
          h(
            'div',
            { class: 'page-actions__right' },
            h(
              'div',
              { class: 'pull-right' },
              barButton('plus', context.texts.t('newTicket'), {
                onclick: () => context.navigate('/a/tickets/new'),
              }),
            ),
          ),
        ),
        h(
          'div',
          { class: 'tickets__list' },
          h(
            'table',
            { class: 'tickets-table' },
            h('tbody', {}, ...tickets.map((ticket) => row(context, ticket, now))),
          ),
        ),
      );
    },
  };
};
