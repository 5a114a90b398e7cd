import { expect, test } from 'vitest';
import { sanitiseBody } from '../../../sandbox/freshdesk/text/sanitise.ts';
import { plainText } from '../../../sandbox/freshdesk/text/plain-text.ts';
import { createBench } from './client.ts';

test('a reply mails the requester at once, sets the response times and leaves the status', async () => {
  const { api, advance, freshdesk } = createBench();
  const sent = await api('POST', '/tickets/4242/reply', {
    body: 'We are looking into it',
    cc_emails: ['jonas.weber@tidepool.example'],
  });
  expect(sent.status).toBe(201);
  expect(sent.headers.get('location')).toBe(
    `https://acme.freshdesk.com/api/v2/conversations/${sent.json.id}`,
  );
  expect(sent.json.to_emails).toEqual(['ana.ruiz@tidepool.example']);
  expect('private' in sent.json).toBe(false);
  advance(60_000);
  await api('POST', '/tickets/4242/reply', { body: 'Still looking' });
  const ticket = (await api('GET', '/tickets/4242?include=stats')).json;
  expect(ticket.status).toBe(2);
  expect(ticket.stats).toMatchObject({
    first_responded_at: '2026-03-11T15:00:00Z',
    agent_responded_at: '2026-03-11T15:01:00Z',
  });
  expect(freshdesk.outbox[0]).toMatchObject({
    cause: 'reply',
    to: ['ana.ruiz@tidepool.example'],
    cc: ['jonas.weber@tidepool.example'],
    subject: 'Re: Hub will not start for the spring course',
    html: '<div>We are looking into it</div>',
  });
});

test('a reply rejects private, needs a body and valid addresses', async () => {
  const { api, freshdesk } = createBench();
  const wrong = async (body: unknown) =>
    (await api('POST', '/tickets/4242/reply', body)).json.errors[0];
  expect(await wrong({ body: 'x', private: true })).toMatchObject({
    field: 'private',
    code: 'invalid_field',
  });
  expect(await wrong({})).toMatchObject({ field: 'body', code: 'missing_field' });
  expect(await wrong({ body: 'x', cc_emails: ['nobody'] })).toMatchObject({ field: 'cc_emails' });
  expect(freshdesk.outbox).toEqual([]);
});

test('a note is private unless said otherwise; only a public one reaches the requester', async () => {
  const { api, freshdesk } = createBench();
  const note = (await api('POST', '/tickets/4242/notes', { body: '<b>internal</b>' })).json;
  expect(note.private).toBe(true);
  expect(freshdesk.outbox).toEqual([]);
  await api('POST', '/tickets/4242/notes', { body: 'look', notify_emails: ['dee@acme.example'] });
  await api('POST', '/tickets/4242/notes', { body: 'public', private: false });
  expect(freshdesk.outbox.map(({ cause, to }) => [cause, ...to])).toEqual([
    ['note-notification', 'dee@acme.example'],
    ['public-note', 'ana.ruiz@tidepool.example'],
  ]);
});

test('notes can be edited and deleted, replies cannot be edited', async () => {
  const { api, advance } = createBench();
  const note = (await api('POST', '/tickets/4242/notes', { body: 'first' })).json;
  const reply = (await api('POST', '/tickets/4242/reply', { body: 'sent' })).json;
  advance(60_000);
  const edited = await api('PUT', `/conversations/${note.id}`, { body: 'second' });
  expect([edited.status, edited.json.body]).toEqual([200, '<div>second</div>']);
  expect((await api('PUT', `/conversations/${reply.id}`, { body: 'no' })).status).toBe(405);
  expect((await api('PUT', '/conversations/1', { body: 'no' })).status).toBe(404);
  const thread = (await api('GET', '/tickets/4242/conversations')).rows;
  expect(thread.map(({ body }) => body)).toEqual(['<div>second</div>', '<div>sent</div>']);
  expect(thread[0].updated_at).toBe('2026-03-11T15:01:00Z');
  expect((await api('DELETE', `/conversations/${note.id}`)).status).toBe(204);
  expect((await api('GET', '/tickets/4242/conversations')).rows).toHaveLength(1);
});

test('a mail on a resolved ticket reopens it and starts the next-reply clock', async () => {
  const { api, freshdesk } = createBench();
  expect((await api('GET', '/tickets/4221')).json.status).toBe(4);
  freshdesk.receive({ from: 'freya@openglacier.example', body: 'Not quite yet', ticketId: 4221 });
  const ticket = (await api('GET', '/tickets/4221?include=stats')).json;
  expect(ticket.status).toBe(2);
  expect(ticket.stats['requester_responded_at']).toBe('2026-03-11T15:00:00Z');
  expect(ticket.nr_due_by).toBe('2026-03-16T15:00:00Z');
  await api('POST', '/tickets/4221/reply', { body: 'Thank you' });
  expect((await api('GET', '/tickets/4221')).json.nr_due_by).toBeNull();
  const fresh = freshdesk.receive({ from: 'someone@new.example', subject: 'Hi', body: 'Hello' });
  expect((await api('GET', `/tickets/${fresh.id}`)).json).toMatchObject({
    source: 1,
    company_id: null,
  });
});

test.each([
  ['plain & simple < text', '<div>plain &amp; simple &lt; text</div>'],
  ['<p>kept</p>', '<p>kept</p>'],
  ['<div data-steward="1" onclick="x()">a<!-- c -->b</div>', '<div>ab</div>'],
  ['<script>alert(1)</script><b>b</b><style>p{}</style>', '<b>b</b>'],
  [
    '<p>x<img src="data:image/png;base64,AA"><img src="https://a.example/i.png"></p>',
    '<p>x<img src="https://a.example/i.png"></p>',
  ],
  ['<a href=" java\nscript:alert(1)">x</a>', '<a>x</a>'],
  ['<a href="&#106;avascript:alert(1)">x</a>', '<a>x</a>'],
  [
    '<a href="https://a.example/?q=1&amp;r=2">x</a>',
    '<a href="https://a.example/?q=1&amp;r=2">x</a>',
  ],
  ['</div></body><b>open', '<b>open</b>'],
  ['<div style="background:url(https://x.example)">x</div>', '<div>x</div>'],
  ['<form><input name="a">text</form>', '<div>text</div>'],
])('cleaning %j', (dirty, clean) => {
  expect(sanitiseBody(dirty)).toBe(clean);
});

test('cleaning twice changes nothing, and size does not hurt', () => {
  const { freshdesk } = createBench();
  const hostile = freshdesk.store.tickets.get(4234)?.description ?? '';
  expect(hostile.length).toBeGreaterThan(100_000);
  expect(hostile).not.toMatch(
    /<script|<style|<iframe|onclick|onerror|onmouseover|data-|<!--|javascript:/i,
  );
  expect(hostile).toContain('{{ticket.agent.name}} { NAME }');
  expect(hostile).toContain('\u202E');
  expect(sanitiseBody(hostile)).toBe(hostile);
  const start = Date.now();
  sanitiseBody('<a '.repeat(50_000));
  sanitiseBody('<b>x'.repeat(20_000));
  expect(Date.now() - start).toBeLessThan(3000);
});

test('plain text: blocks and breaks end lines, references become characters', () => {
  const html = '<div>One &lt;1&gt;<br>Two</div><p>Three&nbsp;&amp; four</p>';
  expect(plainText(html)).toBe('One <1>\nTwo\nThree\u00a0& four');
  expect(plainText(html, '\r\n')).toContain('\r\nTwo');
});
