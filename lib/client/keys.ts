import type { TicketRef } from '@/lib/contract/ticket';

/** Query keys by topic; a shorter key names every query below it. */
export const keys = {
  tab: ['tab'] as const,
  tickets: ['ticket'] as const,
  ticket: (ref: TicketRef) => ['ticket', ref.host, ref.id] as const,
  /** Held here only: nobody else knows of it. */
  awaited: (ref: TicketRef) => ['awaited', ref.host, ref.id] as const,
  budgets: ['budget'] as const,
  budget: (ref: TicketRef) => ['budget', ref.host, ref.id] as const,
  pack: ['pack'] as const,
  duty: ['duty'] as const,
  settings: ['settings'] as const,
  list: ['list'] as const,
  diagnostics: ['diagnostics'] as const,
};
