import type { Context } from '../context.ts';
import { DAY_MS, iso, MINUTE_MS } from '../model/time.ts';
import { localDay, localInstantMs } from '../sla/zone.ts';
import { AGENT, type AgentName } from './people.ts';

/** The account's zone: days of time entries begin at its midnight. */
const ZONE = 'America/New_York';

/** `part` of the month so far (0 first day, 1 today), or a number of days before its first. */
type When = { part: number } | { daysBeforeMonth: number };
type Entry = readonly [ticketId: number, by: AgentName, minutes: number, note: string, when: When];

const ENTRIES: readonly Entry[] = [
  [4207, 'Fay', 45, 'Admin rights for the assistants', { part: 0 }],
  [4205, 'Bo', 300, 'Image pulls and node pool', { part: 0.2 }],
  [4205, 'Cleo', 425, 'Login service and cache', { part: 0.5 }],
  [4205, 'Dee', 190, 'Home directory throughput', { part: 0.7 }],
  [4207, 'Bo', 465, 'Setting up the spring course', { part: 0.4 }],
  [4223, 'Fay', 330, 'Finding out what fills the disk', { part: 0.6 }],
  [4223, 'Bo', 35, '', { part: 0.9 }],
  [4211, 'Cleo', 200, 'Proxy limits', { part: 0.3 }],
  [4231, 'Cleo', 90, 'Reading their notebook', { part: 1 }],
  [4228, 'Fay', 50, 'Export of the gauge data', { part: 0.95 }],
  [4221, 'Bo', 100, 'Owners of 300 files', { part: 0.98 }],
  [4205, 'Bo', 600, 'First measurements', { daysBeforeMonth: 2 }],
  [4207, 'Fay', 120, 'Course preparation', { daysBeforeMonth: 1 }],
];

/** Work logged on several communities, this month and the last; one timer is running, Cleo's. */
export function seedTimeEntries(context: Context): void {
  const { store, now } = context;
  const today = localDay(now().getTime(), ZONE);
  for (const [ticketId, by, minutes, note, when] of ENTRIES) {
    const ticket = store.tickets.get(ticketId);
    if (!ticket) continue;
    const shift =
      'part' in when
        ? Math.round((today.day - 1) * when.part) - (today.day - 1)
        : -(today.day - 1) - when.daysBeforeMonth;
    // Logged on the page: the day is the account's midnight, shown in UTC (seen in recordings).
    const dayMs = localInstantMs(today, shift, 0, ZONE);
    const loggedMs = Math.min(dayMs + DAY_MS * 0.6, now().getTime() - MINUTE_MS);
    const id = store.nextId('other');
    store.timeEntries.set(id, {
      id,
      ticket_id: ticketId,
      company_id: ticket.company_id,
      agent_id: AGENT[by],
      billable: ticket.type !== 'Incident',
      note,
      timer_running: false,
      seconds: minutes * 60,
      executed_at: iso(new Date(dayMs)),
      start_time: iso(new Date(loggedMs)),
      created_at: iso(new Date(loggedMs)),
      updated_at: iso(new Date(loggedMs)),
    });
  }
  startTimer(context);
}

function startTimer({ store, now }: Context): void {
  const ticket = store.tickets.get(4231);
  if (!ticket) return;
  const startedAt = iso(new Date(now().getTime() - 12 * MINUTE_MS));
  const id = store.nextId('other');
  store.timeEntries.set(id, {
    id,
    ticket_id: ticket.id,
    company_id: ticket.company_id,
    agent_id: AGENT.Cleo,
    billable: true,
    note: 'Preparing the call',
    timer_running: true,
    seconds: 0,
    executed_at: startedAt,
    start_time: startedAt,
    created_at: startedAt,
    updated_at: startedAt,
  });
}
