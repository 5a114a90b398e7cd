import { expect, test } from 'vitest';
import { createBench } from './client.ts';

const message = { body: '<div>Could you look?</div>', to_emails: ['ops@cloud.example'] };

test('a forward is a private entry of its own kind and a mail to those it names', async () => {
  const { page, api, freshdesk } = createBench();
  const sent = await page('POST', '/tickets/4242/forward', {
    ...message,
    cc_emails: ['noc@cloud.example'],
  });
  expect(sent.status).toBe(201);
  const thread = await api('GET', '/tickets/4242/conversations');
  expect(thread.rows.at(-1)).toMatchObject({
    source: 8,
    private: true,
    incoming: false,
    to_emails: ['ops@cloud.example'],
    cc_emails: ['noc@cloud.example'],
    body: message.body,
  });
  expect(freshdesk.outbox).toHaveLength(1);
  expect(freshdesk.outbox[0]).toMatchObject({
    cause: 'forward',
    ticketId: 4242,
    to: ['ops@cloud.example'],
    cc: ['noc@cloud.example'],
    subject: 'Fwd: Hub will not start for the spring course',
    html: message.body,
  });
  const ticket = (await api('GET', '/tickets/4242')).json as unknown as { fwd_emails: string[] };
  expect(ticket.fwd_emails).toEqual(['ops@cloud.example', 'noc@cloud.example']);
});

test('the requester is still owed an answer, and a reply that was begun stays', async () => {
  const { page, api, freshdesk } = createBench();
  await page('PUT', '/tickets/4242/draft', { body: '<p>Dear Ana</p>' });
  await page('POST', '/tickets/4242/forward', message);
  const { stats } = (await api('GET', '/tickets/4242?include=stats')).json;
  expect(stats['first_responded_at']).toBeNull();
  expect(stats['agent_responded_at']).toBeNull();
  expect(freshdesk.store.drafts.size).toBe(1);
});

test.each([
  [{ body: 'x' }, 'to_emails', 'missing_field'],
  [{ body: 'x', to_emails: [] }, 'to_emails', 'missing_field'],
  [{ body: 'x', to_emails: 'ops@cloud.example' }, 'to_emails', 'datatype_mismatch'],
  [{ body: 'x', to_emails: ['nobody'] }, 'to_emails', 'invalid_value'],
  [{ to_emails: ['ops@cloud.example'] }, 'body', 'missing_field'],
])('%j is refused and nothing leaves', async (body, field, code) => {
  const { page, freshdesk } = createBench();
  const entries = freshdesk.store.conversations.size;
  const refused = await page('POST', '/tickets/4242/forward', body);
  expect(refused.status).toBe(400);
  expect(refused.json.errors).toEqual([expect.objectContaining({ field, code })]);
  expect(freshdesk.outbox).toEqual([]);
  expect(freshdesk.store.conversations.size).toBe(entries);
});

test('send and set as: the status follows the forward', async () => {
  const { page, freshdesk } = createBench();
  await page('POST', '/tickets/4242/forward', { ...message, status: 3 });
  expect(freshdesk.store.tickets.get(4242)?.status).toBe(3);
});

test('there is no forward in a ticket that was deleted', async () => {
  const { page, freshdesk } = createBench();
  expect((await page('POST', '/tickets/4218/forward', message)).status).toBe(405);
  expect(freshdesk.outbox).toEqual([]);
});
