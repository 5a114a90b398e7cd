import type { TicketRef } from '@/lib/contract/ticket';
import { sameTicket, ticketFromUrl } from './url';

/** The part of the Navigation API that is used; absent in Firefox before 147. */
type NavigationLike = Pick<EventTarget, 'addEventListener'>;

/** What the watcher needs of the content script's context. */
export type WatchContext = {
  readonly signal: AbortSignal;
  /** Subscribes to address changes where the browser has no Navigation API. */
  readonly onLocationChange: (listener: (url: URL) => void) => void;
};

/** Called for the page as it is and on every change; `signal` aborts when another ticket, or none, is shown. */
export type TicketListener = (ticket: TicketRef | null, signal: AbortSignal) => void;

function navigationOf(view: Window): NavigationLike | null {
  const candidate: unknown = Reflect.get(view, 'navigation');
  return candidate instanceof EventTarget ? candidate : null;
}

/**
 * Follows which ticket the page shows. Freshdesk moves between list, dashboard and tickets without loading a page, so
 * one look at load loses the whole session of an agent who starts on the dashboard (seen in public, 2026-09).
 *
 * `currententrychange` fires once a move is committed. A move that is only announced may still be cancelled or turn out to be
 * a download, which would wrongly close the ticket; it is used only where nothing better exists.
 */
export function watchTicket(context: WatchContext, listener: TicketListener, view: Window): void {
  let current: TicketRef | null = null;
  let lifetime = new AbortController();
  let started = false;
  const show = (url: string | URL): void => {
    if (context.signal.aborted) return;
    const ticket = ticketFromUrl(url);
    if (started && sameTicket(ticket, current)) return;
    started = true;
    current = ticket;
    lifetime.abort();
    lifetime = new AbortController();
    listener(ticket, AbortSignal.any([lifetime.signal, context.signal]));
  };
  const here = (): void => show(view.location.href);
  const options = { signal: context.signal };
  const navigation = navigationOf(view);
  if (navigation === null) context.onLocationChange(show);
  else navigation.addEventListener('currententrychange', here, options);
  // Coming back from the browser's page cache restores the script, but announces no move.
  view.addEventListener('pageshow', here, options);
  here();
}
