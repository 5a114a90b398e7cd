import { initialSettings } from '@/lib/background/storage/documents';
import type { Settings } from '@/lib/contract/views';
import { describe, expect, it } from 'vitest';
import { atWork, errorOf, from, OUTAGE, settled, valueOf } from './harness';

type Ask = Awaited<ReturnType<typeof atWork>>['ask'];

async function save(ask: Ask, change: Partial<Settings>) {
  const { settings } = valueOf(await ask('settings.view', {}, from.options));
  return await ask('settings.save', { settings: { ...settings, ...change } }, from.options);
}

describe('settings nobody should make', () => {
  it.each(['Etc/Unknown', '', 'Mars/Olympus'])('a machine in zone “%s” starts in UTC', (zone) => {
    expect(initialSettings(zone).timeZone).toBe('UTC');
    expect(initialSettings('Europe/Berlin').timeZone).toBe('Europe/Berlin');
  });

  it.each(['0001-01-01', '0900-01-01', '2999-12-31', '9999-12-31'])(
    'a rota that begins on %s never breaks the sidebar',
    async (firstShiftStart) => {
      const { ask } = await atWork();
      const rota = { roster: ['Ada', 'Bo'], firstIncoming: 'Ada', firstShiftStart };
      valueOf(await save(ask, rota));
      const duty = valueOf(await ask('duty.now', {}));
      expect(duty.configured ? duty.stewards.length : duty.missing).toBeTruthy();
    },
  );

  it.each([
    { roster: ['Ada', ' '] },
    { githubRepository: 'acme/..' },
    { budgetDefaultHours: -1 },
    { budgetHoursByCompany: { 'Earth Lab': Number.POSITIVE_INFINITY } },
  ])('%o is refused', async (change) => {
    const { ask } = await atWork();
    expect(errorOf(await save(ask, change)).code).toBe('invalid-input');
  });

  it('a community named like a part of every object has the hours of the list', async () => {
    const { world, ask } = await atWork();
    const company = world.freshdesk.store.companies.get(world.ticket(4242).company_id ?? 0);
    if (company === undefined) throw new Error('no company');
    company.name = 'constructor';
    valueOf(await save(ask, { budgetHoursByCompany: { [String(company.id)]: 5 } }));
    expect(valueOf(await ask('budget.view', { ref: OUTAGE })).allottedMinutes).toBe(300);
  });
});

it('changes of the layout at the same time lose nothing of each other', async () => {
  const { ask } = await atWork();
  await Promise.all([
    ask('tab.setLayout', { widthPx: 444 }),
    ask('tab.setLayout', { collapsed: true }),
    ask('tab.setLayout', { mode: 'over' }, from.content),
  ]);
  const { layout } = valueOf(await ask('tab.current', {}));
  expect(layout).toEqual({ widthPx: 444, collapsed: true, mode: 'over' });
});

it('an issue’s number is learnt however fast its tab moves', async () => {
  const { ask, listeners } = await atWork();
  valueOf(await ask('issue.open', { ref: OUTAGE, kind: 'incident', answers: {} }));
  listeners.url(101, 'https://github.com/login?return_to=x');
  listeners.url(101, 'https://github.com/acme/hubs/issues/new?title=x');
  listeners.url(101, 'https://github.com/acme/hubs/issues/31');
  await settled();
  const { progress } = valueOf(await ask('ticket.view', { ref: OUTAGE }));
  expect(progress.issues.map(({ number }) => number)).toEqual([31]);
});
