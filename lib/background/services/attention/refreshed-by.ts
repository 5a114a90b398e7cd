import type { Topic } from '@/lib/contract/commands';
import type { Logger } from '@/lib/platform/logger';
import type { Broadcast } from '../../broadcast';

/** What can change what needs the stewards. */
const MATTERS: ReadonlySet<Topic> = new Set(['list', 'ticket', 'settings', 'team']);

/** A broadcast after which the badge is reckoned anew, too: whoever changes something tells the pages anyway. */
export function refreshedBy(
  broadcast: Broadcast,
  attention: { readonly refresh: () => Promise<void> },
  logger: Logger,
): Broadcast {
  return (topic, ref) => {
    broadcast(topic, ref);
    if (!MATTERS.has(topic)) return;
    attention.refresh().catch((error: unknown) => {
      logger.error('The badge failed', error instanceof Error ? error.name : typeof error);
    });
  };
}
