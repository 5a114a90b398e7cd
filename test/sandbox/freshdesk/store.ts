import type {
  Agent,
  BusinessHours,
  CannedFolder,
  CannedResponse,
  Company,
  Contact,
  Group,
  SlaPolicy,
  Status,
  TicketField,
} from './model/account.ts';
import type { Conversation, Draft, Ticket, TimeEntry } from './model/ticket.ts';

/** The account's data, all of it in memory and open to tests. Maps are keyed by id. */
export type Store = {
  tickets: Map<number, Ticket>;
  conversations: Map<number, Conversation>;
  /** Keyed by {@link draftKey}. */
  drafts: Map<string, Draft>;
  timeEntries: Map<number, TimeEntry>;
  companies: Map<number, Company>;
  contacts: Map<number, Contact>;
  agents: Map<number, Agent>;
  groups: Map<number, Group>;
  fields: TicketField[];
  statuses: Status[];
  cannedFolders: Map<number, CannedFolder>;
  cannedResponses: Map<number, CannedResponse>;
  slaPolicies: SlaPolicy[];
  businessHours: BusinessHours[];
  /** Values the search index has seen, oldest first, per ticket. */
  searchIndex: Map<number, { fromMs: number; ticket: Ticket }[]>;
  /** Next free id of a kind; tickets count from 1 on, everything else in the account's long numbers. */
  nextId(kind: 'ticket' | 'other'): number;
  /** Adds `count` plain tickets, the newest an hour old; for paging. Needs a seeded store. */
  seedMany(count: number): void;
};

/** Key of a draft: one per ticket and agent. */
export function draftKey(ticketId: number, agentId: number): string {
  return `${ticketId}/${agentId}`;
}

/** An empty store; `seedMany` is given by the seed, which knows who writes tickets. */
export function createStore(): Store {
  // Long ids as a real account has them, far below 2^53.
  let otherId = 90_000_050_000;
  const store: Store = {
    tickets: new Map(),
    conversations: new Map(),
    drafts: new Map(),
    timeEntries: new Map(),
    companies: new Map(),
    contacts: new Map(),
    agents: new Map(),
    groups: new Map(),
    fields: [],
    statuses: [],
    cannedFolders: new Map(),
    cannedResponses: new Map(),
    slaPolicies: [],
    businessHours: [],
    searchIndex: new Map(),
    nextId: (kind) => {
      if (kind === 'ticket') return Math.max(0, ...store.tickets.keys()) + 1;
      otherId += 1;
      return otherId;
    },
    seedMany: () => {
      throw new Error('seedMany needs a seeded store');
    },
  };
  return store;
}

/** Thread of a ticket, ascending by creation, then id: the order of the API's list. */
export function threadOf(store: Store, ticketId: number): Conversation[] {
  return [...store.conversations.values()]
    .filter((entry) => entry.ticket_id === ticketId)
    .toSorted((a, b) => a.created_at.localeCompare(b.created_at) || a.id - b.id);
}

/** Agent with this address, whatever its case. */
export function agentByEmail(store: Store, email: string): Agent | undefined {
  const wanted = email.toLowerCase();
  return [...store.agents.values()].find((agent) => agent.email.toLowerCase() === wanted);
}

/** Contact with this address, whatever its case. */
export function contactByEmail(store: Store, email: string): Contact | undefined {
  const wanted = email.toLowerCase();
  return [...store.contacts.values()].find((contact) => contact.email.toLowerCase() === wanted);
}
