import { createStorageAreas } from '@/lib/background/storage/area';
import { describe, expect, it } from 'vitest';
import { atWork, errorOf, from, HOST, OUTAGE, settled, TAB, valueOf, wake } from './harness';

const CATEGORISE = { ref: OUTAGE, categoryId: 'incident' };

async function outbox(): Promise<{ state: string; write: { kind: string } }[]> {
  const stored = (await createStorageAreas().local.get('outbox')) as { value: [] } | undefined;
  return stored?.value ?? [];
}

function puts(world: Awaited<ReturnType<typeof atWork>>['world']) {
  return world.freshdesk.requests.filter(({ method }) => method === 'PUT');
}

describe('ticket.categorise', () => {
  it('writes only what changes, in one call, and brings the page up to date', async () => {
    const { world, ask } = await atWork();
    world.ticket(4242).tags = ['spring-course'];
    valueOf(await ask('ticket.view', { ref: OUTAGE }));
    const outcome = valueOf(await ask('ticket.categorise', CATEGORISE));
    expect(puts(world).map(({ body }) => body)).toEqual([
      { type: 'Incident', priority: 4, tags: ['spring-course', 'outage'] },
    ]);
    expect(outcome).toMatchObject({
      categoryId: 'incident',
      wrote: 'type Incident, priority Urgent, tag outage',
      undoUntil: new Date(world.now().getTime() + 10_000).toISOString(),
      pageRefresh: 'model',
    });
    expect(world.asked).toContainEqual({
      tabId: TAB,
      message: { steward: 1, request: 'page.refreshTicket', input: { ref: OUTAGE } },
    });
    const view = valueOf(await ask('ticket.view', { ref: OUTAGE }));
    expect(view.categoryId).toBe('incident');
    expect(view.facts).toMatchObject({ type: 'Incident', priority: 4 });
    expect(world.freshdesk.outbox).toEqual([]);

    const again = valueOf(await ask('ticket.categorise', CATEGORISE));
    expect(again.wrote).toContain('nothing');
    expect(puts(world)).toHaveLength(1);
  });

  it('reads right before writing, so that a tag added meanwhile is not lost', async () => {
    const { world, ask } = await atWork();
    valueOf(await ask('ticket.view', { ref: OUTAGE }));
    world.ticket(4242).tags = ['added-by-a-colleague'];
    valueOf(await ask('ticket.categorise', CATEGORISE));
    expect(world.ticket(4242).tags).toEqual(['added-by-a-colleague', 'outage']);
  });

  it('takes off the mark of the category worn before', async () => {
    const { world, ask } = await atWork();
    valueOf(await ask('ticket.categorise', CATEGORISE));
    const outcome = valueOf(await ask('ticket.categorise', { ref: OUTAGE, categoryId: 'change' }));
    expect(outcome.wrote).toBe('type Change Request, tag change, tag outage removed');
    expect(world.ticket(4242)).toMatchObject({ type: 'Change Request', tags: ['change'] });
    expect(valueOf(await ask('ticket.view', { ref: OUTAGE })).categoryId).toBe('change');
  });

  it('needs the key', async () => {
    const { world, ask } = await atWork({ key: false });
    const error = errorOf(await ask('ticket.categorise', CATEGORISE));
    expect(error.code).toBe('not-configured');
    expect(error.message).toContain('API key');
    expect(puts(world)).toEqual([]);
  });

  it('names a type that the account does not have, after asking the account anew', async () => {
    const { world, ask } = await atWork();
    valueOf(await ask('ticket.view', { ref: OUTAGE }));
    world.requests();
    const input = { ref: OUTAGE, categoryId: 'unknown-here' };
    const error = errorOf(await ask('ticket.categorise', input));
    expect(error.code).toBe('not-configured');
    expect(error.message).toContain('“Unheard Of”');
    expect(world.requests()).toEqual(['GET /ticket_fields']);
  });

  it('names the fields that Freshdesk wants filled first', async () => {
    const { world, ask } = await atWork();
    const field = world.freshdesk.store.fields.find(({ name }) => name === 'cf_hub_url');
    if (field === undefined) throw new Error('the account has no such field');
    field.required_for_agents = true;
    world.ticket(4242).custom_fields['cf_hub_url'] = null;
    const error = errorOf(await ask('ticket.categorise', CATEGORISE));
    expect(error.code).toBe('invalid-input');
    expect(error.message).toContain('Hub URL');
    expect(world.ticket(4242).type).toBeNull();
    expect((await outbox()).map(({ state }) => state)).toEqual(['failed']);
  });

  it('settles a lost answer by looking, and writes once', async () => {
    const { world, ask } = await atWork();
    world.freshdesk.faults.add({ method: 'PUT', path: /4242/, cutAfter: true, times: 1 });
    const outcome = valueOf(await ask('ticket.categorise', CATEGORISE));
    expect(outcome.wrote).toContain('type Incident');
    expect(puts(world)).toHaveLength(1);
    expect(
      valueOf(await ask('ticket.undoCategorise', undo(outcome.undoToken))).facts.type,
    ).toBeNull();
  });

  it('says that nothing was written when nothing was', async () => {
    const { world, ask } = await atWork();
    world.freshdesk.faults.add({
      method: 'PUT',
      path: /4242/,
      status: 502,
      body: '<html>',
      times: 1,
    });
    const error = errorOf(await ask('ticket.categorise', CATEGORISE));
    expect(error).toMatchObject({ code: 'unavailable' });
    expect(error.message).toContain('as it was');
    expect(puts(world)).toHaveLength(1);
    expect((await outbox()).map(({ state }) => state)).toEqual(['failed']);
  });

  it('says exactly what Freshdesk kept back', async () => {
    const { world, ask } = await atWork();
    world.freshdesk.faults.add({
      method: 'PUT',
      path: /4242/,
      status: 200,
      body: await withPriority(world.network, world.freshdesk.keys.agent),
      times: 1,
    });
    const outcome = valueOf(await ask('ticket.categorise', CATEGORISE));
    expect(outcome.wrote).toBe('type Incident, tag outage; Freshdesk kept its own priority');
  });
});

/** The ticket as the account would answer it had a rule of its own kept the priority. */
async function withPriority(network: typeof fetch, key: string): Promise<string> {
  const headers = { authorization: `Basic ${btoa(`${key}:X`)}` };
  const response = await network(`https://${HOST}/api/v2/tickets/4242`, { headers });
  const ticket = (await response.json()) as object;
  return JSON.stringify({ ...ticket, type: 'Incident', tags: ['outage'] });
}

const undo = (undoToken: string) => ({ ref: OUTAGE, undoToken });

describe('ticket.undoCategorise', () => {
  it('puts back exactly what was there, once', async () => {
    const { world, ask } = await atWork();
    Object.assign(world.ticket(4242), { type: 'Question', priority: 2, tags: ['a', 'b'] });
    const { undoToken } = valueOf(await ask('ticket.categorise', CATEGORISE));
    world.pass(9_000);
    const view = valueOf(await ask('ticket.undoCategorise', undo(undoToken)));
    expect(view.facts).toMatchObject({ type: 'Question', priority: 2, tags: ['a', 'b'] });
    expect(world.ticket(4242)).toMatchObject({ type: 'Question', priority: 2, tags: ['a', 'b'] });
    expect(errorOf(await ask('ticket.undoCategorise', undo(undoToken))).code).toBe('conflict');
    expect(puts(world)).toHaveLength(2);
  });

  it('is over after ten seconds', async () => {
    const { world, ask } = await atWork();
    const { undoToken } = valueOf(await ask('ticket.categorise', CATEGORISE));
    world.pass(13_000);
    const error = errorOf(await ask('ticket.undoCategorise', undo(undoToken)));
    expect(error.code).toBe('conflict');
    expect(world.ticket(4242).type).toBe('Incident');
  });

  it('works after the worker has died in between', async () => {
    const { world, ask } = await atWork();
    const { undoToken } = valueOf(await ask('ticket.categorise', CATEGORISE));
    valueOf(await wake(world).ask('ticket.undoCategorise', undo(undoToken)));
    expect(world.ticket(4242)).toMatchObject({ type: null, tags: [] });
  });

  it('leaves what somebody else changed meanwhile, and says so', async () => {
    const { world, ask } = await atWork();
    const { undoToken } = valueOf(await ask('ticket.categorise', CATEGORISE));
    Object.assign(world.ticket(4242), { priority: 3, tags: ['outage', 'colleague'] });
    const error = errorOf(await ask('ticket.undoCategorise', undo(undoToken)));
    expect(error.message).toContain('changed the priority');
    expect(world.ticket(4242)).toMatchObject({ type: null, priority: 3, tags: ['colleague'] });
  });

  it('refuses a token of another ticket', async () => {
    const { ask } = await atWork();
    const { undoToken } = valueOf(await ask('ticket.categorise', CATEGORISE));
    const input = { ref: { host: HOST, id: 4243 }, undoToken };
    expect(errorOf(await ask('ticket.undoCategorise', input, from.alone)).code).toBe('not-found');
  });
});

it.each([
  ['was written', true, 'done'],
  ['was not written', false, 'failed'],
])(
  'settles a write left over by a dead worker that %s, without sending',
  async (_, took, state) => {
    const { world, ask } = await atWork();
    // The worker dies in the middle: its write never comes back.
    const hangs = world.freshdesk.faults.add({
      method: 'PUT',
      path: /4242/,
      cutAfter: took,
      delayMs: 1e9,
    });
    void ask('ticket.categorise', CATEGORISE);
    await settled();
    hangs();
    expect((await outbox()).map((record) => record.state)).toEqual(['pending']);
    if (took)
      Object.assign(world.ticket(4242), { type: 'Incident', priority: 4, tags: ['outage'] });
    wake(world);
    await settled();
    expect((await outbox()).map((record) => record.state)).toEqual([state]);
    expect(puts(world)).toEqual([]);
  },
);
