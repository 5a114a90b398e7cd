import { useMemo, useState } from 'react';
import type { CommandError } from '@/lib/client/command-error';
import { useList } from '@/lib/client/useList';
import { useNow } from '@/lib/client/useNow';
import { usePack, useSettings } from '@/lib/client/useTeam';
import type { ListView } from '@/lib/contract/list';
import type { Pack } from '@/lib/pack/schema';
import { keepClosing, withKept, type KeptTickets } from './kept-tickets';
import { queueOf, type Item } from './queue';

/** The list with its order, once everything it depends on is there. */
export type Queue = {
  readonly list: ListView;
  readonly pack: Pack;
  /** Most urgent first. */
  readonly items: readonly Item[];
  /** The minute they were reckoned for. */
  readonly now: Date;
};

export type QueueState = {
  readonly queue: Queue | null;
  /** Why there is none, or why it is not the newest. */
  readonly error: CommandError | null;
  readonly retry: () => void;
};

const NOTHING: KeptTickets = new Map();

function useTickets(list: ListView | undefined): readonly ListView['tickets'][number][] {
  const [kept, setKept] = useState(NOTHING);
  const next = useMemo(() => (list === undefined ? kept : keepClosing(list, kept)), [list, kept]);
  if (next !== kept) setKept(next);
  return useMemo(() => (list === undefined ? [] : withKept(list, next)), [list, next]);
}

/** Reads the list and orders it; reckoned anew on the turn of the minute and when something changed, asking nobody. */
export function useQueue(): QueueState {
  const list = useList();
  const pack = usePack();
  const settings = useSettings();
  const now = useNow('minute');
  const tickets = useTickets(list.data);
  const teamTimeZone = settings.data?.settings.timeZone;

  const queue = useMemo((): Queue | null => {
    if (list.data === undefined || pack.data === undefined || teamTimeZone === undefined)
      return null;
    const items = queueOf({ list: list.data, tickets, pack: pack.data, teamTimeZone, now });
    return { list: list.data, pack: pack.data, items, now };
  }, [list.data, tickets, pack.data, teamTimeZone, now]);

  return {
    queue,
    error: list.error ?? pack.error ?? settings.error,
    retry: () => {
      for (const query of [list, pack, settings]) if (query.error !== null) void query.refetch();
    },
  };
}
