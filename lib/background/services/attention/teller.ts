import type { TicketRef } from '@/lib/contract/ticket';
import type { NoticesPort } from '@/lib/platform/notices-port';
import type { Documents } from '../../storage/documents';
import { initialTold, type ToldRecord } from '../../storage/list-records';
import { heldAgain, mustWait, patienceIsOver, RETRY_MS } from './freshen';
import { createHours, speakingAt, stewardZone } from './hours';
import type { Item } from './picture';
import type { Scene } from './scene';
import { noticeRecord, shown, tidied, untold } from './told';
import { noticeOf } from './words';

/** `scene`: as last looked at. `wakeAt`: when something that waits to be told may be told; null: nothing waits. */
export type Telling = { readonly scene: Scene; readonly wakeAt: Date | null };

export type Teller = {
  /** Tells the steward what is new, when that may be: in the steward's hours, and after Freshdesk was asked again. */
  readonly tell: (host: string, scene: Scene) => Promise<Telling>;
  /** Takes notices from the screen of which nothing is true any more, and forgets what is long past. */
  readonly tidy: (scene: Scene) => Promise<void>;
};

export type TellerDeps = {
  readonly documents: Pick<Documents, 'told'>;
  readonly notices: Pick<NoticesPort, 'show' | 'clear'>;
  /** Reads these anew; false: Freshdesk does not answer. */
  readonly freshen: (host: string, refs: readonly TicketRef[]) => Promise<boolean>;
  readonly look: (host: string) => Promise<Scene | null>;
  readonly newId: () => string;
  readonly machineTimeZone: string;
};

/** Decides when the steward is told of what, and remembers it before and after. */
export function createTeller(deps: TellerDeps): Teller {
  const { documents, notices, freshen, look, machineTimeZone } = deps;
  const hoursOf = createHours();

  async function toldSoFar(): Promise<ToldRecord> {
    const told = await documents.told.read();
    return told.ok ? told.value : initialTold;
  }

  /** Intent, notification, outcome: after a death in between the same notification is shown again, never a second. */
  async function show(items: readonly Item[], scene: Scene, asOf: Date | null): Promise<void> {
    const { showing } = await toldSoFar();
    const notice = noticeRecord(items, showing?.id ?? `needs-you-${deps.newId()}`);
    const stored = await documents.told.update((told) => ({ ...told, showing: notice }));
    // What cannot be remembered would be told for ever; the badge and the list still show it.
    if (!stored.ok) return;
    const timeZone = stewardZone(scene.settings, machineTimeZone);
    await notices.show(notice.id, noticeOf({ items, timeZone, now: scene.now, asOf }));
    await documents.told.update((told) => shown(told, notice, scene.now));
  }

  const waiting = async ({ picture, settings, sync }: Scene): Promise<readonly Item[]> =>
    // Before everything was read once, what is still to come belongs into the same notice.
    sync.stage === 'complete' ? untold(picture, await toldSoFar(), settings.notices.kinds) : [];

  return {
    tell: async (host, first) => {
      const items = await waiting(first);
      if (items.length === 0) return { scene: first, wakeAt: null };
      const hours = hoursOf(first.settings, machineTimeZone);
      const speaking = speakingAt(hours, first.now);
      if (!speaking.allowed) return { scene: first, wakeAt: speaking.opensAt };
      const { hold } = await toldSoFar();
      if (hold !== null && mustWait(hold, first.sync.lastAt, first.now))
        return { scene: first, wakeAt: new Date(Date.parse(hold.triedAt) + RETRY_MS) };

      const refs = items.map(({ ticket }) => ticket.facts.ref);
      const fresh = await freshen(host, refs);
      const scene = (await look(host)) ?? first;
      const retryAt = new Date(scene.now.getTime() + RETRY_MS);
      if (!fresh) {
        const held = heldAgain(hold, scene.now);
        await documents.told.update((told) => ({ ...told, hold: held }));
        if (!patienceIsOver(held, scene.now)) return { scene, wakeAt: retryAt };
      }
      const still = await waiting(scene);
      // The hours may have ended while Freshdesk was asked.
      const now = speakingAt(hours, scene.now);
      if (!now.allowed) return { scene, wakeAt: still.length === 0 ? null : now.opensAt };
      const { lastAt } = scene.sync;
      const asOf = fresh || lastAt === null ? null : new Date(lastAt);
      if (still.length > 0) await show(still, scene, asOf);
      return { scene, wakeAt: null };
    },
    tidy: async ({ picture, sync, now }) => {
      if (sync.stage !== 'complete') return;
      const { gone } = tidied(await toldSoFar(), picture, now);
      // From the screen first: a notice that is forgotten could not be taken away any more.
      for (const id of gone) await notices.clear(id);
      await documents.told.update((told) => tidied(told, picture, now).told);
    },
  };
}
