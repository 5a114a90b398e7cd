import type { Settings } from '@/lib/contract/views';
import { describe, expect, it } from 'vitest';
import { atWork, createWorld, errorOf, from, HOST, settled, valueOf, wake } from './harness';

type Ask = Awaited<ReturnType<typeof atWork>>['ask'];

const view = async (ask: Ask) => valueOf(await ask('settings.view', {}, from.options));

async function save(ask: Ask, change: Partial<Settings>) {
  const { settings } = await view(ask);
  return await ask('settings.save', { settings: { ...settings, ...change } }, from.options);
}

/** A world in which one key of the storage finds no room. */
function worldWithout(room: { for: string }) {
  const world = createWorld();
  const { local, session } = world.areas;
  const set: typeof local.set = async (key, value) => {
    if (key === room.for) throw new Error('QUOTA_BYTES');
    await local.set(key, value);
  };
  return { ...world, areas: { local: { ...local, set }, session } };
}

describe('host and key', () => {
  const state = async (world: ReturnType<typeof createWorld>, ask: Ask) => [
    await world.areas.local.get('secrets'),
    await view(ask),
  ];

  it('are neither stored when there is no room for the key', async () => {
    const world = worldWithout({ for: 'secrets' });
    const { ask } = wake(world);
    const before = await state(world, ask);
    const first = { host: 'acme', key: world.freshdesk.keys.agent };
    const error = errorOf(await ask('settings.connectFreshdesk', first, from.options));
    expect(error.message).toContain('full');
    expect(await state(world, ask)).toEqual(before);
  });

  it('are both as before when there is no room for the settings', async () => {
    const room = { for: '' };
    const world = worldWithout(room);
    const { ask } = wake(world);
    const { agent, admin } = world.freshdesk.keys;
    const connect = async (key: string) =>
      await ask('settings.connectFreshdesk', { host: 'acme', key }, from.options);
    valueOf(await connect(agent));
    const before = await state(world, ask);
    room.for = 'settings';
    expect(errorOf(await connect(admin)).message).toContain('full');
    expect(await state(world, ask)).toEqual(before);
  });

  it('do not come back when the key is forgotten while it is being checked', async () => {
    const { world, ask } = await atWork();
    world.freshdesk.faults.add({ path: /agents\/me/, delayMs: 400, times: 1 });
    const again = { host: 'acme', key: world.freshdesk.keys.agent };
    const checking = ask('settings.connectFreshdesk', again, from.options);
    await settled();
    valueOf(await ask('settings.forgetFreshdeskKey', {}, from.options));
    expect(errorOf(await checking).code).toBe('conflict');
    expect((await view(ask)).connection.hasFreshdeskKey).toBe(false);
  });

  it('can be entered anew when the stored key cannot be read', async () => {
    const { world, ask } = await atWork();
    await world.areas.local.set('secrets', 'damaged');
    expect((await view(ask)).connection).toEqual({
      hasFreshdeskKey: false,
      freshdeskAgent: null,
      githubLogin: null,
    });
    const again = { host: HOST, key: world.freshdesk.keys.agent };
    valueOf(await ask('settings.connectFreshdesk', again, from.options));
    expect((await view(ask)).connection.hasFreshdeskKey).toBe(true);
  });

  it('survive settings that are saved while they are being checked', async () => {
    const { world, ask } = await atWork({ key: false });
    world.freshdesk.faults.add({ path: /agents\/me/, delayMs: 400, times: 1 });
    const key = world.freshdesk.keys.agent;
    const checking = ask('settings.connectFreshdesk', { host: 'acme', key }, from.options);
    await settled();
    const saving = save(ask, { handoverTime: '09:00' });
    valueOf(await checking);
    valueOf(await saving);
    const { settings, connection } = await view(ask);
    expect(settings).toMatchObject({ freshdeskHost: HOST, handoverTime: '09:00' });
    expect(connection.hasFreshdeskKey).toBe(true);
  });
});

describe('a private repository', () => {
  const PRIVATE = { githubRepository: 'acme/private', githubRepositoryIsPublic: false };

  it('is one by its own name only: the next one counts as public until it is said again', async () => {
    const { ask } = await atWork();
    valueOf(await save(ask, PRIVATE));
    expect((await view(ask)).settings.githubRepositoryIsPublic).toBe(false);
    for (const githubRepository of [null, 'acme/other']) {
      valueOf(await save(ask, PRIVATE));
      valueOf(await save(ask, { githubRepositoryIsPublic: false }));
      const { settings } = valueOf(await save(ask, { githubRepository }));
      expect(settings).toMatchObject({ githubRepository, githubRepositoryIsPublic: true });
      valueOf(await save(ask, { githubRepositoryIsPublic: false }));
      expect((await view(ask)).settings.githubRepositoryIsPublic).toBe(false);
    }
  });
});
