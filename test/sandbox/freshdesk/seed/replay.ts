import type { Context } from '../context.ts';
import { HOUR_MS } from '../model/time.ts';
import { applyChanges, type TicketChanges } from '../tickets/change.ts';
import { createTicket } from '../tickets/create.ts';
import { addIncoming, addNote, addReply } from '../tickets/thread.ts';
import type { SeedClock } from './clock.ts';
import { AGENT, contactId, type AgentName, type ContactKey } from './people.ts';

/** What happened on a ticket; `after` is in wall-clock hours since the ticket arrived. */
export type Step =
  | { after: number; reply: string; by: AgentName }
  | { after: number; note: string; by: AgentName }
  | { after: number; mail: string; from: ContactKey }
  | { after: number; set: TicketChanges };

/** A ticket of the seed. */
export type TicketSeed = {
  id: number;
  from: ContactKey;
  arrived: Date;
  subject: string;
  body: string;
  cc?: readonly string[];
  set?: TicketChanges;
  steps?: readonly Step[];
  spam?: true;
  deleted?: true;
};

/** Paragraphs as a mail program writes them. */
export function letter(...paragraphs: readonly string[]): string {
  return `<div dir="ltr">${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</div>`;
}

/** Replays a ticket from its arrival on. */
export function replay(context: Context, clock: SeedClock, seed: TicketSeed): void {
  const ticket = createTicket(clock.at(seed.arrived), {
    id: seed.id,
    subject: seed.subject,
    description: seed.body,
    requester_id: contactId(seed.from),
    source: 1,
    cc_emails: seed.cc ?? [],
    ...seed.set,
  });
  const nowMs = context.now().getTime();
  for (const step of seed.steps ?? []) {
    const moment = new Date(Math.min(seed.arrived.getTime() + step.after * HOUR_MS, nowMs));
    const then = clock.at(moment);
    if ('set' in step) applyChanges(then, ticket, step.set);
    else if ('mail' in step)
      addIncoming(then, ticket, { userId: contactId(step.from), body: step.mail });
    else {
      const agent = context.store.agents.get(AGENT[step.by]);
      if (!agent) throw new Error(`No agent ${step.by} in the seed`);
      if ('reply' in step) addReply(then, ticket, { agent, body: step.reply });
      else addNote(then, ticket, { agent, body: step.note, private: true });
    }
  }
  if (context.account.age === '2026') ticket.sentiment_score = 30 + ((seed.id * 7) % 50);
  ticket.spam = seed.spam === true;
  ticket.deleted = seed.deleted === true;
}
