import { describe, expect, it } from 'vitest';
import { atWork, from, settled, valueOf } from './harness';

describe('the first load', () => {
  it('brings every open and resolved ticket, also those untouched for 200 days', async () => {
    const { world, ask } = await atWork();
    world.freshdesk.store.seedMany(1_500);
    const t0 = performance.now();
    const sync = valueOf(await ask('list.sync', {}, from.list));
    console.log(sync, performance.now() - t0, world.requests());
    await settled();
    const view = valueOf(await ask('list.view', {}, from.list));
    console.log(view.tickets.length, view.sync, [...world.alarms], world.badge);
    expect(1).toBe(1);
  });
});
