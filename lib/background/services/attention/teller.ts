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
  /**
   * Tells the steward what is new, when that may be: in the steward's hours, and after Freshdesk was asked again. What
   * is done leaves the screen.
   */
  readonly tell: (host: string, scene: Scene) => Promise<Telling>;
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

type Outcome = Telling & { readonly told: ToldRecord };

/** Decides when the steward is told of what, and remembers it before and after. */
export function createTeller(deps: TellerDeps): Teller {
  const { documents, notices, freshen, look, machineTimeZone } = deps;
  const hoursOf = createHours();

  async function toldSoFar(): Promise<ToldRecord> {
    const told = await documents.told.read();
    return told.ok ? told.value : initialTold;
  }

  async function note(change: (told: ToldRecord) => ToldRecord): Promise<ToldRecord | null> {
    const stored = await documents.told.update(change);
    return stored.ok ? stored.value : null;
  }

  const waiting = ({ picture, settings, sync }: Scene, told: ToldRecord): readonly Item[] =>
    // Before everything was read once, what is still to come belongs into the same notice.
    sync.stage === 'complete' ? untold(picture, told, settings.notices.kinds) : [];

  /** Intent, notification, outcome: after a death in between the same notification is shown again, never a second. */
  async function show(
    items: readonly Item[],
    scene: Scene,
    asOf: Date | null,
    before: ToldRecord,
  ): Promise<ToldRecord> {
    const notice = noticeRecord(items, before.showing?.id ?? `needs-you-${deps.newId()}`);
    const meant = await note((told) => ({ ...told, showing: notice }));
    // What cannot be remembered would be told for ever; the badge and the list still show it.
    if (meant === null) return before;
    const timeZone = stewardZone(scene.settings, machineTimeZone);
    await notices.show(notice.id, noticeOf({ items, timeZone, now: scene.now, asOf }));
    return (await note((told) => shown(told, notice, scene.now))) ?? meant;
  }

  async function tellNew(host: string, first: Scene, told: ToldRecord): Promise<Outcome> {
    const items = waiting(first, told);
    if (items.length === 0) return { scene: first, wakeAt: null, told };
    const hours = hoursOf(first.settings, machineTimeZone);
    const speaking = speakingAt(hours, first.now);
    if (!speaking.allowed) return { scene: first, wakeAt: speaking.opensAt, told };
    const { hold } = told;
    if (hold !== null && mustWait(hold, first.sync.lastAt, first.now)) {
      const wakeAt = new Date(Date.parse(hold.triedAt) + RETRY_MS);
      return { scene: first, wakeAt, told };
    }

    const refs = items.map(({ ticket }) => ticket.facts.ref);
    const fresh = await freshen(host, refs);
    const scene = (await look(host)) ?? first;
    let now = await toldSoFar();
    if (!fresh) {
      const held = heldAgain(hold, scene.now);
      now = (await note((current) => ({ ...current, hold: held }))) ?? now;
      const wakeAt = new Date(scene.now.getTime() + RETRY_MS);
      if (!patienceIsOver(held, scene.now)) return { scene, wakeAt, told: now };
    }
    const still = waiting(scene, now);
    if (still.length === 0) return { scene, wakeAt: null, told: now };
    // The hours may have ended while Freshdesk was asked.
    const open = speakingAt(hours, scene.now);
    if (!open.allowed) return { scene, wakeAt: open.opensAt, told: now };
    const { lastAt } = scene.sync;
    const asOf = fresh || lastAt === null ? null : new Date(lastAt);
    return { scene, wakeAt: null, told: await show(still, scene, asOf, now) };
  }

  /** Takes notices from the screen of which nothing is true any more, and forgets what is long past. */
  async function tidy({ picture, sync, now }: Scene, told: ToldRecord): Promise<void> {
    if (sync.stage !== 'complete') return;
    const after = tidied(told, picture, now);
    // From the screen first: a notice that is forgotten could not be taken away any more.
    for (const id of after.cleared) await notices.clear(id);
    if (after.told !== told) await note((current) => tidied(current, picture, now).told);
  }

  return {
    tell: async (host, first) => {
      const { scene, wakeAt, told } = await tellNew(host, first, await toldSoFar());
      await tidy(scene, told);
      return { scene, wakeAt };
    },
  };
}
