import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { TicketRef } from '@/lib/contract/ticket';
import type { TicketView } from '@/lib/contract/views';
import { keys } from './keys';
import { useSteward } from './StewardContext';

/** How often the page says that the steward is on the ticket. */
const EVERY_MS = 20_000;

/**
 * While `counts`: says every 20 seconds that the steward is on this ticket, when the page comes into view and a last time
 * when it goes; nothing while it is hidden. What the background has counted is shown at once.
 */
export function useActiveTime(ref: TicketRef, counts: boolean): void {
  const { messenger } = useSteward();
  const queryClient = useQueryClient();
  const { host, id } = ref;
  useEffect(() => {
    if (!counts) return undefined;
    const own: TicketRef = { host, id };
    let timer: ReturnType<typeof setInterval> | null = null;
    let over = false;

    const say = async (): Promise<void> => {
      try {
        const { progress } = await messenger.send('ticket.active', { ref: own });
        if (over) return;
        queryClient.setQueryData<TicketView>(
          keys.ticket(own),
          (old) => old && { ...old, progress },
        );
      } catch {
        // Not counted then: the next word is on its way.
      }
    };
    const follow = (): void => {
      if (timer !== null) clearInterval(timer);
      const hidden = document.visibilityState === 'hidden';
      timer = hidden ? null : setInterval(() => void say(), EVERY_MS);
      void say();
    };

    if (document.visibilityState !== 'hidden') follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      over = true;
      if (timer !== null) clearInterval(timer);
      document.removeEventListener('visibilitychange', follow);
    };
  }, [messenger, queryClient, host, id, counts]);
}
