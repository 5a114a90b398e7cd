import type { DiagnosticsView } from '@/lib/contract/list';
import type { Result } from '@/lib/contract/result';
import type { AlarmsPort } from '@/lib/platform/alarms-port';
import { ok } from '@/lib/platform/result';
import type { RuntimePort } from '@/lib/platform/runtime-port';
import type { Pages } from '../pages';
import type { Documents } from '../storage/documents';
import type { TicketStore } from '../storage/ticket-store';
import { type Account, NO_ACCOUNT } from './account';
import type { Calls } from './calls';
import type { Sync } from './sync';
import { stateWithout } from './sync/state';

export type Diagnostics = { readonly view: () => Promise<Result<DiagnosticsView>> };

/** A tab that does not answer in this time is shown as silent: the page must not wait for it. */
const TAB_TIMEOUT_MS = 1_500;

/** What helps to see why something is not as expected. No key, no name and no text of a ticket is in it. */
export function createDiagnostics(deps: {
  readonly runtime: Pick<RuntimePort, 'version'>;
  readonly alarms: Pick<AlarmsPort, 'all'>;
  readonly account: Account;
  readonly calls: Pick<Calls, 'hours' | 'rate'>;
  readonly store: Pick<TicketStore, 'all'>;
  readonly sync: Pick<Sync, 'state'>;
  readonly pages: Pick<Pages, 'request'>;
  readonly documents: Pick<Documents, 'tabs'>;
}): Diagnostics {
  const { runtime, alarms, account, calls, store, sync, pages, documents } = deps;

  async function tabs(): Promise<DiagnosticsView['tabs']> {
    const open = await documents.tabs.read();
    if (!open.ok) return [];
    return await Promise.all(
      Object.entries(open.value).map(async ([id, { host }]) => {
        const tabId = Number(id);
        const health = await pages.request(tabId, 'page.health', {}, TAB_TIMEOUT_MS);
        return { tabId, host, anchors: health.ok ? health.value.anchors : null };
      }),
    );
  }

  return {
    view: async () => {
      const host = await account.host();
      const none = stateWithout({ code: 'not-configured', message: NO_ACCOUNT });
      const [hours, rate, state, kept, set, shown] = await Promise.all([
        host === null ? [] : calls.hours(host),
        host === null ? null : calls.rate(host),
        host === null ? none : sync.state(host),
        host === null ? 0 : store.all(host).then(({ tickets }) => tickets.length),
        alarms.all(),
        tabs(),
      ]);
      return ok({
        version: runtime.version(),
        host,
        hours,
        rate,
        sync: state,
        ticketsKept: kept,
        alarms: set
          .toSorted((a, b) => a.at.getTime() - b.at.getTime())
          .map(({ name, at }) => ({ name, at: at.toISOString() })),
        tabs: shown,
      });
    },
  };
}
