import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { createProxiedClient, type ProxiedClient } from './proxy/proxied-fetch.ts';

const NOW = new Date('2026-03-04T09:00:00Z');
let sandbox: Sandbox;
let client: ProxiedClient;
beforeAll(async () => {
  sandbox = await startSandbox({
    now: () => NOW,
    page: { theme: 'dark' },
    github: { viewer: 'visitor' },
  });
  client = createProxiedClient(sandbox.proxyUrl);
}, 30_000);
afterAll(async () => {
  client.close();
  await sandbox.stop();
});

it('gives the API and the pages of Freshdesk the same session', async () => {
  const page = await client.text('https://acme.freshdesk.com/a/tickets');
  expect(page.headers['content-type']).toContain('text/html');
  const [cookie] = page.headers['set-cookie'] ?? [];
  const session = (cookie ?? '').split(';')[0] ?? '';
  const tickets = await client.text('https://acme.freshdesk.com/api/v2/tickets', {
    headers: { cookie: session },
  });
  expect([tickets.status, Array.isArray(JSON.parse(tickets.text))]).toEqual([200, true]);
  expect((await client.text('https://acme.freshdesk.com/api/v2/tickets')).status).toBe(401);
  expect(sandbox.freshdesk.requests.map(({ auth }) => auth)).toEqual(['session', 'none']);
  expect(sandbox.pages.options.theme).toBe('dark');
});

it('answers for GitHub and Slack, and refuses everybody else', async () => {
  const authorization = `Bearer ${sandbox.github.tokens.steward}`;
  const user = await client.text('https://api.github.com/user', { headers: { authorization } });
  expect(JSON.parse(user.text)).toMatchObject({ login: 'mira-steward' });
  const issues = await client.text('https://github.com/acme-hubs/infrastructure/issues');
  expect(issues.text).toContain('vic-visitor');
  await expect(client.text('https://raw.githubusercontent.com/')).rejects.toThrow(/403/);
  expect(sandbox.refused).toEqual([{ host: 'raw.githubusercontent.com:443', at: NOW }]);
  expect(sandbox.failures).toEqual([]);
});

it('takes messages at the one webhook that exists', async () => {
  const headers = { 'content-type': 'application/json' };
  const post = (url: string, message: unknown) =>
    client.text(url, { method: 'POST', headers, body: JSON.stringify(message) });
  expect(await post(sandbox.slack.webhookUrl, { text: 'Incident' })).toMatchObject({
    status: 200,
    text: 'ok',
  });
  expect(await post(sandbox.slack.webhookUrl, {})).toMatchObject({ status: 400, text: 'no_text' });
  const wrong = sandbox.slack.webhookUrl.replace(/X+$/, 'Y');
  expect(await post(wrong, { text: 'x' })).toMatchObject({ status: 403, text: 'invalid_token' });
  expect(await sandbox.slack.messages()).toMatchObject([{ text: 'Incident' }]);
  expect(sandbox.slack.requests.map(({ status, auth }) => [status, auth])).toEqual([
    [200, 'key'],
    [400, 'key'],
    [403, 'bad'],
  ]);
});
