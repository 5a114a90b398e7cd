import { expect, it } from 'vitest';
import { strangers } from '../../../sandbox/proxy/known-hosts.ts';

const at = new Date('2026-03-04T09:00:00Z');

it("tells requests of the browser from everybody else's, whatever the port, and by the whole name", () => {
  const refused = [
    { host: 'update.googleapis.com:80', at },
    { host: 'accounts.google.com:443', at },
    { host: 'firefox.settings.services.mozilla.com:443', at },
    { host: 'accounts.google.com.example.org:443', at },
    { host: 'raw.githubusercontent.com:443', at },
  ];
  expect(strangers(refused).map(({ host }) => host)).toEqual([
    'accounts.google.com.example.org:443',
    'raw.githubusercontent.com:443',
  ]);
});
