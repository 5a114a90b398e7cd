import type { TicketRef } from '@/lib/contract/ticket';
import type { AlarmsPort } from '@/lib/platform/alarms-port';
import type { NoticesPort } from '@/lib/platform/notices-port';
import type { RuntimePort } from '@/lib/platform/runtime-port';
import type { TabsPort } from '@/lib/platform/tabs-port';
import type { Documents } from '../../storage/documents';
import type { Account } from '../account';
import type { Snoozes } from '../snoozes';
import type { Sync } from '../sync';
import { badgeOf, NO_BADGE } from './badge';
import { createFreshen, RETRY_MS } from './freshen';
import { stewardZone } from './hours';
import { createScene, type Scene, type SceneDeps } from './scene';
import { createTeller } from './teller';
import { shown } from './told';
import { SNOOZE_BUTTON } from './words';

export { refreshedBy } from './refreshed-by';

export const ATTENTION_ALARM = 'attention';

export type AttentionService = {
  /** Reckons anew what needs the steward now: badge, notices, and when to look again. */
  readonly refresh: () => Promise<void>;
  /** A notification was pressed: null is its body, 0 and 1 are its buttons. */
  readonly pressed: (noticeId: string, button: number | null) => Promise<void>;
};

/** Also a machine whose clock jumps looks again within a day. */
const LONGEST_MS = 24 * 3_600_000;
const SNOOZE_MS = 3_600_000;

export type AttentionDeps = Omit<SceneDeps, 'snoozes' | 'sync' | 'documents'> & {
  readonly documents: Pick<Documents, 'settings' | 'told'>;
  readonly account: Account;
  readonly snoozes: Pick<Snoozes, 'parted' | 'setAll'>;
  readonly sync: Pick<Sync, 'state' | 'run' | 'reread'>;
  readonly alarms: Pick<AlarmsPort, 'set' | 'clear'>;
  readonly notices: Pick<NoticesPort, 'setBadge' | 'show' | 'clear'>;
  readonly tabs: Pick<TabsPort, 'create'>;
  readonly runtime: Pick<RuntimePort, 'pageUrl'>;
  readonly newId: () => string;
};

/** Badge, notifications and the alarm for the next look, all from one picture of what needs the stewards. */
export function createAttention(deps: AttentionDeps): AttentionService {
  const { account, alarms, clock, documents, notices, machineTimeZone } = deps;
  const look = createScene(deps);
  const askFreshdesk = createFreshen(deps);
  const state = { running: null as Promise<void> | null, again: false, asking: false };

  async function freshen(host: string, refs: readonly TicketRef[]): Promise<boolean> {
    state.asking = true;
    try {
      return await askFreshdesk(host, refs);
    } finally {
      state.asking = false;
      // Everything is looked at again next.
      state.again = false;
    }
  }
  const teller = createTeller({ ...deps, freshen, look });

  async function showBadge({ picture, sync, settings, now }: Scene): Promise<void> {
    const timeZone = stewardZone(settings, machineTimeZone);
    await notices.setBadge(badgeOf(picture, sync, timeZone, now));
  }

  async function wakeAt(times: readonly (Date | null)[]): Promise<void> {
    const nowMs = clock().getTime();
    const ahead = times.flatMap((at) =>
      at === null ? [] : [Math.max(at.getTime(), nowMs + 1000)],
    );
    await alarms.set(ATTENTION_ALARM, new Date(Math.min(nowMs + LONGEST_MS, ...ahead)));
  }

  async function once(): Promise<void> {
    const host = await account.host();
    if (host === null) {
      await notices.setBadge(NO_BADGE);
      await alarms.clear(ATTENTION_ALARM);
      return;
    }
    // Should this worker die on the way, the next one looks soon.
    await wakeAt([new Date(clock().getTime() + RETRY_MS)]);
    const first = await look(host);
    if (first === null) return;
    await showBadge(first);
    const told = await teller.tell(host, first);
    if (told.scene !== first) await showBadge(told.scene);
    await wakeAt([told.scene.picture.changesAt, told.wakeAt]);
  }

  async function untilQuiet(): Promise<void> {
    do {
      state.again = false;
      await once();
    } while (state.again);
  }

  const refresh: AttentionService['refresh'] = async () => {
    if (state.running === null) {
      state.running = untilQuiet().finally(() => {
        state.running = null;
      });
    } else if (state.asking) {
      // Asked for by the very reading that this look waits for: waiting for each other would never end.
      return;
    } else state.again = true;
    await state.running;
  };

  /** What a notice is about, also when its worker died before it knew that it was shown. */
  async function refsOf(noticeId: string): Promise<readonly TicketRef[]> {
    const told = await documents.told.read();
    if (!told.ok) return [];
    const { notices: before, showing } = told.value;
    if (showing?.id === noticeId)
      await documents.told.update((now) => shown(now, showing, clock()));
    const notice = [...before, ...(showing === null ? [] : [showing])].findLast(
      ({ id }) => id === noticeId,
    );
    return notice?.refs ?? [];
  }

  return {
    refresh,
    pressed: async (noticeId, button) => {
      const refs = await refsOf(noticeId);
      await notices.clear(noticeId);
      if (button === SNOOZE_BUTTON) {
        await deps.snoozes.setAll(refs, new Date(clock().getTime() + SNOOZE_MS).toISOString());
        await refresh();
        return;
      }
      const [only, second] = refs;
      const url =
        only !== undefined && second === undefined
          ? `https://${only.host}/a/tickets/${only.id}`
          : deps.runtime.pageUrl('/list.html');
      await deps.tabs.create({ url });
    },
  };
}
