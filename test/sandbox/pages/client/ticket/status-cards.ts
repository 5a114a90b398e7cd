import { labelOf, optionsOf } from '../choices.ts';
import type { Context } from '../context.ts';
import { h } from '../ui/dom.ts';
import { exactTime } from '../ui/format.ts';
import type { Ticket } from '../wire.ts';

const card = (
  context: Context,
  title: string,
  due: string,
  testId: string,
  now: Date,
): HTMLElement => {
  const { t, language } = context.texts;
  const late = Date.parse(due) < now.getTime();
  return h(
    'div',
    { class: 'status-card', 'data-test-id': 'status-card' },
    h(
      'div',
      { class: `status-title${late ? ' overdue' : ''}`, 'data-test-id': 'status-title' },
      title,
      late && h('span', { class: 'badge badge--overdue' }, t('overdue')),
    ),
    h(
      'div',
      { class: 'status-due', 'data-test-id': testId },
      `${t('by')} ${exactTime(due, language)}`,
    ),
  );
};

/** Status and SLA strip: a due line only while its clock runs. */
export const drawStatusCards = (context: Context, ticket: Ticket, now: Date): HTMLElement => {
  const { t } = context.texts;
  const field = context.fields.find((one) => one.name === 'status');
  const status = field === undefined ? undefined : labelOf(optionsOf(field), ticket.status);
  const answered = ticket.stats?.first_responded_at ?? null;
  const open = ![4, 5].includes(ticket.status);
  return h(
    'div',
    { class: 'status-cards-container' },
    h(
      'div',
      { class: `status-name status--${ticket.status}`, 'data-test-id': 'ticket-status' },
      status ?? String(ticket.status),
    ),
    // Public scripts know no test id for the first response; the class alone marks it here.
    open &&
      answered === null &&
      ticket.fr_due_by !== null &&
      card(context, t('firstResponseDue'), ticket.fr_due_by, 'response-due', now),
    open &&
      ticket.due_by !== null &&
      card(context, t('resolutionDue'), ticket.due_by, 'resolution-due', now),
  );
};
