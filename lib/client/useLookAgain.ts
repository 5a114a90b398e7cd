import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { TicketRef } from '@/lib/contract/ticket';
import type { TicketView } from '@/lib/contract/views';
import { keys } from './keys';
import { useSteward } from './StewardContext';

/** How often a ticket is read while a reply is about to leave, and for how long: the account's calls are shared. */
const STEP_MS = 15_000;
const MOST_LOOKS = 40;
/** A pointer that was still or elsewhere for so long comes back to look. */
const AWAY_MS = 4_000;

/** A move of the pointer; `timeStamp` in milliseconds since the page was opened. */
type PointerMove = { readonly timeStamp: number };

/**
 * Looks at the ticket again when there is reason to: while `awaitsReply`, past the cache, so that clocks and steps know soon
 * after Send was pressed in Freshdesk. Answers what to do when the steward comes over from Freshdesk's page, where
 * something may just have been changed.
 */
export function useLookAgain(ref: TicketRef, awaitsReply: boolean): (move: PointerMove) => void {
  const { messenger } = useSteward();
  const queryClient = useQueryClient();
  const { host, id } = ref;
  const lastMoveMs = useRef(Number.NEGATIVE_INFINITY);

  const look = useCallback(async (): Promise<void> => {
    const own = { host, id };
    try {
      const view = await messenger.send('ticket.view', { ref: own, refresh: true });
      queryClient.setQueryData<TicketView>(keys.ticket(own), view);
    } catch {
      // What is wrong with reading is said by the regular reads.
    }
  }, [messenger, queryClient, host, id]);

  useEffect(() => {
    if (!awaitsReply) return undefined;
    let looks = 0;
    const timer = setInterval(() => {
      if (document.visibilityState === 'hidden') return;
      looks += 1;
      if (looks >= MOST_LOOKS) clearInterval(timer);
      void look();
    }, STEP_MS);
    return () => clearInterval(timer);
  }, [awaitsReply, look]);

  return ({ timeStamp }) => {
    const away = timeStamp - lastMoveMs.current >= AWAY_MS;
    lastMoveMs.current = timeStamp;
    if (!away) return;
    if (awaitsReply) void look();
    else void queryClient.refetchQueries({ queryKey: keys.ticket(ref), stale: true });
  };
}
