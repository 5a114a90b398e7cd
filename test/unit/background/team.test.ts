import { normaliseHost } from '@/lib/background/services/settings';
import type { Settings } from '@/lib/contract/views';
import { describe, expect, it } from 'vitest';
import { atWork, errorOf, from, HOST, OUTAGE, valueOf, wake } from './harness';

type Ask = Awaited<ReturnType<typeof atWork>>['ask'];

async function save(ask: Ask, change: Partial<Settings>) {
  const { settings } = valueOf(await ask('settings.view', {}, from.options));
  return await ask('settings.save', { settings: { ...settings, ...change } }, from.options);
}

describe('duty.now', () => {
  const ROTA = {
    roster: ['Ada', 'Bo', 'Cleo', 'Dee'],
    firstShiftStart: '2026-02-24',
    firstIncoming: 'Bo',
    timeZone: 'Europe/Berlin',
    handoverTime: '15:00',
  };

  it('says what is missing until the rota is set', async () => {
    const { ask } = await atWork();
    const nothing = valueOf(await ask('duty.now', {}));
    expect(nothing).toMatchObject({ configured: false });
    valueOf(await save(ask, { ...ROTA, firstIncoming: null }));
    const half = valueOf(await ask('duty.now', {}));
    expect(half.configured || half.missing).toContain('joined');
  });

  it('names who serves, who joins and when, in the team’s zone', async () => {
    const { world, ask } = await atWork();
    valueOf(await save(ask, ROTA));
    expect(world.notices).toContainEqual({ steward: 1, changed: 'team' });
    // 4 March 2026, 16:00 in Berlin: the second day of the second week.
    expect(valueOf(await ask('duty.now', {}))).toMatchObject({
      configured: true,
      stewards: ['Ada', 'Bo'],
      shiftStart: '2026-02-24T14:00:00.000Z',
      shiftEnd: '2026-03-10T14:00:00.000Z',
      incoming: 'Cleo',
      outgoing: 'Ada',
    });
  });

  it('does not stumble over a team too small to hand over', async () => {
    const { ask } = await atWork();
    valueOf(await save(ask, { ...ROTA, roster: ['Bo'], firstIncoming: 'Bo' }));
    expect(valueOf(await ask('duty.now', {})).configured).toBe(true);
  });
});

describe('settings', () => {
  it.each([
    [{ timeZone: 'Mars/Olympus' }, 'Mars/Olympus'],
    [{ roster: ['Ada', 'Ada'] }, 'twice'],
    [{ roster: ['Ada'], firstIncoming: 'Bo' }, 'Bo is not on the roster'],
  ])('refuse %o', async (change, words) => {
    const { ask } = await atWork();
    const before = valueOf(await ask('settings.view', {}, from.options));
    const error = errorOf(await save(ask, change));
    expect(error).toMatchObject({ code: 'invalid-input' });
    expect(error.message).toContain(words);
    expect(valueOf(await ask('settings.view', {}, from.options))).toEqual(before);
  });

  it('survive a restart', async () => {
    const { world, ask } = await atWork();
    valueOf(await save(ask, { stewardName: ' Robin ', handoverTime: '09:30' }));
    const { settings } = valueOf(await wake(world).ask('settings.view', {}));
    expect(settings).toMatchObject({ stewardName: 'Robin', handoverTime: '09:30' });
  });

  it('open the options page', async () => {
    const { world, ask } = await atWork();
    expect(valueOf(await ask('settings.open', {}))).toEqual({ opened: true });
    expect(world.optionsOpened).toBe(1);
  });
});

describe('settings.connectFreshdesk', () => {
  it('checks the key with one call, stores it, and takes over the name', async () => {
    const { world, ask } = await atWork({ key: false });
    const key = ` ${world.freshdesk.keys.agent} `;
    const host = 'https://ACME.freshdesk.com/a/tickets/12';
    const check = valueOf(await ask('settings.connectFreshdesk', { host, key }, from.options));
    expect(check).toEqual({ agentName: 'Bo', agentEmail: 'bo@acme.example', scope: 'all tickets' });
    expect(world.requests()).toEqual(['GET /agents/me']);
    expect(valueOf(await ask('settings.view', {}, from.options))).toMatchObject({
      settings: { freshdeskHost: HOST, stewardName: 'Bo' },
      connection: { hasFreshdeskKey: true, freshdeskAgent: 'Bo' },
    });
    // Without a key the stored one is checked again.
    world.freshdesk.account.ticketScope = 3;
    const again = await ask('settings.connectFreshdesk', { host: 'acme' }, from.options);
    expect(valueOf(again).scope).toBe('own tickets');
  });

  it('stores nothing that does not work', async () => {
    const { ask } = await atWork({ key: false });
    const wrong = { host: 'acme', key: 'wrong' };
    const error = errorOf(await ask('settings.connectFreshdesk', wrong, from.options));
    expect(error.code).toBe('not-authorised');
    const { settings, connection } = valueOf(await ask('settings.view', {}, from.options));
    expect(settings.freshdeskHost).toBeNull();
    expect(connection).toEqual({
      hasFreshdeskKey: false,
      freshdeskAgent: null,
      githubLogin: null,
    });
  });

  it('keeps a good key when a worse one is tried', async () => {
    const { ask } = await atWork();
    const wrong = { host: 'acme', key: 'wrong' };
    errorOf(await ask('settings.connectFreshdesk', wrong, from.options));
    const { connection } = valueOf(await ask('settings.view', {}, from.options));
    expect(connection.hasFreshdeskKey).toBe(true);
  });

  it('can be undone: nothing of the key stays', async () => {
    const { world, ask } = await atWork();
    await world.areas.local.set('quarantine:secrets:x', world.freshdesk.keys.agent);
    const view = valueOf(await ask('settings.forgetFreshdeskKey', {}, from.options));
    expect(view.connection.hasFreshdeskKey).toBe(false);
    for (const key of await world.areas.local.keys())
      expect(JSON.stringify(await world.areas.local.get(key))).not.toContain(
        world.freshdesk.keys.agent,
      );
  });

  it.each([
    ['acme', HOST],
    [' Acme.Freshdesk.com/ ', HOST],
    ['https://acme.freshdesk.com', HOST],
    ['http://acme.freshdesk.com/a/', HOST],
    ['acme.example', null],
    ['freshdesk.com', null],
    ['acme.freshdesk.com.evil.example', null],
    ['https://evil.example/acme.freshdesk.com', null],
    ['https://user:pw@acme.freshdesk.com', null],
    ['a b', null],
    ['', null],
  ])('reads the address %j as %j', (text, host) => {
    expect(normaliseHost(text)).toBe(host);
  });
});

describe('budget.view', () => {
  const COURSE = { host: HOST, id: 4207 };

  it('sums the month without incidents, this ticket apart', async () => {
    const { world, ask } = await atWork();
    world.ticket(4242).type = 'Incident';
    const { timeEntries } = world.freshdesk.store;
    const [logged] = [...timeEntries.values()].filter((entry) => entry.ticket_id === COURSE.id);
    if (logged === undefined) throw new Error('no time was logged on the course');
    timeEntries.set(1, { ...logged, id: 1, ticket_id: 4242, seconds: 600 });
    const view = valueOf(await ask('budget.view', { ref: COURSE }, from.alone));
    const ofMonth = [...world.freshdesk.store.timeEntries.values()].filter(
      (entry) => entry.company_id === view.company.id && entry.executed_at.startsWith('2026-03'),
    );
    const incidents = ofMonth.filter(({ ticket_id: id }) => world.ticket(id).type === 'Incident');
    expect(incidents.length).toBeGreaterThan(0);
    expect(view.entries).toHaveLength(ofMonth.length);
    expect(view.entries.filter(({ draws }) => !draws)).toHaveLength(incidents.length);
    const minutes = (entries: typeof ofMonth) =>
      entries.reduce((sum, { seconds }) => sum + seconds / 60, 0);
    expect(view.usedMinutes).toBeCloseTo(minutes(ofMonth) - minutes(incidents));
    expect(view.thisTicketMinutes).toBeCloseTo(
      minutes(ofMonth.filter(({ ticket_id: id }) => id === COURSE.id)),
    );
    expect(view).toMatchObject({
      month: '2026-03',
      allottedMinutes: 120,
      allotmentSource: 'default',
    });

    world.requests();
    valueOf(await ask('budget.view', { ref: COURSE }, from.alone));
    expect(world.requests()).toEqual([]);
    world.pass(6 * 60_000);
    valueOf(await ask('budget.view', { ref: COURSE }, from.alone));
    expect(world.requests().some((line) => line.startsWith('GET /time_entries'))).toBe(true);
  });

  it('takes the hours from the company’s field, else from the team’s list', async () => {
    const { ask } = await atWork();
    valueOf(await save(ask, { budgetHoursByCompany: { 'Tidepool University': 3 } }));
    const listed = valueOf(await ask('budget.view', { ref: OUTAGE }));
    expect(listed).toMatchObject({ allottedMinutes: 180, allotmentSource: 'team' });
    valueOf(await save(ask, { budgetCompanyField: 'support_hours_per_month' }));
    const field = valueOf(await ask('budget.view', { ref: OUTAGE }));
    expect(field.allotmentSource).toBe('company-field');
  });

  it('says why there is none', async () => {
    const { world, ask } = await atWork({ account: { featuresOff: ['time-tracking'] } });
    const error = errorOf(await ask('budget.view', { ref: OUTAGE }));
    expect(error.message).toContain('plan');
    const lonely = [...world.freshdesk.store.tickets.values()].find(
      (ticket) => ticket.company_id === null && !ticket.spam && !ticket.deleted,
    );
    const ref = { host: HOST, id: lonely?.id ?? 0 };
    const none = errorOf(await ask('budget.view', { ref }, from.alone));
    expect(none.message).toContain('no community');
  });
});
