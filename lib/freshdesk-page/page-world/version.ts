import type { InsertAsk } from './protocol';
import type { Place } from './place';
import { isGreetedAbove } from './place';

/**
 * The markup that goes to a place: below a greeting of a reply, Freshdesk's own or the agent's, the version without one.
 * A note keeps the whole text, because it is addressed anew to whoever reads it.
 */
export function markupFor(ask: InsertAsk, place: Place): string {
  const { target, html, htmlWithoutGreeting } = ask;
  if (target === 'note' || htmlWithoutGreeting === null) return html;
  return isGreetedAbove(place) ? htmlWithoutGreeting : html;
}
