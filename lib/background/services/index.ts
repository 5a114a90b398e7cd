import type { Pack } from '@/lib/pack/schema';
import type { Clock } from '@/lib/platform/clock';
import type { Logger } from '@/lib/platform/logger';
import type { AlarmsPort } from '@/lib/platform/alarms-port';
import type { NoticesPort } from '@/lib/platform/notices-port';
import type { RuntimePort } from '@/lib/platform/runtime-port';
import type { TabsPort } from '@/lib/platform/tabs-port';
import { createBroadcast } from '../broadcast';
import { createOutbox } from '../outbox';
import { createPages } from '../pages';
import type { Documents } from '../storage/documents';
import { createTicketStore } from '../storage/ticket-store';
import { createAccount } from './account';
import { createAttention } from './attention';
import { createBudget } from './budget';
import { createCategorise } from './categorise';
import { createClosing } from './closing';
import { createConnections } from './connection';
import { createDiagnostics } from './diagnostics';
import { createDuty } from './duty';
import { createForm } from './form';
import { createGithubAccount } from './github-account';
import { createIssueNote } from './issue-note';
import { createIssueWatch } from './issue-watch';
import { createIssues } from './issues';
import { createList } from './list';
import { createPacks } from './packs';
import { createProgress } from './progress';
import { createRefusals } from './refusals';
import { createReplies } from './replies';
import { createSettings } from './settings';
import { createSnoozes } from './snoozes';
import { createSync } from './sync';
import { createTabs } from './tabs';
import { createTicketCache } from './ticket-cache';
import { createTickets } from './tickets';

export type ServiceDeps = {
  readonly documents: Documents;
  readonly runtime: RuntimePort;
  readonly tabs: TabsPort;
  readonly alarms: AlarmsPort;
  readonly notices: NoticesPort;
  readonly fetch: typeof globalThis.fetch;
  readonly pack: Pack;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly logger: Logger;
};

/** All services, each given what it needs and nothing else. */
export function createServices(deps: ServiceDeps) {
  const { documents, tabs: tabsPort, pack, clock } = deps;
  const broadcast = createBroadcast({ documents, runtime: deps.runtime, tabs: tabsPort });
  const pages = createPages({ tabs: tabsPort, documents });
  const outbox = createOutbox(deps);
  const connections = createConnections({ documents, pages, fetch: deps.fetch, clock });
  const refusals = createRefusals(deps);
  const form = createForm({ ...deps, refusals });
  const cache = createTicketCache(deps);
  const packs = createPacks(deps);
  const account = createAccount(deps);
  const base = { documents, connections, form, cache, pages, outbox, broadcast, pack, clock };
  const tickets = createTickets(base);
  const progress = createProgress(base);
  const watch = createIssueWatch({ documents, progress, clock });
  const store = createTicketStore();
  const sync = createSync();
  const snoozes = createSnoozes();
  const closing = createClosing();
  return {
    packs,
    account,
    store,
    sync,
    snoozes,
    closing,
    attention: createAttention(),
    list: createList(),
    diagnostics: createDiagnostics(),
    githubAccount: createGithubAccount(),
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
