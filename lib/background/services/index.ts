import type { Pack } from '@/lib/pack/schema';
import type { Clock } from '@/lib/platform/clock';
import type { Logger } from '@/lib/platform/logger';
import type { AlarmsPort } from '@/lib/platform/alarms-port';
import type { IdlePort } from '@/lib/platform/idle-port';
import type { NoticesPort } from '@/lib/platform/notices-port';
import type { RuntimePort } from '@/lib/platform/runtime-port';
import type { TabsPort } from '@/lib/platform/tabs-port';
import { createBroadcast, type Broadcast } from '../broadcast';
import { createOutbox } from '../outbox';
import { createPages } from '../pages';
import type { StorageAreas } from '../storage/area';
import type { Documents } from '../storage/documents';
import { createTicketStore } from '../storage/ticket-store';
import { createAccount } from './account';
import { createAttention, refreshedBy, type AttentionService } from './attention';
import { createBudget } from './budget';
import { createCalls } from './calls';
import { createCategorise } from './categorise';
import { createClosing } from './closing';
import { createCompanies } from './companies';
import { createConnections } from './connection';
import { createDiagnostics } from './diagnostics';
import { createDuty } from './duty';
import { createFeedingCache } from './feeding-cache';
import { createForm } from './form';
import { createGithubAccount } from './github-account';
import { createIssueNote } from './issue-note';
import { createIssueWatch } from './issue-watch';
import { createIssues } from './issues';
import { createList, createListTickets } from './list';
import { createPacks } from './packs';
import { createProgress } from './progress';
import { createRefusals } from './refusals';
import { createReplies } from './replies';
import { createSettings } from './settings';
import { createSnoozes } from './snoozes';
import { createSync, startedBy, type Sync } from './sync';
import { createTabs } from './tabs';
import { createTicketCache } from './ticket-cache';
import { createTickets } from './tickets';

export type ServiceDeps = {
  readonly documents: Documents;
  readonly areas: StorageAreas;
  readonly runtime: RuntimePort;
  readonly tabs: TabsPort;
  readonly alarms: AlarmsPort;
  readonly notices: NoticesPort;
  readonly idle: IdlePort;
  readonly fetch: typeof globalThis.fetch;
  readonly pack: Pack;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly machineTimeZone: string;
  readonly logger: Logger;
};

/** All services, each given what it needs and nothing else. */
export function createServices(deps: ServiceDeps) {
  const { documents, tabs: tabsPort, pack, clock } = deps;
  /** For those it is built from itself. */
  const attentionLater: Pick<AttentionService, 'refresh'> = {
    refresh: async () => {
      await attention.refresh();
    },
  };
  const syncLater: Pick<Sync, 'settingsChanged'> = {
    settingsChanged: async () => {
      await sync.settingsChanged();
    },
  };
  const tell = createBroadcast({ documents, runtime: deps.runtime, tabs: tabsPort });
  const broadcast: Broadcast = startedBy(
    refreshedBy(tell, attentionLater, deps.logger),
    syncLater,
    deps.logger,
  );
  const pages = createPages({ tabs: tabsPort, documents });
  const outbox = createOutbox(deps);
  const calls = createCalls(deps);
  const connections = createConnections({ documents, pages, calls, fetch: deps.fetch, clock });
  const refusals = createRefusals(deps);
  const form = createForm({ ...deps, refusals });
  const store = createTicketStore({ area: deps.areas.local });
  const cache = createFeedingCache(createTicketCache(deps), { ...deps, store, broadcast });
  const packs = createPacks(deps);
  const account = createAccount(deps);
  const base = { documents, connections, form, cache, pages, outbox, broadcast, pack, clock };
  const tickets = createTickets(base);
  const progress = createProgress({ ...base, idle: deps.idle });
  const watch = createIssueWatch({ documents, progress, clock });
  const companies = createCompanies(deps);
  const sync = createSync({ ...deps, ...base, store, account, calls, companies });
  const listTickets = createListTickets({ documents, store, companies, pack });
  const snoozes = createSnoozes({ documents, store, broadcast, clock });
  const githubAccount = createGithubAccount({ ...base, fetch: deps.fetch });
  const closing = createClosing({
    ...deps,
    ...base,
    tickets,
    progress,
    packs,
    store,
    sync,
    githubAccount,
  });
  const attention = createAttention({
    ...deps,
    account,
    listTickets,
    packs,
    snoozes,
    closing,
    sync,
  });
  return {
    packs,
    account,
    store,
    sync,
    snoozes,
    closing,
    attention,
    list: createList({ ...base, account, listTickets, snoozes, closing, sync }),
    diagnostics: createDiagnostics({ ...deps, ...base, account, calls, store, sync }),
    githubAccount,
    broadcast,
    outbox,
    connections,
    tickets,
    progress,
    watch,
    tabs: createTabs(base),
    categorise: createCategorise({ ...base, tickets }),
    replies: createReplies({ ...base, tickets, progress }),
    issues: createIssues({ ...base, tickets, progress, watch, tabs: tabsPort }),
    issueNote: createIssueNote({ ...base, progress }),
    duty: createDuty(base),
    budget: createBudget({ ...base, tickets, refusals }),
    settings: createSettings(base),
  };
}

export type Services = ReturnType<typeof createServices>;
