import { expect, test } from 'vitest';
import { atWork, from, HOST, valueOf } from '../background/harness';

test('a form that was read before connecting does not set the account back', async () => {
  const { world, ask } = await atWork({ key: false });
  const before = valueOf(await ask('settings.view', {}, from.options)).settings;
  expect(before.freshdeskHost).toBeNull();
  const key = world.freshdesk.keys.agent;
  valueOf(await ask('settings.connectFreshdesk', { host: 'acme', key }, from.options));
  const settings = { ...before, roster: ['Bo'] };
  const saved = valueOf(await ask('settings.save', { settings }, from.options));
  expect(saved.settings).toMatchObject({ freshdeskHost: HOST, roster: ['Bo'] });
  expect(saved.connection.hasFreshdeskKey).toBe(true);
});
