import type { ListTicket, SyncState } from '@/lib/contract/list';
import type { Settings } from '@/lib/contract/views';
import type { Clock } from '@/lib/platform/clock';
import { type Documents, initialSettings } from '../../storage/documents';
import type { Closing } from '../closing';
import type { Packs } from '../packs';
import type { Snoozes } from '../snoozes';
import type { Sync } from '../sync';
import { pictureOf, type Picture } from './picture';

/** What the stewards' tickets want at one moment, as far as it is stored; Freshdesk is not asked. */
export type Scene = {
  readonly now: Date;
  readonly settings: Settings;
  readonly sync: SyncState;
  readonly picture: Picture;
};

export type SceneDeps = {
  readonly documents: Pick<Documents, 'settings'>;
  readonly listTickets: (host: string) => Promise<readonly ListTicket[]>;
  readonly packs: Packs;
  readonly snoozes: Pick<Snoozes, 'parted'>;
  readonly closing: Pick<Closing, 'views'>;
  readonly sync: Pick<Sync, 'state'>;
  readonly clock: Clock;
  readonly machineTimeZone: string;
};

/** Reads everything that decides what needs a steward now. */
export function createScene(deps: SceneDeps): (host: string) => Promise<Scene | null> {
  return async (host) => {
    const [tickets, pack, stored, sync, parted, closings] = await Promise.all([
      deps.listTickets(host),
      deps.packs.active(),
      deps.documents.settings.read(),
      deps.sync.state(host),
      deps.snoozes.parted(),
      deps.closing.views(),
    ]);
    if (!pack.ok) return null;
    // Settings that cannot be read are said on their page; meanwhile the usual ones hold.
    const settings = stored.ok ? stored.value : initialSettings(deps.machineTimeZone);
    const now = deps.clock();
    const closing = closings
      .filter(({ state }) => state === 'waiting' || state === 'sending')
      .map(({ ref }) => ref);
    const picture = pictureOf({
      tickets,
      pack: pack.value,
      teamTimeZone: settings.timeZone,
      now,
      ...parted,
      closing,
    });
    return { now, settings, sync, picture };
  };
}
