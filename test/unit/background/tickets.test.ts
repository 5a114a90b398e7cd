import { describe, expect, it } from 'vitest';
import { atWork, errorOf, from, HOST, OUTAGE, settled, TAB, valueOf, wake } from './harness';

const VIEW = 'GET /tickets/4242?include=stats%2Crequester%2Ccompany';

describe('ticket.view', () => {
  it('reads the ticket once, then answers from the cache and refreshes behind it', async () => {
    const { world, ask } = await atWork();
    const first = valueOf(await ask('ticket.view', { ref: OUTAGE }));
    expect(first.facts.requester?.name).toBe('Ana Ruiz');
    expect(first.freshness).toMatchObject({ transport: 'key', problem: null });
    expect(first.canWrite).toBe(true);
    expect(world.requests().sort()).toEqual(['GET /ticket_fields', VIEW].sort());

    world.pass(5_000);
    valueOf(await ask('ticket.view', { ref: OUTAGE }));
    await settled();
    expect(world.requests()).toEqual([]);

    world.pass(60_000);
    world.ticket(4242).subject = 'Changed meanwhile';
    const stale = valueOf(await ask('ticket.view', { ref: OUTAGE }));
    expect(stale.facts.subject).toBe(first.facts.subject);
    await settled();
    expect(world.requests()).toEqual([VIEW]);
    expect(world.notices).toContainEqual({ steward: 1, changed: 'ticket', ref: OUTAGE });
    const fresh = valueOf(await ask('ticket.view', { ref: OUTAGE }));
    expect(fresh.facts.subject).toBe('Changed meanwhile');
    await settled();
    // The notice makes every page ask again: that must not lead to another read.
    expect(world.requests()).toEqual([]);
  });

  it('lets askers at the same time share one read', async () => {
    const { world, ask } = await atWork();
    const asks = [1, 2, 3].map(
      async () => await ask('ticket.view', { ref: OUTAGE, refresh: true }),
    );
    for (const answer of await Promise.all(asks)) valueOf(answer);
    expect(world.requests().filter((line) => line === VIEW)).toHaveLength(1);
  });

  it('reads through the tab when no key is stored, and says that it cannot write', async () => {
    const { world, ask } = await atWork({ key: false });
    const view = valueOf(await ask('ticket.view', { ref: OUTAGE }));
    expect(view.freshness.transport).toBe('session');
    expect(view.canWrite).toBe(false);
    expect(world.asked.map(({ tabId }) => tabId)).toEqual([TAB, TAB]);
    expect(world.freshdesk.requests.every(({ auth }) => auth === 'session')).toBe(true);
  });

  it('says what is missing when there is neither key nor tab', async () => {
    const { world, ask } = await atWork({ key: false });
    const elsewhere = { host: 'other.freshdesk.com', id: 1 };
    const error = errorOf(await ask('ticket.view', { ref: elsewhere }, from.alone));
    expect(error.code).toBe('not-configured');
    expect(error.message).toContain('other.freshdesk.com');
    world.openTabs.clear();
    expect(errorOf(await ask('ticket.view', { ref: OUTAGE })).code).toBe('unavailable');
  });

  it('never sends the key to another account', async () => {
    const { world, ask } = await atWork();
    await ask('ticket.view', { ref: { host: 'other.freshdesk.com', id: 1 } }, from.alone);
    await ask('settings.connectFreshdesk', { host: 'other' }, from.options);
    expect(world.freshdesk.requests).toEqual([]);
  });

  it('keeps what it has when Freshdesk fails, with the problem beside it', async () => {
    const { world, ask } = await atWork();
    const before = valueOf(await ask('ticket.view', { ref: OUTAGE }));
    world.pass(60_000);
    const mend = world.freshdesk.faults.add({ path: /tickets/, status: 500, body: '{}' });
    const stale = valueOf(await ask('ticket.view', { ref: OUTAGE, refresh: true }));
    expect(stale.facts).toEqual(before.facts);
    expect(stale.freshness.fetchedAt).toBe(before.freshness.fetchedAt);
    expect(stale.freshness.problem?.code).toBe('unavailable');
    mend();
    const mended = valueOf(await ask('ticket.view', { ref: OUTAGE, refresh: true }));
    expect(mended.freshness.problem).toBeNull();
  });

  it('keeps off the whole account for as long as a 429 asks, also after a restart', async () => {
    const { world, ask } = await atWork();
    valueOf(await ask('ticket.view', { ref: OUTAGE }));
    world.requests();
    const headers = { 'retry-after': '90' };
    const mend = world.freshdesk.faults.add({ path: /./, status: 429, headers, times: 1 });
    const limited = valueOf(await ask('ticket.view', { ref: OUTAGE, refresh: true }));
    const retryAt = new Date(world.now().getTime() + 90_000).toISOString();
    expect(limited.freshness.problem).toMatchObject({ code: 'rate-limited', retryAt });
    mend();
    world.requests();

    const again = wake(world);
    const other = { host: HOST, id: 4243 };
    const error = errorOf(await again.ask('ticket.view', { ref: other }, from.alone));
    expect(error).toMatchObject({ code: 'rate-limited', retryAt });
    expect(world.requests()).toEqual([]);
    world.pass(91_000);
    valueOf(await again.ask('ticket.view', { ref: other }, from.alone));
    expect(world.requests()).toContain('GET /tickets/4243?include=stats%2Crequester%2Ccompany');
  });

  it('says that a ticket does not exist', async () => {
    const { ask } = await atWork();
    const error = errorOf(await ask('ticket.view', { ref: { host: HOST, id: 999_999 } }));
    expect(error.code).toBe('not-found');
  });

  it('answers from the cache at once after a restart', async () => {
    const { world, ask } = await atWork();
    valueOf(await ask('ticket.view', { ref: OUTAGE }));
    world.requests();
    const view = valueOf(await wake(world).ask('ticket.view', { ref: OUTAGE }));
    expect(view.facts.ref).toEqual(OUTAGE);
    await settled();
    expect(world.requests()).toEqual([]);
  });
});
