import type { Logger } from '@/lib/platform/logger';
import type { Broadcast } from '../../broadcast';

/** A broadcast after which the reading of tickets, given up for want of a key, is begun anew when settings changed. */
export function startedBy(
  broadcast: Broadcast,
  sync: { readonly settingsChanged: () => Promise<void> },
  logger: Logger,
): Broadcast {
  return (topic, ref) => {
    broadcast(topic, ref);
    if (topic !== 'settings') return;
    sync.settingsChanged().catch((error: unknown) => {
      logger.error(
        'The list could not be started',
        error instanceof Error ? error.name : typeof error,
      );
    });
  };
}
