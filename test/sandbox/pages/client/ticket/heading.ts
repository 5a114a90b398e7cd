import type { Context } from '../context.ts';
import { custom, h, withShadow } from '../ui/dom.ts';
import { icon } from '../ui/icons.ts';
import { barButton } from '../ui/parts.ts';
import type { Ticket } from '../wire.ts';

/**
 * Where the subject stands has moved: `.ticket-subject-heading` (since 2018), `.sentiment-ticket-heading` with
 * controls among the text (2024), and no element in the light document (2026, measured live).
 */
export const drawHeading = (context: Context, ticket: Ticket): HTMLElement => {
  const { t } = context.texts;
  const subject = ticket.subject ?? '';
  const source = h('span', { class: 'ticket-source' }, icon('mail', 18));
  const summary = barButton('plus', t('summary'), { 'data-test-id': 'add-summary-button' });
  if (context.config.layout === '2019') {
    return h(
      'div',
      { class: 'ticket-details-header' },
      source,
      h('h2', { class: 'ticket-subject-heading' }, subject),
    );
  }
  if (context.config.layout === '2024') {
    return h(
      'div',
      { class: 'ticket-details-header' },
      source,
      h(
        'h2',
        { class: 'sentiment-ticket-heading' },
        h('span', { class: 'sentiment', role: 'img', 'aria-label': 'Sentiment' }, '41'),
        subject,
        h('span', { class: 'ticket-header-end' }, summary),
      ),
    );
  }
  return withShadow(
    custom('ticket-details'),
    h(
      'div',
      { class: 'ticket-details-header' },
      source,
      h('h2', { class: 'heading' }, subject),
      h('span', { class: 'ticket-header-end' }, summary),
    ),
  );
};
