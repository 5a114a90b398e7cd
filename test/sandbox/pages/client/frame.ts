import type { Context, Page } from './context.ts';
import type { TextKey } from './i18n.ts';
import { custom, h, withShadow } from './ui/dom.ts';
import { icon, type IconName } from './ui/icons.ts';
import { openMenu } from './ui/menu.ts';
import { avatar, iconButton } from './ui/parts.ts';

const destinations: readonly [id: string, path: string, key: TextKey, icon: IconName][] = [
  ['nav-dashboard', '/a/dashboard', 'dashboard', 'dashboard'],
  ['nav-tickets', '/a/tickets', 'tickets', 'tickets'],
  ['nav-contacts', '/a/contacts', 'contacts', 'contacts'],
  ['nav-companies', '/a/companies', 'companies', 'companies'],
];

const navigation = (context: Context): HTMLElement => {
  const { t } = context.texts;
  const items = destinations.map(([id, path, key, name]) =>
    h(
      'a',
      {
        href: path,
        class: `app-navbar__link${location.pathname.startsWith(path) ? ' active' : ''}`,
        'data-test-id': id,
        'aria-label': t(key),
        title: t(key),
      },
      icon(name, 20),
    ),
  );
  const bar = h(
    'nav',
    { class: 'app-navbar', 'data-test-id': 'app-navbar', 'aria-label': context.config.accountName },
    h(
      'a',
      { href: '/a/dashboard', class: 'app-navbar__logo', 'aria-label': context.config.accountName },
      'A',
    ),
    ...items,
  );
  if (context.config.layout !== '2026') return h('div', { class: 'left-nav' }, bar);
  return h(
    'div',
    { class: 'left-nav left-nav-mfe-wrapper' },
    withShadow(custom('ticket-left-nav'), bar),
  );
};

const topControls = (context: Context): HTMLElement => {
  const { t } = context.texts;
  const create = h(
    'button',
    {
      type: 'button',
      class: 'nucleus-button nucleus-button--secondary header-create',
      'data-test-id': 'header-create-new',
    },
    icon('plus', 14),
    t('newItem'),
  );
  create.addEventListener('click', () =>
    openMenu(create, [{ label: t('newTicket'), link: '/a/tickets/new' }]),
  );
  return h(
    'div',
    { class: 'header-controls', 'data-testid': 'right-section' },
    create,
    h(
      'button',
      {
        type: 'button',
        class: 'header-search',
        'data-test-id': 'search-trigger',
        'aria-label': t('search'),
      },
      icon('search'),
      h('span', {}, t('search')),
    ),
    iconButton('help', t('help'), { 'data-test-id': 'help-and-support' }),
    iconButton('bell', t('watch'), { 'data-test-id': 'trigger-agent-availability' }),
    h(
      'button',
      {
        type: 'button',
        class: 'header-profile',
        'data-test-id': 'profile-dropdown',
        'aria-label': context.me.name,
      },
      avatar(context.me.name, 'small'),
    ),
  );
};

/**
 * The trap of the breadcrumb is kept: `main-title` names the saved view the agent came from, on tickets too,
 * and the ticket's number is the active item behind it.
 */
const breadcrumb = (context: Context, page: Page): HTMLElement =>
  h(
    'nav',
    { class: 'breadcrumb', 'aria-label': 'Breadcrumb' },
    page.crumb === undefined
      ? h('h1', { class: 'breadcrumb-title', 'data-test-title': 'main-title' }, page.heading)
      : h(
          'a',
          {
            class: 'breadcrumb__item breadcrumb-title',
            'data-test-title': 'main-title',
            href: `/a/tickets/filters/${context.trail.view}`,
          },
          page.heading,
        ),
    page.crumb !== undefined &&
      h('span', { class: 'breadcrumb__separator', 'aria-hidden': 'true' }, '/'),
    page.crumb !== undefined &&
      h(
        'span',
        { class: 'breadcrumb__item active', 'data-test-id': 'breadcrumb-item' },
        page.crumb,
      ),
  );

/** Left navigation, top bar and the page, freshly made. */
export const drawFrame = (context: Context, page: Page): HTMLElement => {
  const controls = topControls(context);
  return h(
    'div',
    { class: 'app-container' },
    navigation(context),
    h(
      'div',
      { class: 'app-main-wrapper' },
      h(
        'header',
        { class: 'application-header' },
        breadcrumb(context, page),
        context.config.layout === '2026'
          ? withShadow(custom('ticket-top-nav'), controls)
          : controls,
      ),
      page.draw(),
    ),
  );
};
