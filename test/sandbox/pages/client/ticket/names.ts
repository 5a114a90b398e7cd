import { optionsOf } from '../choices.ts';
import type { Context } from '../context.ts';
import type { Conversation, Ticket } from '../wire.ts';

/** Name of an agent by id, from the choices of the agent field (the only list every agent may read). */
export const agentName = (context: Context, id: number | null): string | undefined => {
  const field = context.fields.find((one) => one.name === 'agent');
  if (field === undefined || id === null) return undefined;
  return optionsOf(field).find((option) => option.value === id)?.label;
};

/** The name part of `"Ana Ruiz" <ana@x.example>`, else the address itself. */
export const nameInAddress = (address: string): string => {
  const match = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(address);
  const name = match?.[1] ?? '';
  return name === '' ? (match?.[2] ?? address.trim()) : name;
};

/** Who wrote a message: agents by the field's map, the requester, else the sender's address. */
export const authorOf = (context: Context, ticket: Ticket, conversation: Conversation): string => {
  const agent = agentName(context, conversation.user_id);
  if (agent !== undefined) return agent;
  if (conversation.user_id === ticket.requester_id && ticket.requester)
    return ticket.requester.name;
  const address =
    conversation.from_email ?? (conversation.incoming ? conversation.support_email : null);
  return address
    ? nameInAddress(address)
    : conversation.incoming
      ? (ticket.requester?.name ?? '?')
      : context.config.accountName;
};
