import { describe, expect, it } from 'vitest';
import {
  atWork,
  errorOf,
  from,
  HOST,
  OUTAGE,
  settled,
  TAB,
  valueOf,
  wake,
  type World,
} from './harness';

/* The calls of an account are shared by all its agents and apps, so they are counted here. */

const COURSE = { host: HOST, id: 4207 };
const ticketCall = (id: number) => `GET /tickets/${id}?include=stats%2Crequester%2Ccompany`;
const only = (lines: readonly string[], start: string) =>
  lines.filter((line) => line.startsWith(start));

/** Tickets of one community, by their ids. */
function ofCommunity(world: World, like: number): number[] {
  const { company_id: company } = world.ticket(like);
  return [...world.freshdesk.store.tickets.values()]
    .filter((one) => one.company_id === company && !one.spam && !one.deleted)
    .map(({ id }) => id);
}

describe('the form', () => {
  it('is read once, however many tickets are opened at the same time', async () => {
    const { world, ask } = await atWork();
    const views = [4242, 4207, 4238].map(
      async (id) => await ask('ticket.view', { ref: { host: HOST, id } }, from.alone),
    );
    for (const view of await Promise.all(views)) valueOf(view);
    const requests = world.requests();
    expect(only(requests, 'GET /ticket_fields')).toHaveLength(1);
    expect(requests).toHaveLength(4);
  });

  it('that the agent may not read is not asked for with every ticket, but after a new key', async () => {
    const { world, ask } = await atWork();
    const body = JSON.stringify({ code: 'access_denied', message: 'No.' });
    const mend = world.freshdesk.faults.add({ path: /ticket_fields/, status: 403, body });
    for (const id of [4242, 4207, 4238])
      valueOf(await ask('ticket.view', { ref: { host: HOST, id } }, from.alone));
    expect(only(world.requests(), 'GET /ticket_fields')).toHaveLength(1);
    mend();
    const again = { host: HOST, key: world.freshdesk.keys.agent };
    valueOf(await ask('settings.connectFreshdesk', again, from.options));
    valueOf(await ask('ticket.view', { ref: OUTAGE, refresh: true }));
    expect(only(world.requests(), 'GET /ticket_fields')).toHaveLength(1);
  });
});

describe('the budget', () => {
  it('is summed once for two tabs of one community', async () => {
    const { world, ask } = await atWork();
    const [first = 0, second = 0] = ofCommunity(world, COURSE.id);
    for (const id of [first, second])
      valueOf(await ask('ticket.view', { ref: { host: HOST, id } }, from.alone));
    world.requests();
    const views = [first, second].map(
      async (id) => await ask('budget.view', { ref: { host: HOST, id } }, from.alone),
    );
    for (const view of await Promise.all(views)) valueOf(view);
    const requests = world.requests();
    expect(only(requests, 'GET /time_entries')).toHaveLength(1);
    expect(requests.length).toBeLessThan(5);
  });

  it('that the plan does not have is not asked for at each ticket', async () => {
    const { world, ask } = await atWork({ account: { featuresOff: ['time-tracking'] } });
    for (const id of ofCommunity(world, COURSE.id).slice(0, 3)) {
      const error = errorOf(await ask('budget.view', { ref: { host: HOST, id } }, from.alone));
      expect(error.message).toContain('plan');
    }
    expect(only(world.requests(), 'GET /time_entries')).toHaveLength(1);
    world.pass(6 * 60_000);
    errorOf(await ask('budget.view', { ref: COURSE }, from.alone));
    expect(only(world.requests(), 'GET /time_entries')).toHaveLength(1);
    errorOf(await ask('budget.view', { ref: COURSE, refresh: true }, from.alone));
    expect(only(world.requests(), 'GET /time_entries')).toHaveLength(1);
  });

  it('that failed in passing is tried again at once', async () => {
    const { world, ask } = await atWork();
    world.freshdesk.faults.add({ path: /time_entries/, status: 500, body: '{}', times: 1 });
    expect(errorOf(await ask('budget.view', { ref: COURSE }, from.alone)).code).toBe('unavailable');
    valueOf(await ask('budget.view', { ref: COURSE }, from.alone));
  });

  it('stays as it was known while the account asks to be left alone', async () => {
    const { world, ask } = await atWork();
    const before = valueOf(await ask('budget.view', { ref: COURSE }, from.alone));
    world.pass(6 * 60_000);
    world.freshdesk.faults.add({ path: /time_entries/, status: 429, times: 1 });
    const stale = valueOf(await ask('budget.view', { ref: COURSE }, from.alone));
    expect(stale).toEqual(before);
    const asked = await ask('budget.view', { ref: COURSE, refresh: true }, from.alone);
    expect(errorOf(asked).code).toBe('rate-limited');
  });

  it('reads tickets beyond the list for one call each', async () => {
    const { world, ask } = await atWork();
    valueOf(await ask('ticket.view', { ref: COURSE }, from.alone));
    world.requests();
    const { timeEntries } = world.freshdesk.store;
    const [logged] = [...timeEntries.values()].filter((entry) => entry.ticket_id === COURSE.id);
    if (logged === undefined) throw new Error('no time was logged on the course');
    const other = [...world.freshdesk.store.tickets.values()].find(
      ({ company_id: company, spam, deleted }) =>
        company !== world.ticket(COURSE.id).company_id && !spam && !deleted,
    );
    if (other === undefined) throw new Error('no ticket of another company');
    timeEntries.set(1, { ...logged, id: 1, ticket_id: other.id });
    valueOf(await ask('budget.view', { ref: COURSE }, from.alone));
    expect(world.requests()).toContain(`GET /tickets/${other.id}`);
  });

  it('says so when this browser does not know the team’s zone', async () => {
    const { world, ask } = await atWork();
    const { settings } = valueOf(await ask('settings.view', {}, from.options));
    const value = { ...settings, timeZone: 'Mars/Olympus' };
    await world.areas.local.set('settings', { version: 1, value });
    const error = errorOf(await ask('budget.view', { ref: COURSE }, from.alone));
    expect(error).toMatchObject({ code: 'not-configured' });
    expect(error.message).toContain('Mars/Olympus');
  });
});

describe('a ticket', () => {
  it('costs one call and the cached form, in however many tabs it is open', async () => {
    const { world, ask, raw } = await atWork();
    const report = { steward: 1, command: 'tab.report', input: { ticket: OUTAGE, theme: 'light' } };
    await raw(report, { ...from.content, tab: { id: 8 } });
    const second = { ...from.sidebar, tab: { id: 8 } };
    valueOf(await ask('ticket.view', { ref: OUTAGE }));
    valueOf(await ask('ticket.view', { ref: OUTAGE }, second));
    expect(world.requests().sort()).toEqual(['GET /ticket_fields', ticketCall(4242)].sort());
  });

  it('is not read by anybody when nobody asks', async () => {
    const { world, ask } = await atWork();
    valueOf(await ask('ticket.view', { ref: OUTAGE }));
    world.requests();
    world.pass(3_600_000);
    wake(world);
    await settled();
    expect(world.requests()).toEqual([]);
  });

  it('comes cut to the same length the first time and from the cache', async () => {
    const { world, ask } = await atWork();
    world.ticket(4242).custom_fields['cf_hub_url'] = 'y'.repeat(50_000);
    Object.assign(world.ticket(4242), { description: `<p>${'x'.repeat(50_000)}</p>` });
    const first = valueOf(await ask('ticket.view', { ref: OUTAGE }));
    const again = valueOf(await ask('ticket.view', { ref: OUTAGE }));
    expect(first.facts).toEqual(again.facts);
    expect(first.facts.descriptionText.length).toBeLessThanOrEqual(20_000);
    expect(JSON.stringify(first).length).toBeLessThan(30_000);
  });
});

describe('a framed sidebar', () => {
  it('reads only what belongs to its tab’s account', async () => {
    const { world, raw } = await atWork();
    // Anybody can have an account, and its pages can frame the sidebar.
    const page = { id: from.content.id, url: 'https://evil.freshdesk.com/a', frameId: 0 };
    const shown = { ticket: { host: 'evil.freshdesk.com', id: 4242 }, theme: 'light' };
    await raw({ steward: 1, command: 'tab.report', input: shown }, { ...page, tab: { id: 66 } });
    const frames = [66, 67].map((id) => ({ ...from.sidebar, tab: { id } }));
    const draft = { ref: OUTAGE, kind: 'incident', answers: {} };
    for (const frame of frames)
      for (const [command, input] of [
        ['ticket.view', { ref: OUTAGE }],
        ['budget.view', { ref: OUTAGE }],
        ['issue.draft', draft],
      ] as const)
        expect(await raw({ steward: 1, command, input }, frame)).toMatchObject({
          ok: false,
          error: { code: 'not-authorised' },
        });
    expect(world.requests()).toEqual([]);
    // Another ticket of its own account may still be asked for: the page moves on while an answer is under way.
    const late = { steward: 1, command: 'ticket.view', input: { ref: COURSE } };
    expect(await raw(late, { ...from.sidebar, tab: { id: TAB } })).toMatchObject({ ok: true });
  });
});
