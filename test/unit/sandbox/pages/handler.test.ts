import { beforeAll, expect, test } from 'vitest';
import { createPages, type Pages } from '../../../sandbox/pages/index';

const origin = 'https://acme.freshdesk.com';
let pages: Pages;

beforeAll(async () => {
  pages = await createPages({ sessionCookie: '_helpkit_session=abc', page: { layout: '2024' } });
});

const get = (path: string) => pages.handler(new Request(`${origin}${path}`));

/** The environment the shell carries in its meta element. */
const environmentOf = (html: string): Record<string, unknown> => {
  const content = /config\/environment" content="([^"]+)"/.exec(html)?.[1] ?? '';
  return JSON.parse(decodeURIComponent(content)) as Record<string, unknown>;
};

test('the root leads to the tickets', async () => {
  const answer = await get('/');
  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toBe('/a/tickets');
});

test('every agent address is the one shell, with session and policy', async () => {
  for (const path of [
    '/a/tickets',
    '/a/tickets/4242',
    '/a/tickets/filters/my_open',
    '/a/dashboard',
  ]) {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBe(
      '_helpkit_session=abc; HttpOnly; Secure; SameSite=Lax; Path=/',
    );
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(await answer.text()).toContain('id="ember-basic-dropdown-wormhole"');
  }
});

test('the shell holds no inline script, and all it links to is there', async () => {
  const html = await (await get('/a/tickets')).text();
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
  const links = Array.from(
    html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g),
    (match) => match[1] ?? '',
  );
  expect(links).toHaveLength(4);
  for (const link of links) {
    const answer = await get(link);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/(javascript|css)/);
    expect((await answer.text()).length).toBeGreaterThan(1000);
  }
  expect((await get('/assets/app-000000000000.js')).status).toBe(404);
});

test('a change of the options is served with the next page load', async () => {
  expect(environmentOf(await (await get('/a/tickets')).text())).toMatchObject({
    layout: '2024',
    theme: 'light',
  });
  pages.options.theme = 'dark';
  pages.options.layout = '2019';
  const html = await (await get('/a/tickets')).text();
  expect(environmentOf(html)).toMatchObject({ layout: '2019', theme: 'dark' });
  expect(html).toMatch(/<body class="dew-dark-theme ember-application layout-2019">/);
});

test('the API is no part of the pages', async () => {
  expect((await get('/api/v2/tickets/1')).status).toBe(404);
});
