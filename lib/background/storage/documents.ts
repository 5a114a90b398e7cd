import type { Settings, SidebarLayout } from '@/lib/contract/views';
import type { TicketProgress, TicketRef } from '@/lib/contract/ticket';
import type { Clock } from '@/lib/platform/clock';
import type { Logger } from '@/lib/platform/logger';
import type * as z from 'zod';
import type { StorageArea, StorageAreas } from './area';
import { createDocument, type Migration, type StoredDocument } from './document';
import {
  callsSchema,
  closingsSchema,
  initialTold,
  snoozesSchema,
  toldSchema,
} from './list-records';
import { createProgressOf } from './progress-of';
import { createKeyedQueue } from './queue';
import {
  cachedTicketSchema,
  cacheIndexSchema,
  outboxSchema,
  pausesSchema,
  ratesSchema,
  refusalsSchema,
  secretsSchema,
  tabsSchema,
  watchesSchema,
} from './records';
import { isTimeZone } from '../time-zone';
import { layoutSchema, progressSchema, settingsSchema, WIDTH_PX } from './schemas';
import { initialNotices, initialWorkingTime } from './schemas-working-time';
import { initialSync, syncSchema } from './sync-record';

/** Key part that names a ticket. */
export function ticketKey(ref: TicketRef): string {
  return `${ref.host}:${ref.id}`;
}

/**
 * Settings of a new installation; the zone is the machine's, the one guess likely to be right. A machine that does not
 * know its own (Chromium then names `Etc/Unknown`, in which nothing can be reckoned) gets UTC.
 */
export function initialSettings(machineTimeZone: string): Settings {
  const timeZone = isTimeZone(machineTimeZone) ? machineTimeZone : 'UTC';
  return {
    freshdeskHost: null,
    stewardName: '',
    githubRepository: null,
    githubRepositoryIsPublic: true,
    roster: [],
    firstShiftStart: null,
    firstIncoming: null,
    timeZone,
    handoverTime: '15:00',
    budgetCompanyField: null,
    budgetHoursByCompany: {},
    budgetDefaultHours: null,
    workingTime: initialWorkingTime,
    incidentUpdateHours: null,
    notices: initialNotices,
  };
}

export const initialLayout: SidebarLayout = {
  mode: 'beside',
  widthPx: WIDTH_PX.usual,
  collapsed: false,
};

/** What stewards have done on a ticket nobody has worked on yet. */
export function initialProgress(ref: TicketRef): TicketProgress {
  return { ref, ticks: {}, issues: [], timeboxStartedAt: null, issueOpenedAt: null, answers: {} };
}

/** Settings of the first releases said nothing of working time or notices. */
const withWorkingTime: Migration = (old) => ({
  ...objectOf(old),
  workingTime: initialWorkingTime,
  incidentUpdateHours: null,
  notices: initialNotices,
});

/** The first releases knew Freshdesk's key alone. */
const withGithub: Migration = (old) => ({ ...objectOf(old), github: null });

function objectOf(value: unknown): object {
  if (typeof value !== 'object' || value === null) throw new TypeError('not an object');
  return value;
}

/** Every document Steward stores: the one list of keys. `local` unless it speaks of tabs or of this minute. */
export function createDocuments(deps: {
  readonly areas: StorageAreas;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly machineTimeZone: string;
}) {
  const queue = createKeyedQueue();
  const { local, session } = deps.areas;

  function keep<T>(
    area: StorageArea,
    key: string,
    what: string,
    schema: z.ZodType<T>,
    initial: T,
    migrations: Readonly<Record<number, Migration>> = {},
  ) {
    const version = Object.keys(migrations).length + 1;
    const shape = { what, version, schema, migrations, initial: () => initial };
    return createDocument({ ...deps, area, queue }, key, { ...shape, unreadable: 'keep' });
  }
  /** A document that can be fetched again, or that means nothing after the browser closes. */
  function cache<T>(area: StorageArea, key: string, schema: z.ZodType<T>, initial: T) {
    const shape = { what: 'a cache', version: 1, schema, migrations: {}, initial: () => initial };
    return createDocument({ ...deps, area, queue }, key, { ...shape, unreadable: 'discard' });
  }

  const progress = (ref: TicketRef): StoredDocument<TicketProgress> =>
    keep(
      local,
      `progress:${ticketKey(ref)}`,
      `what was noted about ticket ${ref.id}`,
      progressSchema,
      initialProgress(ref),
    );

  return {
    settings: keep(
      local,
      'settings',
      'your settings',
      settingsSchema,
      initialSettings(deps.machineTimeZone),
      { 1: withWorkingTime },
    ),
    secrets: keep(
      local,
      'secrets',
      'the stored keys',
      secretsSchema,
      { freshdesk: null, github: null },
      { 1: withGithub },
    ),
    outbox: keep(local, 'outbox', 'the list of writes to Freshdesk', outboxSchema, []),
    layout: cache(local, 'layout', layoutSchema, initialLayout),
    progress,
    /** The same of all tickets of an account at once. */
    progressOf: createProgressOf({ area: local, documentOf: progress }),
    ticket: (key: string) => cache(local, `ticket:${key}`, cachedTicketSchema, null),
    ticketIndex: cache(local, 'ticket-index', cacheIndexSchema, {}),
    sync: (host: string) => cache(local, `sync:${host}`, syncSchema, initialSync),
    snoozes: keep(local, 'snoozes', 'which tickets are put aside', snoozesSchema, []),
    // What cannot be read is not sent; kept, it would let nobody close anything any more.
    closings: cache(local, 'closings', closingsSchema, []),
    // At worst something is told twice; a record that cannot be read would keep everything from being told.
    told: cache(local, 'told', toldSchema, initialTold),
    calls: cache(local, 'calls', callsSchema, []),
    tabs: cache(session, 'tabs', tabsSchema, {}),
    watches: cache(session, 'watches', watchesSchema, {}),
    refusals: cache(session, 'refusals', refusalsSchema, {}),
    pauses: cache(session, 'pauses', pausesSchema, {}),
    rates: cache(session, 'rates', ratesSchema, {}),
    /** Other answers of Freshdesk worth keeping a while (fields, budgets); the caller owns the shape. */
    answer: <T>(area: 'local' | 'session', key: string, schema: z.ZodType<T>) =>
      cache(deps.areas[area], `answer:${key}`, schema.nullable(), null),
  };
}

export type Documents = ReturnType<typeof createDocuments>;
