import type { PageRefresh } from '@/lib/contract/views';
import type { TicketRef } from '@/lib/contract/ticket';
import { find } from '../find';
import { refreshLink, updateButton } from '../selectors';
import { reloadTicket } from './ember';
import { sameTicket, ticketFromUrl } from '../url';
import { waitFor } from '../wait';

const LINK_TIMEOUT_MS = 2_000;

const isEnabled = (element: Element): boolean =>
  !element.matches(':disabled, [aria-disabled="true"], .disabled');

/** The agent has changed something in the property panel and not saved it yet. */
function hasUnsavedProperties(): boolean {
  const button = find(updateButton)?.element;
  return button !== undefined && isEnabled(button);
}

/**
 * Brings Freshdesk's own view up to date after a write through its API, of which the page does not know: reload of
 * its model, else its "properties have changed" link. `none` when neither is there, when the page shows another ticket, or when
 * the agent has unsaved changes in the property panel, which a refresh would throw away.
 */
export async function refreshTicket(
  ref: TicketRef,
  { signal, view }: { readonly signal: AbortSignal; readonly view: Window },
): Promise<PageRefresh> {
  const mayRefresh = (): boolean =>
    !signal.aborted &&
    sameTicket(ticketFromUrl(view.location.href), ref) &&
    !hasUnsavedProperties();
  if (!mayRefresh()) return 'none';
  const outcome = await reloadTicket(ref.id, view);
  if (outcome === 'reloaded') return 'model';
  if (outcome === 'unsaved') return 'none';
  const link = await waitFor(() => find(refreshLink)?.element ?? null, {
    signal,
    timeoutMs: LINK_TIMEOUT_MS,
  });
  if (link === null || !mayRefresh()) return 'none';
  link.click();
  return 'link';
}
