import { describe, expect, it } from 'vitest';
import { atWork, errorOf, from, HOST, OUTAGE, settled, TAB, valueOf, wake } from './harness';

describe('tabs', () => {
  it('tell their sidebar what they show, also after a restart', async () => {
    const { world, ask } = await atWork();
    const state = valueOf(await wake(world).ask('tab.current', {}));
    expect(state).toEqual({
      ticket: OUTAGE,
      theme: 'light',
      layout: { mode: 'beside', widthPx: 360, collapsed: false },
    });
    const other = { ...from.sidebar, tab: { id: 99 } };
    expect(valueOf(await ask('tab.current', {}, other)).ticket).toBeNull();
    expect(valueOf(await ask('tab.current', {}, from.alone)).ticket).toBeNull();
  });

  it('give notice when they show something else, to pages and to frames in tabs', async () => {
    const { world, ask } = await atWork();
    await settled();
    world.notices.length = 0;
    world.tabNotices.length = 0;
    valueOf(await ask('tab.report', { ticket: OUTAGE, theme: 'light' }, from.content));
    await settled();
    expect(world.notices).toEqual([]);
    valueOf(await ask('tab.report', { ticket: null, theme: 'light' }, from.content));
    await settled();
    const notice = { steward: 1, changed: 'tab' };
    expect(world.notices).toEqual([notice]);
    expect(world.tabNotices).toEqual([{ tabId: TAB, message: notice }]);
  });

  it('can only report tickets of their own account', async () => {
    const { ask } = await atWork();
    const foreign = { ticket: { host: 'other.freshdesk.com', id: 1 }, theme: 'light' } as const;
    expect(errorOf(await ask('tab.report', foreign, from.content)).code).toBe('invalid-input');
  });

  it('remember the width for the next tab; whether it fits beside the page is each tab’s own', async () => {
    const { world, ask } = await atWork();
    const layout = { mode: 'over', widthPx: 420 } as const;
    valueOf(await ask('tab.setLayout', layout, from.content));
    expect(world.asked).toEqual([]);
    const second = { ...from.content, tab: { id: 8 } };
    const started = valueOf(await ask('tab.report', { ticket: null, theme: 'dark' }, second));
    expect(started).toEqual({ mode: 'beside', widthPx: 420, collapsed: false });
    expect(valueOf(await ask('tab.current', {})).layout.mode).toBe('over');
  });

  it('are told by the background what the sidebar decided', async () => {
    const { world, ask } = await atWork();
    valueOf(await ask('tab.setLayout', { collapsed: true }));
    const layout = { mode: 'beside', widthPx: 360, collapsed: true };
    expect(world.asked).toEqual([
      { tabId: TAB, message: { steward: 1, request: 'page.setLayout', input: layout } },
    ]);
  });

  it('are forgotten when they close', async () => {
    const { ask, listeners } = await atWork();
    listeners.removed(TAB);
    await settled();
    expect(valueOf(await ask('tab.current', {})).ticket).toBeNull();
  });

  it('let their sidebar act on their own ticket only', async () => {
    const { ask } = await atWork();
    const other = { host: HOST, id: 4243 };
    const error = errorOf(await ask('ticket.tick', { ref: other, stepId: 'read', done: true }));
    expect(error.code).toBe('conflict');
    const categorise = { ref: other, categoryId: 'incident' };
    expect(errorOf(await ask('ticket.categorise', categorise)).code).toBe('conflict');
    // Opened on its own it belongs to no tab.
    valueOf(await ask('ticket.categorise', categorise, from.alone));
  });
});
