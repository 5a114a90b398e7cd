import { describe, expect, it } from 'vitest';
import { errorOf, from, HOST, OUTAGE, valueOf, wake } from './harness';
import { factsOf, live, openIds, quiet, upToDate, viewOf } from './sync-support';

const HOUR_MS = 3_600_000;

describe('list.view', () => {
  it('puts together facts, category, progress, and asks for nothing', async () => {
    const { world, background } = await upToDate();
    const { ask } = background;
    valueOf(await ask('ticket.tick', { ref: OUTAGE, stepId: 'read', done: true }, from.alone));
    world.requests();
    const view = await viewOf(background);
    expect(world.requests()).toEqual([]);
    expect(view).toMatchObject({ host: HOST, canWrite: true, canCloseIssues: false });
    expect(view.tickets).toHaveLength(openIds(world).length);
    const outage = view.tickets.find(({ facts }) => facts.ref.id === 4242);
    expect(Object.keys(outage?.progress.ticks ?? {})).toEqual(['read']);
    const untouched = view.tickets.find(({ facts }) => facts.ref.id !== 4242);
    expect(untouched?.progress).toMatchObject({ ticks: {}, issues: [] });
    for (const { facts, categoryId } of view.tickets)
      expect(categoryId).toBe(
        facts.type === 'Incident' ? 'incident' : facts.type === 'Change Request' ? 'change' : null,
      );
  });

  it('is the same for the next worker', async () => {
    const { world, background } = await upToDate();
    const byId = async (of: typeof background) =>
      new Map((await viewOf(of)).tickets.map((one) => [one.facts.ref.id, one]));
    expect(await byId(wake(world))).toEqual(await byId(background));
  });

  it('leaves out progress that cannot be read, and keeps its raw form', async () => {
    const { world, background } = await upToDate();
    const key = `progress:${HOST}:4242`;
    await world.areas.local.set(key, { version: 1, value: { ticks: 'none' } });
    const view = await viewOf(background);
    const outage = view.tickets.find(({ facts }) => facts.ref.id === 4242);
    expect(outage?.progress.ticks).toEqual({});
    expect(await world.areas.local.get(key)).toEqual({ version: 1, value: { ticks: 'none' } });
    const keys = await world.areas.local.keys();
    expect(keys.some((name) => name.startsWith(`quarantine:${key}`))).toBe(true);
  });

  it('answers list and popup only', async () => {
    const { background } = await upToDate();
    for (const sender of [from.sidebar, from.alone, from.options, from.content, from.diagnostics])
      expect(errorOf(await background.ask('list.view', {}, sender)).code).toBe('not-authorised');
    valueOf(await background.ask('list.view', {}, from.popup));
  });
});

describe('names of communities', () => {
  it('that the agent may not read stay numbers, and are not asked for again and again', async () => {
    const { world, background } = await upToDate();
    for (const key of await world.areas.local.keys())
      if (/^(tickets|sync|answer:companies):/.test(key)) await world.areas.local.remove([key]);
    const body = JSON.stringify({ code: 'access_denied', message: 'No.' });
    world.freshdesk.faults.add({ path: /companies/, status: 403, body });
    const next = wake(world);
    valueOf(await next.ask('list.sync', {}, from.list));
    await quiet(world);
    await live(world, next, 3 * HOUR_MS);
    const asked = world.freshdesk.requests.filter(({ path }) => path.includes('companies'));
    expect(asked).toHaveLength(1);
    const one = openIds(world).find((id) => world.ticket(id).company_id !== null) ?? 0;
    const name = `Company ${world.ticket(one).company_id}`;
    expect((await factsOf(next, one))?.company?.name).toBe(name);
    expect(background).toBeDefined();
  });

  it('of a new community are read with its first ticket', async () => {
    const { world, background } = await upToDate();
    const { companies, contacts } = world.freshdesk.store;
    const [model] = [...companies.values()];
    const [person] = [...contacts.values()];
    if (model === undefined || person === undefined) throw new Error('an empty account');
    const at = `${world.now().toISOString().slice(0, 19)}Z`;
    companies.set(99, { ...model, id: 99, name: 'Newcomers', created_at: at, updated_at: at });
    contacts.set(98, { ...person, id: 98, email: 'first@new.example', company_id: 99 });
    // Two at once, so that they come by the list, which names no companies.
    const born = ['one', 'two'].map(
      (subject) =>
        world.freshdesk.receive({ from: 'first@new.example', subject, body: 'Hello' }).id,
    );
    await live(world, background, HOUR_MS / 2);
    for (const id of born) expect((await factsOf(background, id))?.company?.name).toBe('Newcomers');
  });
});
