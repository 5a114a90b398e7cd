import type { Account } from '../types.ts';
import type { Mail } from './model/ticket.ts';
import type { Store } from './store.ts';

/** What tells the agent page that a ticket changed behind its back (in life a websocket). */
export type TicketEvent = { type: 'ticket_updated'; id: number; by: string };

/** What every part of the stand-in works with. */
export type Context = {
  store: Store;
  account: Account;
  now: () => Date;
  /** Host name without scheme, `acme.freshdesk.com`. */
  host: string;
  outbox: Mail[];
  publish: (event: TicketEvent) => void;
};

/** Address from which the account sends and at which mail arrives. */
export function supportEmail(host: string): string {
  return `support@${host}`;
}
