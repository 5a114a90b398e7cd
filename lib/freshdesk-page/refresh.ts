import type { PageRefresh } from '@/lib/contract/views';
import type { TicketRef } from '@/lib/contract/ticket';
import type { Result } from '@/lib/contract/result';
import { fail, ok } from '@/lib/platform/result';
import { askPageWorld } from './world';
import { find } from './find';
import { refreshLink, updateButton } from './selectors';
import { sameTicket, ticketFromUrl } from './url';
import { waitFor } from './wait';

const RELOAD_TIMEOUT_MS = 4_000;
const LINK_TIMEOUT_MS = 2_000;

const isEnabled = (element: Element): boolean =>
  !element.matches(':disabled, [aria-disabled="true"], .disabled');

/** The agent has changed something in the property panel and not saved it yet. */
export function hasUnsavedProperties(): boolean {
  const button = find(updateButton)?.element;
  return button !== undefined && isEnabled(button);
}

/**
 * Brings Freshdesk's own view up to date after a write through its API, of which the page does not know: reload of
 * its model, else its "properties have changed" link. `none` when neither is there, or when the agent has unsaved changes
 * in the property panel, which a refresh would throw away.
 */
export async function refreshTicket(
  ref: TicketRef,
  signal: AbortSignal,
): Promise<Result<PageRefresh>> {
  const isHere = (): boolean => !signal.aborted && sameTicket(ticketFromUrl(location.href), ref);
  if (!isHere()) return fail('page-changed', 'The page shows another ticket now.');
  if (hasUnsavedProperties()) return ok('none');
  const outcome = await askPageWorld(
    document,
    { ask: 'reload', ticketId: ref.id },
    { signal, timeoutMs: RELOAD_TIMEOUT_MS },
  );
  if (outcome === 'reloaded') return ok('model');
  if (outcome === 'unsaved' || outcome === 'other-ticket') return ok('none');
  const link = await waitFor(() => find(refreshLink)?.element ?? null, {
    signal,
    timeoutMs: LINK_TIMEOUT_MS,
  });
  if (link === null || !isHere() || hasUnsavedProperties()) return ok('none');
  link.click();
  return ok('link');
}
