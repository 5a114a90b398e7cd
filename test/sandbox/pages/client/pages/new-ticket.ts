import { ApiError } from '../api.ts';
import type { Context, Page } from '../context.ts';
import { h } from '../ui/dom.ts';
import { escapeHtml } from '../ui/html.ts';
import { toast } from '../ui/toast.ts';

/** The form of a new ticket: contact, subject, description. */
export const createNewTicketPage = (context: Context): Page => {
  const { t } = context.texts;
  const email = h('input', { type: 'email', name: 'email', required: true, class: 'text-field' });
  const subject = h('input', { name: 'subject', required: true, class: 'text-field' });
  const description = h('textarea', {
    name: 'description',
    rows: 8,
    required: true,
    class: 'text-field',
  });

  const submit = async () => {
    try {
      const made = await context.api.createTicket({
        email: email.value,
        subject: subject.value,
        description: `<div>${escapeHtml(description.value).replaceAll('\n', '<br>')}</div>`,
        status: 2,
        priority: 1,
      });
      context.navigate(`/a/tickets/${made.id}`);
    } catch (error) {
      toast('error', error instanceof ApiError ? (error.messages[0] ?? t('failed')) : t('failed'));
    }
  };

  const labelled = (label: string, input: HTMLElement) =>
    h('label', { class: 'form-row' }, h('span', { class: 'label-field' }, label), input);
  return {
    heading: t('newTicket'),
    documentTitle: `${t('newTicket')} : ${context.config.accountName}`,
    mayLeave: () => true,
    draw: () =>
      h(
        'main',
        { class: 'page' },
        h(
          'form',
          {
            class: 'card new-ticket',
            onsubmit: (event) => {
              event.preventDefault();
              void submit();
            },
          },
          labelled(t('requester'), email),
          labelled(t('subject'), subject),
          labelled(t('description'), description),
          h(
            'div',
            { class: 'form-actions' },
            h('button', { class: 'nucleus-button nucleus-button--primary' }, t('create')),
          ),
        ),
      ),
  };
};
