import { createTicketCache } from '@/lib/background/services/ticket-cache';
import { createStorageAreas, restrictLocalStorage } from '@/lib/background/storage/area';
import { createDocuments } from '@/lib/background/storage/documents';
import { createRuntimePort } from '@/lib/platform/runtime-port';
import { createTabsPort } from '@/lib/platform/tabs-port';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import sample from '../../fixtures/storage/v1/cached-ticket.json';
import { HOST } from './harness';

beforeEach(() => {
  fakeBrowser.reset();
});

describe('the browser ports', () => {
  it('pass messages on and answer them later', async () => {
    const runtime = createRuntimePort();
    expect(runtime.id).toBe(fakeBrowser.runtime.id);
    runtime.onMessage((message, _sender, sendResponse) => {
      setTimeout(() => {
        sendResponse({ got: message });
      }, 1);
      return true;
    });
    expect(await fakeBrowser.runtime.sendMessage('hello')).toEqual({ got: 'hello' });
  });

  it('tell of addresses that changed and of tabs that closed, and of nothing else', async () => {
    const tabs = createTabsPort();
    const onUrl = vi.fn<(tabId: number, url: string) => void>();
    const onRemoved = vi.fn<(tabId: number) => void>();
    tabs.onUrl(onUrl);
    tabs.onRemoved(onRemoved);
    const id = (await tabs.create({ url: 'https://github.com/' })) ?? -1;
    const tab = await fakeBrowser.tabs.get(id);
    await fakeBrowser.tabs.onUpdated.trigger(id, { status: 'complete' }, tab);
    await fakeBrowser.tabs.onUpdated.trigger(id, { url: 'https://github.com/a' }, tab);
    expect(onUrl.mock.calls).toEqual([[id, 'https://github.com/a']]);
    await fakeBrowser.tabs.onRemoved.trigger(id, { windowId: 1, isWindowClosing: false });
    expect(onRemoved.mock.calls[0]?.[0]).toBe(id);
  });

  it('close local storage to content scripts where the browser can, and do without where it cannot', async () => {
    const local: { setAccessLevel?: unknown } = fakeBrowser.storage.local;
    const before = local.setAccessLevel;
    const setAccessLevel = vi.fn<(level: object) => Promise<void>>(async () => {});
    local.setAccessLevel = setAccessLevel;
    expect(await restrictLocalStorage()).toBe(true);
    expect(setAccessLevel).toHaveBeenCalledWith({ accessLevel: 'TRUSTED_CONTEXTS' });
    delete local.setAccessLevel;
    expect(await restrictLocalStorage()).toBe(false);
    local.setAccessLevel = before;
  });
});

describe('the cache of tickets', () => {
  function open(now: () => Date) {
    const nobody = () => {};
    const logger = { info: nobody, warn: nobody, error: nobody };
    const areas = createStorageAreas();
    const documents = createDocuments({ areas, clock: now, logger, machineTimeZone: 'UTC' });
    const cache = createTicketCache({ documents, clock: now });
    const write = async (id: number) => {
      const facts = { ...sample.value.facts, ref: { host: HOST, id } };
      const entry = { ...sample.value, facts, problem: null } as Parameters<typeof cache.write>[1];
      await cache.write({ host: HOST, id }, entry);
    };
    const kept = async () =>
      (await areas.local.keys()).filter((key) => key.startsWith('ticket:')).length;
    return { cache, write, kept };
  }

  it('keeps the sixty looked at last', async () => {
    let now = Date.parse('2026-03-04T15:00:00Z');
    const { cache, write, kept } = open(() => new Date((now += 1_000)));
    for (let id = 1; id <= 65; id += 1) await write(id);
    expect(await kept()).toBe(60);
    expect(await cache.read({ host: HOST, id: 5 })).toBeNull();
    expect((await cache.read({ host: HOST, id: 6 }))?.facts.ref.id).toBe(6);
  });

  it('drops what is older than two weeks, and shortens endless mails', async () => {
    let now = new Date('2026-03-04T15:00:00Z');
    const { cache, write, kept } = open(() => now);
    await write(1);
    now = new Date('2026-03-19T15:00:00Z');
    await write(2);
    expect(await kept()).toBe(1);
    const entry = await cache.read({ host: HOST, id: 2 });
    if (entry === null) throw new Error('the ticket just written is gone');
    const long = { ...entry.facts, descriptionText: 'x'.repeat(50_000) };
    await cache.write(entry.facts.ref, { ...entry, facts: long });
    const stored = await cache.read(entry.facts.ref);
    expect(stored?.facts.descriptionText).toHaveLength(20_000);
  });
});
