import { escapeHtml } from '../ui/html.ts';
import type { Me, Ticket } from '../wire.ts';

/** Values a canned response may name. */
export type PlaceholderValues = Readonly<Record<string, string>>;

/** Fills `{{ticket.requester.name}}` and the like, escaped; unknown ones become empty, as in sent mail. */
export const fillPlaceholders = (html: string, values: PlaceholderValues): string =>
  html.replaceAll(/\{\{\s*([\w.]+)\s*\}\}/g, (_whole, name: string) =>
    escapeHtml(values[name] ?? ''),
  );

/** The values of a ticket, as seen by the agent who answers it. */
export const placeholderValues = (ticket: Ticket, me: Me, origin: string): PlaceholderValues => {
  const requesterName = ticket.requester?.name ?? '';
  return {
    'ticket.id': String(ticket.id),
    'ticket.subject': ticket.subject ?? '',
    'ticket.url': `${origin}/a/tickets/${ticket.id}`,
    'ticket.requester.name': requesterName,
    'ticket.requester.firstname': requesterName.split(' ')[0] ?? '',
    'ticket.requester.email': ticket.requester?.email ?? '',
    'ticket.agent.name': me.name,
    'ticket.company.name': ticket.company?.name ?? '',
  };
};
