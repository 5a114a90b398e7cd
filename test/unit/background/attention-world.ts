import {
  createDocuments,
  initialProgress,
  initialSettings,
} from '@/lib/background/storage/documents';
import { createAttention } from '@/lib/background/services/attention';
import { createSnoozes } from '@/lib/background/services/snoozes';
import type { StorageArea } from '@/lib/background/storage/area';
import type { ClosingView, ListTicket, SyncState } from '@/lib/contract/list';
import type { TicketFacts } from '@/lib/contract/ticket';
import type { Settings } from '@/lib/contract/views';
import { builtinPack } from '@/lib/pack/load';
import type { Badge, NoticeContent } from '@/lib/platform/notices-port';
import { fail, ok } from '@/lib/platform/result';
import { factsWith } from '../domain/ticket-facts';

/*
 * What the stewards' attention is reckoned from, without Freshdesk: the kept list, what Freshdesk would say of it if it
 * were asked, and a browser that outlives its workers.
 */

export const HOST = 'acme.freshdesk.com';
export const ref = (id: number) => ({ host: HOST, id });

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

/** Storage in memory, one for each steward. What comes out is nobody's to change. */
export function memoryArea(): StorageArea {
  const values = new Map<string, unknown>();
  const keep = (key: string, value: unknown): void => {
    const copy: unknown = JSON.parse(JSON.stringify(value));
    values.set(key, frozen(copy));
  };
  return {
    get: async (key) => values.get(key),
    getMany: async (keys) =>
      Object.fromEntries(
        keys.filter((key) => values.has(key)).map((key) => [key, values.get(key)]),
      ),
    set: async (key, value) => {
      keep(key, value);
    },
    setMany: async (items) => {
      for (const [key, value] of Object.entries(items)) keep(key, value);
    },
    remove: async (keys) => {
      for (const key of keys) values.delete(key);
    },
    keys: async () => [...values.keys()],
  };
}

/** An open ticket of the list, uncategorised and unanswered unless told otherwise. */
export function listTicket(id: number, changes: Partial<TicketFacts> = {}): ListTicket {
  const facts = factsWith({
    ref: ref(id),
    subject: `Question ${id}`,
    createdAt: '2026-11-23T09:30:00Z',
    updatedAt: '2026-11-23T09:30:00Z',
    ...changes,
  });
  return { facts, categoryId: null, progress: initialProgress(ref(id)) };
}

export function createAttentionWorld(changes: Partial<Settings> = {}) {
  let now = new Date('2026-11-23T10:00:00Z');
  const areas = { local: memoryArea(), session: memoryArea() };
  const world = {
    /** The list as kept, and what Freshdesk would answer. */
    kept: new Map<number, ListTicket>(),
    freshdesk: new Map<number, ListTicket>(),
    closings: [] as ClosingView[],
    host: HOST as string | null,
    stage: 'complete' as SyncState['stage'],
    lastAt: '2026-11-23T09:59:00Z' as string | null,
    /** Freshdesk answers. */
    answers: true,
    runs: 0,
    reread: [] as number[],
    alarm: null as Date | null,
    badge: null as Badge | null,
    onScreen: new Map<string, NoticeContent>(),
    /** Every time a notification was put on the screen. */
    shown: [] as { id: string; content: NoticeContent; at: string }[],
    cleared: [] as string[],
    created: [] as string[],
    log: [] as unknown[],
    /** Runs before anything is put on the screen; may never come to an end, as when a worker dies. */
    beforeShow: async () => {},
    afterShow: async () => {},
    now: () => now,
    at: (instant: string) => {
      now = new Date(instant);
    },
    pass: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    /** The ticket arrives or changes, and the list knows of it. */
    put: (...tickets: ListTicket[]) => {
      for (const one of tickets) {
        world.kept.set(one.facts.ref.id, one);
        world.freshdesk.set(one.facts.ref.id, one);
      }
    },
    /** It is done in Freshdesk, and the list does not know of it yet. */
    doneElsewhere: (...ids: number[]) => {
      for (const id of ids) world.freshdesk.delete(id);
    },
    take: (...ids: number[]) => {
      for (const id of ids) {
        world.kept.delete(id);
        world.freshdesk.delete(id);
      }
    },
    areas,
  };
  const logger = {
    info: (...parts: unknown[]) => void world.log.push(parts),
    warn: (...parts: unknown[]) => void world.log.push(parts),
    error: (...parts: unknown[]) => void world.log.push(parts),
  };
  let ids = 0;

  /** Another worker on the same storage. */
  function wake() {
    const documents = createDocuments({ areas, clock: world.now, logger, machineTimeZone: 'UTC' });
    const state = (): SyncState => ({
      stage: world.stage,
      read: 0,
      fraction: null,
      through: null,
      lastAt: world.lastAt,
      nextAt: null,
      problem: world.answers ? null : { code: 'unavailable', message: 'Freshdesk is silent.' },
    });
    const broadcasts: string[] = [];
    const store = { get: async ({ id }: { id: number }) => world.kept.get(id)?.facts ?? null };
    const snoozes = createSnoozes({
      documents,
      store,
      clock: world.now,
      broadcast: (topic) => void broadcasts.push(topic),
    });
    const attention = createAttention({
      documents,
      snoozes,
      account: { host: async () => world.host },
      listTickets: async () => [...world.kept.values()],
      packs: { active: async () => ok(builtinPack()), written: builtinPack },
      closing: { views: async () => world.closings },
      sync: {
        state: async () => state(),
        run: async () => {
          world.runs += 1;
          if (world.answers) {
            world.kept = new Map(world.freshdesk);
            world.lastAt = now.toISOString();
          }
          return state();
        },
        reread: async ({ id }) => {
          world.reread.push(id);
          if (!world.answers) return fail('unavailable', 'Freshdesk is silent.');
          const fresh = world.freshdesk.get(id);
          if (fresh === undefined) {
            world.kept.delete(id);
            return fail('not-found', 'This ticket is gone.');
          }
          world.kept.set(id, fresh);
          return ok(fresh.facts);
        },
      },
      alarms: {
        set: async (_, at) => {
          world.alarm = at;
        },
        clear: async () => {
          world.alarm = null;
        },
      },
      notices: {
        setBadge: async (badge) => {
          world.badge = badge;
        },
        show: async (id, content) => {
          await world.beforeShow();
          world.onScreen.set(id, content);
          world.shown.push({ id, content, at: now.toISOString() });
          await world.afterShow();
        },
        clear: async (id) => {
          world.cleared.push(id);
          world.onScreen.delete(id);
        },
      },
      tabs: {
        create: async ({ url }) => {
          world.created.push(url);
          return 1;
        },
      },
      runtime: { pageUrl: (path) => `chrome-extension://steward${path}` },
      clock: world.now,
      newId: () => `n${(ids += 1)}`,
      machineTimeZone: 'UTC',
    });
    return { ...attention, snoozes, documents, broadcasts };
  }

  /** With settings as given; notices in office hours of UTC unless told otherwise. */
  async function ready() {
    const worker = wake();
    await worker.documents.settings.replace({ ...initialSettings('UTC'), ...changes });
    return worker;
  }
  return { world, wake, ready };
}
