import { defineConfig } from 'wxt';

/** Freshdesk is read and written; of GitHub only the address of the tab with the new issue is seen. */
const hosts = ['https://*.freshdesk.com/*', 'https://github.com/*'];

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifestVersion: 3,
  alias: { '@': '.' },
  experimental: { escapeUnicode: true },
  vite: () => ({ build: { sourcemap: false } }),
  manifest: ({ browser }) => ({
    name: 'Steward for Freshdesk',
    short_name: 'Steward',
    description:
      'Triage, clocks, replies and issues beside each Freshdesk ticket, for the people on support duty.',
    action: { default_title: 'Steward: what needs you now' },
    // `alarms` and `notifications` for the list that is kept while no tab is open; `idle` so that time at an
    // untouched machine does not count as work on a ticket.
    permissions: ['storage', 'alarms', 'notifications', 'idle'],
    host_permissions: hosts,
    web_accessible_resources: [
      browser === 'firefox'
        ? { resources: ['sidebar.html'], matches: ['https://*.freshdesk.com/*'] }
        : {
            resources: ['sidebar.html'],
            matches: ['https://*.freshdesk.com/*'],
            use_dynamic_url: true,
          },
    ],
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'steward@steward.invalid',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
