import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGithub, type Github } from '../../../sandbox/github/index.ts';

const NEW = 'https://github.com/acme-hubs/infrastructure/issues/new';
const FORM = '08_freshdesk-ticket.yaml';

let github: Github;
beforeEach(async () => {
  github = await createGithub({ now: () => new Date('2026-03-04T09:00:00Z') });
});
afterEach(() => github.stop());

const open = async (query: Record<string, string>) => {
  const response = await github.web(new Request(`${NEW}?${new URLSearchParams(query)}`));
  return {
    status: response.status,
    text: await response.text(),
    view: github.newIssuePages.at(-1)?.view,
  };
};

describe('a prefilled link', () => {
  it('fills title and body of a blank issue, and adds labels that exist', async () => {
    const page = await open({
      title: 'Größe & <b>',
      body: '\nfirst line\nsecond',
      labels: 'support,no such label',
    });
    expect(page.view).toEqual({
      kind: 'editor',
      template: undefined,
      title: 'Größe & <b>',
      body: '\nfirst line\nsecond',
      labels: ['support'],
      assignees: [],
    });
    expect(page.text).toContain('value="Größe &amp; &lt;b&gt;"');
    // A parser drops one line break after the tag, so that the text's own first one stays.
    expect(page.text).toMatch(/<textarea[^>]*>\n\nfirst line\nsecond<\/textarea/);
  });

  it('replaces the text of a Markdown template, and keeps it without a body', async () => {
    const template = '3_incident-report.md';
    expect((await open({ template, body: 'mine' })).view).toMatchObject({
      template,
      title: '[Incident] {{ TITLE }}',
      body: 'mine',
      labels: ['type: Hub Incident', 'support'],
    });
    expect((await open({ template, title: 'Mine' })).view).toMatchObject({
      title: 'Mine',
      body: expect.stringMatching(/^### Summary/),
    });
  });

  it('fills text fields of a form and nothing else', async () => {
    const page = await open({
      template: FORM,
      ticket_id: 'https://acme.freshdesk.com/a/tickets/21',
      ticket_description: 'Needs cartopy',
      ticket_type: 'Change request',
      ticket_checks: 'I looked',
      body: 'ignored',
      unknown: 'ignored',
    });
    const elements = page.view?.kind === 'form' ? page.view.elements : [];
    expect(
      elements.flatMap((element) => ('value' in element ? [[element.id, element.value]] : [])),
    ).toEqual([
      ['ticket_id', 'https://acme.freshdesk.com/a/tickets/21'],
      ['ticket_description', 'Needs cartopy'],
      ['ticket_logs', ''],
    ]);
    expect(page.view).toMatchObject({ labels: ['support'] });
    expect(page.text).not.toMatch(/<option selected|checked|ignored/);
  });

  it('leads to the chooser when its template is not there, with the rest of the link passed on', async () => {
    const page = await open({ template: '5_freshdesk-ticket.yml', title: 'Kept' });
    expect(page).toMatchObject({ status: 200, view: { kind: 'chooser' } });
    expect(page.text).toContain(
      `/acme-hubs/infrastructure/issues/new?title=Kept&amp;template=${FORM}`,
    );
  });

  it('is not found with labels of its own by somebody who may not triage', async () => {
    github.options.viewer = 'visitor';
    expect(await open({ title: 'x', labels: 'support' })).toMatchObject({ status: 404 });
    expect(await open({ template: '3_incident-report.md' })).toMatchObject({
      status: 200,
      view: { labels: ['type: Hub Incident', 'support'] },
    });
  });

  it('is refused above 8,192 bytes of address', async () => {
    const fixed = `${NEW}?body=`.length;
    expect((await open({ body: 'x'.repeat(8192 - fixed) })).status).toBe(200);
    expect((await open({ body: 'x'.repeat(8193 - fixed) })).status).toBe(414);
  });

  it('waits for the sign-in, and survives it', async () => {
    github.options.viewer = 'signed-out';
    const url = `${NEW}?title=a+b&body=%0A`;
    const answer = await github.web(new Request(url));
    expect(answer.status).toBe(302);
    const login = new URL(answer.headers.get('location') ?? '', NEW);
    expect(login.searchParams.get('return_to')).toBe(url);
    const body = new URLSearchParams({ return_to: url });
    const back = await github.web(
      new Request('https://github.com/session', { method: 'POST', body }),
    );
    expect(back.headers.get('location')).toBe(url);
    expect(github.options.viewer).toBe('steward');
  });
});

describe('a submitted page', () => {
  const submit = async (
    fields: Record<string, string | string[]>,
    headers: Record<string, string> = {},
  ) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) body.append(name, one);
    return await github.web(
      new Request('https://github.com/acme-hubs/infrastructure/issues', {
        method: 'POST',
        body,
        headers,
      }),
    );
  };

  it('becomes an issue with every answer under its label', async () => {
    const response = await submit({
      'issue[title]': '[Support] cartopy',
      'issue[template]': FORM,
      'issue[labels]': '["support"]',
      'issue[assignees]': '[]',
      ticket_id: 'https://acme.freshdesk.com/a/tickets/21',
      ticket_type: 'Change request',
      ticket_impact: '',
      ticket_description: 'Line one\r\nLine two',
      ticket_logs: '',
      ticket_checks: 'The requester knows that we track this in public',
    });
    expect([response.status, response.headers.get('location')]).toEqual([
      302,
      '/acme-hubs/infrastructure/issues/5',
    ]);
    const [issue] = await github.issues();
    expect(issue).toMatchObject({
      number: 5,
      user: { login: 'mira-steward' },
      labels: [{ name: 'support' }],
    });
    expect(issue?.body).toBe(
      [
        '### The Freshdesk ticket link\n\nhttps://acme.freshdesk.com/a/tickets/21',
        '### Ticket request type\n\nChange request',
        '### Ticket impact\n\nNone',
        '### Short ticket description\n\nLine one\nLine two',
        '### Relevant output\n\n```shell\n\n```',
        '### Before you submit\n\n- [ ] I looked for an issue about the same problem\n' +
          '- [x] The requester knows that we track this in public',
      ].join('\n\n'),
    );
    const shown = await github.web(
      new Request('https://github.com/acme-hubs/infrastructure/issues/5'),
    );
    const text = await shown.text();
    expect(text).toContain('<h3>Ticket request type</h3>');
    expect(text).toContain('<bdi>[Support] cartopy</bdi>');
  });

  it('names the address to the page when GitHub stays on it', async () => {
    github.options.landing = 'push-state';
    expect((await open({ title: 'x' })).text).toContain('history.pushState');
    const response = await submit(
      { 'issue[title]': 'x', 'issue[body]': 'y' },
      { accept: 'application/json' },
    );
    expect(await response.json()).toEqual({ number: 5, url: '/acme-hubs/infrastructure/issues/5' });
  });
});

it('shows lists and issues, and no private repository to a visitor', async () => {
  const read = async (path: string) => {
    const response = await github.web(new Request(`https://github.com${path}`));
    return { status: response.status, text: await response.text() };
  };
  expect((await read('/acme-hubs/infrastructure/issues')).text).toMatch(/cartopy[\s\S]*5 days ago/);
  expect((await read('/acme-hubs/infrastructure/issues?q=is%3Aclosed')).text).toContain('Tidepool');
  expect((await read('/acme-hubs/support-data/issues')).status).toBe(200);
  github.options.viewer = 'visitor';
  expect((await read('/acme-hubs/support-data/issues')).status).toBe(404);
  expect((await read('/acme-hubs/infrastructure/issues/99')).status).toBe(404);
});
