import { describe, expect, it } from 'vitest';
import { from, HOST, OUTAGE, valueOf, wake, type World } from './harness';
import {
  callsOf,
  change,
  factsOf,
  idsOf,
  live,
  loaded,
  look,
  openIds,
  quiet,
  second,
  upToDate,
  viewOf,
  type Background,
} from './sync-support';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

describe('a change', () => {
  it('of one ticket is one short list and one ticket', async () => {
    const { world, background } = await upToDate();
    world.pass(MINUTE_MS);
    await change(world, 4242, { priority: 1, tags: ['seen'] });
    await look(world, background);
    expect(callsOf(world).filter((call) => !call.includes('conversations'))).toEqual([
      'list',
      'ticket 4242',
    ]);
    expect(await factsOf(background, 4242)).toMatchObject({ priority: 1, tags: ['seen'] });
    await look(world, background);
    expect(callsOf(world)).toEqual(['list']);
  });

  it('of many tickets is two lists', async () => {
    const { world, background } = await upToDate();
    const some = openIds(world).slice(0, 8);
    for (const id of some) {
      world.pass(1_000);
      await change(world, id, { priority: 1, tags: ['swept'] });
    }
    await look(world, background);
    const calls = callsOf(world).filter((call) => !call.includes('conversations'));
    expect(calls).toEqual(['list', 'full list']);
    for (const id of some) expect((await factsOf(background, id))?.tags).toEqual(['swept']);
  });

  it('shows a new ticket, one that is closed leaves, one that is reopened comes back', async () => {
    const { world, background } = await upToDate();
    const born = world.freshdesk.receive({
      from: 'new@tidepool.example',
      subject: 'Hello',
      body: 'Help',
    });
    await look(world, background);
    expect(await factsOf(background, born.id)).toMatchObject({ subject: 'Hello' });
    world.ticket(born.id).type = 'Question';
    Object.assign(world.ticket(born.id), { status: 5, updated_at: second(world.now()) });
    await look(world, background);
    expect(await factsOf(background, born.id)).toBeUndefined();
    world.pass(HOUR_MS);
    world.freshdesk.receive({ from: 'new@tidepool.example', body: 'Again', ticketId: born.id });
    await look(world, background);
    expect(await factsOf(background, born.id)).toMatchObject({ status: { phase: 'open' } });
    expect(await idsOf(background)).toEqual(openIds(world));
  });

  it('is seen within six minutes when nobody looks', async () => {
    const { world, background } = await upToDate();
    await change(world, 4242, { priority: 1 });
    await live(world, background, 6 * MINUTE_MS + 1);
    expect(await factsOf(background, 4242)).toMatchObject({ priority: 1 });
  });

  it('of a due time alone, filled in after the ticket was read, is seen without another call', async () => {
    const { world, background } = await upToDate({ dueDateDelayMs: 20_000 });
    world.pass(MINUTE_MS);
    const born = world.freshdesk.receive({ from: 'a@b.example', subject: 'x', body: 'y' });
    const sync = valueOf(await background.ask('list.sync', {}, from.list));
    expect(sync.problem).toBeNull();
    expect((await factsOf(background, born.id))?.freshdeskFirstResponseDueAt).toBeNull();
    // A notice of it reads it anew.
    await quiet(world);
    callsOf(world);
    await look(world, background);
    expect((await factsOf(background, born.id))?.freshdeskFirstResponseDueAt).not.toBeNull();
    expect(callsOf(world)).toEqual(['list']);
  });

  it('that shows late in the list, dated before what is known, is not lost', async () => {
    const { world, background } = await upToDate();
    const [late = 0, early = 0] = openIds(world);
    const before = world.ticket(late).updated_at;
    const hidden = second(world.now());
    world.pass(5_000);
    await change(world, early, { priority: 1 });
    await look(world, background);
    // A replica that lags: the change was made earlier than what the list has shown since.
    expect((await factsOf(background, late))?.updatedAt).toBe(before);
    Object.assign(world.ticket(late), { tags: ['late'], updated_at: hidden });
    await look(world, background);
    expect((await factsOf(background, late))?.tags).toEqual(['late']);
  });

  it('made in the very second of the last one known is not lost', async () => {
    const { world, background } = await upToDate();
    const [one = 0, other = 0] = openIds(world);
    world.pass(MINUTE_MS);
    await change(world, one, { tags: ['first'] });
    valueOf(await background.ask('list.sync', {}, from.list));
    await quiet(world);
    expect((await factsOf(background, one))?.tags).toEqual(['first']);
    await change(world, other, { tags: ['same second'] });
    await look(world, background);
    expect((await factsOf(background, other))?.tags).toEqual(['same second']);
  });

  it('that the sidebar read is in the list at once, and is not read again', async () => {
    const { world, background } = await upToDate();
    await change(world, 4242, { priority: 1 });
    valueOf(await background.ask('ticket.view', { ref: OUTAGE, refresh: true }, from.alone));
    await quiet(world);
    expect(await factsOf(background, 4242)).toMatchObject({ priority: 1, descriptionText: '' });
    callsOf(world);
    await look(world, background);
    expect(callsOf(world)).toEqual(['list']);
  });

  it('that the sidebar wrote is in the list at once', async () => {
    const { world, background } = await upToDate();
    valueOf(
      await background.ask(
        'ticket.categorise',
        { ref: OUTAGE, categoryId: 'incident' },
        from.alone,
      ),
    );
    await quiet(world);
    const { tickets } = await viewOf(background);
    expect(tickets.find(({ facts }) => facts.ref.id === 4242)?.categoryId).toBe('incident');
  });

  it('tells open pages', async () => {
    const { world, background } = await upToDate();
    await change(world, 4242, { priority: 1 });
    world.notices.length = 0;
    await look(world, background);
    expect(world.notices).toContainEqual({ steward: 1, changed: 'list' });
  });
});

describe('more changes in one second than fit a page', () => {
  /** As a bulk action or an import leaves them. */
  function sweep(world: World, count: number): number[] {
    const at = second(world.now());
    const ids = openIds(world).slice(0, count);
    for (const id of ids) Object.assign(world.ticket(id), { tags: ['swept'], updated_at: at });
    return ids;
  }
  const swept = async (background: Background) =>
    (await viewOf(background)).tickets.filter(({ facts }) => facts.tags[0] === 'swept').length;

  it('are all read, in a first load as well as later', async () => {
    const { world, background } = await upToDate({}, 500);
    expect(sweep(world, 350)).toHaveLength(350);
    await look(world, background);
    expect(await swept(background)).toBe(350);
    await world.areas.local.remove([`sync:${HOST}`]);
    for (const key of await world.areas.local.keys())
      if (key.startsWith('tickets:')) await world.areas.local.remove([key]);
    const again = wake(world);
    await loaded(world, again);
    expect(await swept(again)).toBe(350);
    expect(await idsOf(again)).toEqual(openIds(world));
  });

  it('cost nothing more once they are known', async () => {
    const { world, background } = await upToDate({}, 300);
    sweep(world, 250);
    await live(world, background, HOUR_MS);
    world.requests();
    await live(world, background, HOUR_MS);
    expect(callsOf(world).length).toBeLessThanOrEqual(12);
    // And what comes after is still seen.
    world.freshdesk.receive({ from: 'a@b.example', subject: 'after', body: 'y' });
    await look(world, background);
    expect(await idsOf(background)).toEqual(openIds(world));
  });

  it('lose none when some change again while they are read', async () => {
    const { world, background } = await upToDate({}, 400);
    sweep(world, 350);
    const moved = { left: 3 };
    world.hooks.answer = (request) => {
      const page = new URL(request.url).searchParams.get('page');
      if (page !== null && Number(page) > 1 && moved.left > 0) {
        // The first of those already read leave the second, and all others move up a place.
        moved.left -= 1;
        world.pass(2_000);
        const first = openIds(world).find((id) => world.ticket(id).tags[0] === 'swept');
        Object.assign(world.ticket(first ?? 0), {
          tags: ['moved'],
          updated_at: second(world.now()),
        });
      }
      return null;
    };
    await look(world, background);
    world.hooks.answer = () => null;
    await look(world, background);
    await look(world, background);
    expect(moved.left).toBe(0);
    expect(await swept(background)).toBe(347);
    expect(await idsOf(background)).toEqual(openIds(world));
  });
});
