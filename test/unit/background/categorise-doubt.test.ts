import { describe, expect, it } from 'vitest';
import { atWork, errorOf, OUTAGE, settled, valueOf, wake, type World } from './harness';

const CATEGORISE = { ref: OUTAGE, categoryId: 'incident' };
const TICKET = /\/tickets\/4242(\?|$)/;

const puts = (world: World) => world.freshdesk.requests.filter(({ method }) => method === 'PUT');

/** Does something once the account has taken the first change, before it is read again. */
function afterTheWrite(world: World, act: () => void): void {
  let done = false;
  world.hooks.answer = ({ method, url }) => {
    if (!done && method === 'GET' && TICKET.test(url) && puts(world).length > 0) {
      done = true;
      act();
    }
    return null;
  };
}

describe('a change whose answer is lost', () => {
  it.each([
    ['a rule of the account adds a tag', { tags: ['outage', 'by-a-rule'] }, 'type Incident'],
    ['a colleague lowers the priority', { priority: 3 as const }, 'kept its own priority'],
  ])('is still known as made when %s', async (_, change, words) => {
    const { world, ask } = await atWork();
    world.freshdesk.faults.add({ method: 'PUT', path: TICKET, cutAfter: true, times: 1 });
    afterTheWrite(world, () => Object.assign(world.ticket(4242), change));
    const outcome = valueOf(await ask('ticket.categorise', CATEGORISE));
    expect(outcome.wrote).toContain(words);
    expect(puts(world)).toHaveLength(1);
  });

  it('is looked for also when a web page came in its place', async () => {
    const { world, ask } = await atWork();
    world.hooks.answer = ({ method }) => {
      if (method !== 'PUT') return null;
      Object.assign(world.ticket(4242), { type: 'Incident', priority: 4, tags: ['outage'] });
      const headers = { 'content-type': 'text/html' };
      return new Response('<!doctype html><p>Just a moment', { headers });
    };
    expect(valueOf(await ask('ticket.categorise', CATEGORISE)).wrote).toContain('type Incident');
  });

  it('of an undoing is found by what it changed', async () => {
    const { world, ask } = await atWork();
    Object.assign(world.ticket(4242), { type: 'Question', tags: ['a'] });
    const { undoToken } = valueOf(await ask('ticket.categorise', CATEGORISE));
    world.freshdesk.faults.add({ method: 'PUT', path: TICKET, cutAfter: true, times: 1 });
    let undoing = false;
    world.hooks.answer = ({ method }) => {
      if (method === 'PUT') undoing = true;
      else if (undoing) world.ticket(4242).tags = ['a', 'by-a-rule'];
      return null;
    };
    const view = valueOf(await ask('ticket.undoCategorise', { ref: OUTAGE, undoToken }));
    expect(view.facts.type).toBe('Question');
    expect(world.ticket(4242)).toMatchObject({ type: 'Question', tags: ['a', 'by-a-rule'] });
  });

  it('left over by a dead worker counts as made, whatever tags came since', async () => {
    const { world, ask } = await atWork();
    const hangs = world.freshdesk.faults.add({ method: 'PUT', path: TICKET, delayMs: 1e9 });
    void ask('ticket.categorise', CATEGORISE);
    await settled();
    hangs();
    const took = { type: 'Incident', priority: 4 as const, tags: ['outage', 'by-a-rule'] };
    Object.assign(world.ticket(4242), took);
    wake(world);
    await settled();
    const stored = (await world.areas.local.get('outbox')) as { value: { state: string }[] };
    expect(stored.value.map(({ state }) => state)).toEqual(['done']);
  });
});

it('needs no right to see the form', async () => {
  const { world, ask } = await atWork();
  const body = JSON.stringify({ code: 'access_denied', message: 'No.' });
  world.freshdesk.faults.add({ path: /ticket_fields/, status: 403, body });
  const outcome = valueOf(await ask('ticket.categorise', CATEGORISE));
  expect(outcome.wrote).toBe('type Incident, priority Urgent, tag outage');
});

it('says nothing of tags that the account added to ours', async () => {
  const { world, ask } = await atWork();
  world.freshdesk.faults.add({
    method: 'PUT',
    path: TICKET,
    status: 200,
    body: await ticketAs(world, { type: 'Incident', priority: 4, tags: ['outage', 'by-a-rule'] }),
    times: 1,
  });
  const outcome = valueOf(await ask('ticket.categorise', CATEGORISE));
  expect(outcome.wrote).toBe('type Incident, priority Urgent, tag outage');
});

it('undoing puts no tag on the ticket twice', async () => {
  const { world, ask } = await atWork();
  valueOf(await ask('ticket.categorise', CATEGORISE));
  const change = { ref: OUTAGE, categoryId: 'change' };
  const { undoToken } = valueOf(await ask('ticket.categorise', change));
  world.ticket(4242).tags = ['change', 'outage', 'colleague'];
  valueOf(await ask('ticket.undoCategorise', { ref: OUTAGE, undoToken }));
  expect(puts(world).at(-1)?.body).toMatchObject({ tags: ['outage', 'colleague'] });
});

it('never decides by the values of another ticket', async () => {
  const { world, ask } = await atWork();
  const body = await ticketAs(world, { id: 4243 });
  world.freshdesk.faults.add({ method: 'GET', path: TICKET, status: 200, body });
  expect(errorOf(await ask('ticket.view', { ref: OUTAGE })).code).toBe('unexpected');
  expect(errorOf(await ask('ticket.categorise', CATEGORISE)).code).toBe('unexpected');
  expect(puts(world)).toEqual([]);
});

/** The ticket as the account answers it, changed. */
async function ticketAs(world: World, change: object): Promise<string> {
  const headers = { authorization: `Basic ${btoa(`${world.freshdesk.keys.agent}:X`)}` };
  const url = 'https://acme.freshdesk.com/api/v2/tickets/4242';
  const ticket: object = await (await world.network(url, { headers })).json();
  return JSON.stringify({ ...ticket, ...change });
}
