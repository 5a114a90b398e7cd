import type { Context } from '../context.ts';
import { custom, h, withShadow } from '../ui/dom.ts';
import { avatar } from '../ui/parts.ts';
import type { Ticket } from '../wire.ts';

const light = (context: Context, ticket: Ticket): HTMLElement => {
  const { t } = context.texts;
  const { requester, company } = ticket;
  const detail = (id: string, label: string, content: Node | string | null | undefined) =>
    content !== null &&
    content !== undefined &&
    content !== '' &&
    h(
      'div',
      { class: 'info-details', 'data-test-id': id },
      h('div', { class: 'label-field' }, label),
      h('div', { class: 'info-details-content' }, content),
    );
  return h(
    'section',
    { class: 'widget widget-requestor-info info-details-widget' },
    h('h3', { class: 'widget-title' }, t('contactDetails')),
    h(
      'div',
      { class: 'requester-head' },
      avatar(requester?.name ?? '?'),
      h(
        'a',
        { href: `/a/contacts/${ticket.requester_id}`, class: 'requester-name' },
        requester?.name ?? '',
      ),
    ),
    detail('requester-info-contact-email', t('email'), requester?.email),
    detail('requester-info-contact-phone', t('phone'), requester?.phone),
    detail(
      'requester-info-company-name',
      t('company'),
      company?.name === undefined
        ? undefined
        : h('a', { href: `/a/companies/${company.id ?? ticket.company_id ?? ''}` }, company.name),
    ),
    h(
      'a',
      { href: `/a/contacts/${ticket.requester_id}`, 'data-test-id': 'view-more-info' },
      t('viewMore'),
    ),
  );
};

const shadow = (context: Context, ticket: Ticket): HTMLElement => {
  const { t } = context.texts;
  const { requester, company } = ticket;
  return withShadow(
    custom('mfe-application', { 'app-id': 'fw-unified-mfe--contact-info' }),
    h(
      'section',
      { class: 'widget' },
      h('h3', { class: 'widget-title' }, t('contactDetails')),
      h(
        'div',
        { class: 'requester-head' },
        avatar(requester?.name ?? '?'),
        h(
          'a',
          { href: `/a/contacts/${ticket.requester_id}`, class: 'requester-name' },
          requester?.name ?? '',
        ),
      ),
      h('div', { class: 'label-field' }, t('email')),
      h('p', { class: 'break-all' }, requester?.email ?? ''),
      company?.name !== undefined && h('div', { class: 'label-field' }, t('company')),
      company?.name !== undefined &&
        h(
          'p',
          {},
          h('a', { href: `/a/companies/${company.id ?? ticket.company_id ?? ''}` }, company.name),
        ),
    ),
  );
};

/** The requester block: in the light document, or in the open shadow root of a micro-frontend. */
export const drawRequester = (context: Context, ticket: Ticket): HTMLElement =>
  context.config.requester === 'shadow' ? shadow(context, ticket) : light(context, ticket);
