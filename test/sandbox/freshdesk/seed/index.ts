import type { Context } from '../context.ts';
import { raiseEscalations } from '../tickets/change.ts';
import { createSeedClock } from './clock.ts';
import { seedForm } from './form.ts';
import { seedMany } from './many.ts';
import { seedAgents, seedCommunities } from './people.ts';
import { replay } from './replay.ts';
import { seedCannedResponses, seedService } from './service.ts';
import { freshTickets } from './tickets-fresh.ts';
import { runningTickets } from './tickets-running.ts';
import { specialTickets } from './tickets-special.ts';
import { waitingTickets } from './tickets-waiting.ts';
import { seedTimeEntries } from './time-entries.ts';

/** Fills a new store. All times are relative to the moment of the call, so that clocks are always interesting. */
export function seed(context: Context): void {
  const { store } = context;
  seedAgents(store);
  seedForm(store);
  seedService(store);
  seedCommunities(store);
  seedCannedResponses(store);
  const clock = createSeedClock(context);
  const tickets = [
    ...freshTickets(clock),
    ...runningTickets(clock),
    ...waitingTickets(clock),
    ...specialTickets(clock),
  ];
  for (const ticket of tickets.toSorted((a, b) => a.id - b.id)) replay(context, clock, ticket);
  seedTimeEntries(context);
  raiseEscalations(context);
  store.seedMany = (count) => seedMany(context, clock, count);
}
