import type { Context } from '../context.ts';
import * as check from '../fields/values.ts';
import {
  created,
  featureMissing,
  invalid,
  invalidField,
  noContent,
  notFound,
  ok,
  type Answer,
  type Problem,
} from '../http/answer.ts';
import { bodyObject, idOf, type Call, type Route } from '../http/call.ts';
import { paged } from '../http/paging.ts';
import type { TimeEntry } from '../model/ticket.ts';
import { iso, readDate } from '../model/time.ts';
import { isTicket, inScope, readable, writable } from '../tickets/scope.ts';

type Body = Readonly<Record<string, unknown>>;

const LIST_QUERY = [
  'company_id',
  'agent_id',
  'executed_after',
  'executed_before',
  'billable',
  'page',
  'per_page',
];

/** An entry as shown; `time_spent` is `hh:mm`, truncated: 103 seconds are `00:01` (recorded, 2022). */
export function presentEntry(entry: TimeEntry): Record<string, unknown> {
  const { seconds, ...rest } = entry;
  const minutes = Math.floor(seconds / 60);
  const clock = [Math.floor(minutes / 60), minutes % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return { ...rest, time_spent: clock.join(':'), time_spent_in_seconds: seconds };
}

const duration: check.Check = (field, value) => {
  if (typeof value !== 'string') return check.wrongType(field, value, 'a/an String');
  if (/^\d{2,}:[0-5]\d$/.test(value)) return undefined;
  return { field, message: 'It should be in the (hh:mm) format', code: 'invalid_value' };
};

function checks(context: Context): Record<string, check.Check> {
  return {
    agent_id: check.reference((id) => context.store.agents.has(id), 'agent'),
    billable: check.boolean,
    executed_at: check.date,
    note: check.orNull(check.text),
    start_time: check.date,
    time_spent: duration,
    timer_running: check.boolean,
  };
}

function secondsOf(text: unknown): number {
  const [hours = '0', minutes = '0'] = String(text).split(':');
  return Number(hours) * 3600 + Number(minutes) * 60;
}

function instantOf(body: Body, key: string, fallback: Date): string {
  const value = body[key];
  return iso((typeof value === 'string' ? readDate(value) : undefined) ?? fallback);
}

/** Stops a timer: the running part joins the stored time. */
function stop({ now }: Context, entry: TimeEntry): void {
  if (!entry.timer_running) return;
  entry.seconds += Math.max(0, Math.floor((now().getTime() - Date.parse(entry.start_time)) / 1000));
  entry.timer_running = false;
  entry.updated_at = iso(now());
}

/** Starts a timer. An agent has one: starting it stops any other, on whatever ticket (API reference). */
function start(context: Context, entry: TimeEntry, startTime: string): void {
  for (const other of context.store.timeEntries.values()) {
    if (other !== entry && other.agent_id === entry.agent_id) stop(context, other);
  }
  entry.timer_running = true;
  entry.start_time = startTime;
  entry.updated_at = iso(context.now());
}

function startProblems(context: Context, body: Body): Problem[] {
  const startTime =
    typeof body['start_time'] === 'string' ? readDate(body['start_time']) : undefined;
  if (!startTime) return [];
  if (body['timer_running'] === false) {
    return [
      {
        field: 'start_time',
        message: 'It cannot be set while the timer is not running',
        code: 'incompatible_field',
      },
    ];
  }
  if (startTime.getTime() <= context.now().getTime()) return [];
  return [
    { field: 'start_time', message: 'It should not be in the future', code: 'invalid_value' },
  ];
}

function create(context: Context, call: Call): Answer {
  const ticket = writable(context, call, idOf(call));
  if (!isTicket(ticket)) return ticket;
  const body = bodyObject(call) ?? {};
  const problems = check.checkBody(body, checks(context));
  if (problems.length === 0) problems.push(...startProblems(context, body));
  if (problems.length > 0) return invalid(problems);
  const now = context.now();
  const at = iso(now);
  // Neither a time nor a word about the timer: the timer starts. So it does with a start time.
  const runs =
    body['timer_running'] === undefined
      ? body['time_spent'] === undefined || body['start_time'] !== undefined
      : body['timer_running'] === true;
  const entry: TimeEntry = {
    billable: body['billable'] !== false,
    note: typeof body['note'] === 'string' ? body['note'] : '',
    id: context.store.nextId('other'),
    timer_running: false,
    agent_id: typeof body['agent_id'] === 'number' ? body['agent_id'] : call.agent.id,
    ticket_id: ticket.id,
    company_id: ticket.company_id,
    executed_at: instantOf(body, 'executed_at', now),
    start_time: at,
    created_at: at,
    updated_at: at,
    seconds: body['time_spent'] === undefined ? 0 : secondsOf(body['time_spent']),
  };
  context.store.timeEntries.set(entry.id, entry);
  if (runs) start(context, entry, instantOf(body, 'start_time', now));
  return created(presentEntry(entry), `https://${context.host}/api/v2/time_entries/${entry.id}`);
}

function update(context: Context, call: Call): Answer {
  const entry = context.store.timeEntries.get(idOf(call));
  if (!entry) return notFound;
  const body = bodyObject(call) ?? {};
  const problems = check.checkBody(body, checks(context));
  if (problems.length === 0) problems.push(...startProblems(context, body));
  if (entry.timer_running) {
    for (const field of ['start_time', 'agent_id'].filter((key) => body[key] !== undefined)) {
      problems.push({
        field,
        message: 'It cannot be changed while the timer is running',
        code: 'inconsistent_state',
      });
    }
  }
  if (body['timer_running'] === entry.timer_running) {
    problems.push({
      field: 'timer_running',
      message: 'It already has this value',
      code: 'invalid_value',
    });
  }
  if (problems.length > 0) return invalid(problems);
  if (body['timer_running'] === false) stop(context, entry);
  if (typeof body['time_spent'] === 'string') entry.seconds = secondsOf(body['time_spent']);
  if (typeof body['billable'] === 'boolean') entry.billable = body['billable'];
  if (typeof body['note'] === 'string') entry.note = body['note'];
  if (typeof body['agent_id'] === 'number') entry.agent_id = body['agent_id'];
  if (body['executed_at'] !== undefined)
    entry.executed_at = instantOf(body, 'executed_at', context.now());
  if (body['timer_running'] === true)
    start(context, entry, instantOf(body, 'start_time', context.now()));
  entry.updated_at = iso(context.now());
  return ok(presentEntry(entry));
}

function toggle(context: Context, call: Call): Answer {
  const entry = context.store.timeEntries.get(idOf(call));
  if (!entry) return notFound;
  const body = bodyObject(call);
  if (body && Object.keys(body).length > 0) {
    return invalidField('request', 'The request should not have a body', 'no_content_required');
  }
  if (entry.timer_running) stop(context, entry);
  else start(context, entry, iso(context.now()));
  return ok(presentEntry(entry));
}

/** Entries newest first; bounds of `executed_at` are inclusive here (the reference does not say). */
function list(context: Context, call: Call): Answer {
  const { query } = call;
  const after = readDate(query.get('executed_after') ?? '')?.getTime() ?? Number.NEGATIVE_INFINITY;
  const before =
    readDate(query.get('executed_before') ?? '')?.getTime() ?? Number.POSITIVE_INFINITY;
  const equal = (key: string, own: unknown) =>
    query.get(key) === null || query.get(key) === String(own);
  const rows = [...context.store.timeEntries.values()]
    .filter((entry) => {
      const ticket = context.store.tickets.get(entry.ticket_id);
      return ticket !== undefined && inScope(call, ticket);
    })
    .filter((entry) => equal('company_id', entry.company_id) && equal('agent_id', entry.agent_id))
    .filter((entry) => equal('billable', entry.billable))
    .filter(
      ({ executed_at }) => Date.parse(executed_at) >= after && Date.parse(executed_at) <= before,
    )
    .toSorted((a, b) => b.executed_at.localeCompare(a.executed_at) || b.id - a.id);
  return paged(rows, { query, host: context.host, path: '/api/v2/time_entries' }, presentEntry);
}

function ofTicket(context: Context, call: Call): Answer {
  const ticket = readable(context, call, idOf(call));
  if (!isTicket(ticket)) return ticket;
  const rows = [...context.store.timeEntries.values()].filter(
    (entry) => entry.ticket_id === ticket.id,
  );
  const path = `/api/v2/tickets/${ticket.id}/time_entries`;
  return paged(rows, { query: call.query, host: context.host, path }, presentEntry);
}

/** Time entries of API v2; every call needs the plan feature. */
export function timeEntryRoutes(context: Context): Route[] {
  const onTicket = '/tickets/:id{[0-9]+}/time_entries';
  const one = '/time_entries/:id{[0-9]+}';
  const routes: Route[] = [
    { method: 'GET', path: '/time_entries', query: LIST_QUERY, run: (call) => list(context, call) },
    {
      method: 'GET',
      path: onTicket,
      query: ['page', 'per_page'],
      run: (call) => ofTicket(context, call),
    },
    { method: 'POST', path: onTicket, run: (call) => create(context, call) },
    { method: 'PUT', path: one, run: (call) => update(context, call) },
    { method: 'PUT', path: `${one}/toggle_timer`, run: (call) => toggle(context, call) },
    {
      method: 'DELETE',
      path: one,
      run: (call) => (context.store.timeEntries.delete(idOf(call)) ? noContent : notFound),
    },
  ];
  return routes.map((route) => ({
    ...route,
    run: (call) =>
      context.account.featuresOff.includes('time-tracking')
        ? featureMissing('Timesheets')
        : route.run(call),
  }));
}
