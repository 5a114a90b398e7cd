import type { TicketFacts } from '@/lib/contract/ticket';
import type { Conversation } from './schema';

export type Exchange = NonNullable<TicketFacts['exchange']>;

/** Sources of entries that are nobody's word to the other side (public reference and recorded answers, 2022–2026). */
const NOTE = 2;
const SURVEY = 6;
const FORWARD = 8;

type Entry = Pick<
  Conversation,
  | 'incoming'
  | 'private'
  | 'source'
  | 'created_at'
  | 'automation_id'
  | 'automation_type_id'
  | 'auto_response'
>;

function isAutomatic({ automation_id, automation_type_id, auto_response }: Entry): boolean {
  return automation_id !== null || automation_type_id !== null || auto_response;
}

/** Who wrote an entry to the other side; null for what does not count. Colleagues in copy are the requester's side. */
function speakerOf(entry: Entry): Exchange[number]['by'] | null {
  const { incoming, source } = entry;
  if (entry.private || isAutomatic(entry) || source === SURVEY || source === FORWARD) return null;
  // A public note that came in (written down for the requester) is their word, one of the team is still a note.
  if (source === NOTE && !incoming) return null;
  return incoming ? 'requester' : 'agent';
}

/**
 * Who spoke when, oldest first, from a whole thread: public answers of agents and messages of the requester's side.
 * Notes, forwards, automatic answers, survey answers and the private notes of a merge are not among them.
 */
export function exchangeOf(thread: readonly Entry[]): Exchange {
  return thread
    .flatMap((entry) => {
      const by = speakerOf(entry);
      return by === null ? [] : [{ by, at: entry.created_at }];
    })
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** The facts with what the whole thread says of who spoke when, which is believed before Freshdesk's stats. */
export function withExchange(facts: TicketFacts, exchange: Exchange): TicketFacts {
  return {
    ...facts,
    exchange,
    firstRespondedAt: exchange.find(({ by }) => by === 'agent')?.at ?? null,
    agentRespondedAt: exchange.findLast(({ by }) => by === 'agent')?.at ?? null,
    requesterRespondedAt: exchange.findLast(({ by }) => by === 'requester')?.at ?? null,
  };
}
