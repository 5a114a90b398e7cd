import type { ClosingView } from '@/lib/contract/list';
import { packSchema } from '@/lib/pack/schema';
import { vi } from 'vitest';
import { createWorld, from, OUTAGE, TAB, valueOf, wake, type World } from './harness';
import { testPack } from './test-pack';

export const ISSUE_URL = 'https://github.com/acme/hubs/issues/31';
export const TEN_SECONDS = 10_000;
const HOUR_MS = 3_600_000;

/** The test process with a wait of one hour between Resolved and Closed. */
const closingPack = packSchema.parse({
  ...testPack,
  objectives: [
    {
      id: 'may-close',
      name: 'May close',
      purpose: 'until it may be closed',
      kind: 'wait',
      startsAt: 'resolved',
      restartedBy: ['last-requester-reply'],
      metBy: ['closed'],
      targetMinutes: 60,
      calendar: 'always',
      warnAt: 1,
      lane: 'may-close',
      phases: ['resolved'],
    },
  ],
  categories: testPack.categories.map((category) =>
    category.id === 'change' ? { ...category, closeAfter: ['decide'] } : category,
  ),
});

/** One issue on a GitHub of its own: what it was asked, and what it answers in the issue's place. */
export function createIssueHost() {
  const host = {
    state: 'open' as 'open' | 'closed',
    isPullRequest: false,
    requests: [] as string[],
    answer: (_request: Request): Response | null => null,
    /** The answer is lost on its way, after the work. */
    losesAnswers: false,
    handle: async (request: Request): Promise<Response> => {
      host.requests.push(`${request.method} ${new URL(request.url).pathname}`);
      const other = host.answer(request);
      if (other !== null) return other;
      if (request.url.endsWith('/user')) return Response.json({ login: 'bo-steward' });
      if (request.method === 'PATCH') {
        host.state = 'closed';
        if (host.losesAnswers) throw new TypeError('connection lost');
      }
      const pull = host.isPullRequest ? { pull_request: { url: 'x' } } : {};
      return Response.json({ state: host.state, ...pull });
    },
  };
  return host;
}

/** Everything begun comes to its end; timers stand still meanwhile. */
export async function soon(turns = 40): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1)
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
}

/** Time passes, and timers that are due go off. */
export async function later(world: World, ms: number): Promise<void> {
  world.pass(ms);
  await vi.advanceTimersByTimeAsync(ms);
  await soon();
}

/** A ticket that was resolved two hours ago and that nobody has answered since. */
export function resolve(world: World, id = OUTAGE.id): void {
  const ago = (hours: number) => new Date(world.now().getTime() - hours * HOUR_MS);
  const iso = (at: Date) => at.toISOString().replace(/\.\d+/, '');
  const ticket = world.ticket(id);
  ticket.status = 4;
  ticket.created_at = iso(ago(5));
  ticket.updated_at = iso(ago(2));
  Object.assign(ticket.stats, {
    first_responded_at: iso(ago(3)),
    agent_responded_at: iso(ago(3)),
    requester_responded_at: iso(ago(4)),
    resolved_at: iso(ago(2)),
  });
}

/** A world with the key, a GitHub, and a resolved ticket with a linked issue; its worker is the first. */
export async function readyToClose() {
  const world = createWorld();
  world.pack = closingPack;
  const issue = createIssueHost();
  world.hooks.github = issue.handle;
  const background = wake(world);
  const { ask } = background;
  const key = world.freshdesk.keys.agent;
  valueOf(await ask('settings.connectFreshdesk', { host: 'acme', key }, from.options));
  valueOf(await ask('settings.connectGithub', { token: 'github_pat_x' }, from.options));
  valueOf(await ask('issue.link', { ref: OUTAGE, kind: 'incident', url: ISSUE_URL }, from.alone));
  valueOf(await ask('tab.report', { ticket: OUTAGE, theme: 'light' }, from.content));
  resolve(world);
  await soon();
  world.requests();
  world.openTabs.add(TAB);
  issue.requests.length = 0;
  return { world, issue, ...background };
}

type Ask = ReturnType<typeof wake>['ask'];

/** The press on Close. */
export const press = async (ask: Ask, issueUrl: string | null = null, id = OUTAGE.id) =>
  await ask('ticket.close', { ref: { ...OUTAGE, id }, issueUrl }, from.list);

export const undo = async (ask: Ask, id: string) =>
  await ask('ticket.undoClose', { id }, from.list);

/** The closings as a list shows them. */
export const closingsOf = async (ask: Ask): Promise<readonly ClosingView[]> =>
  valueOf(await ask('list.view', {}, from.list)).closings;

/** The writes that reached the account. */
export const writes = (world: World): string[] =>
  world.freshdesk.requests
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path, body }) => `${method} ${path} ${JSON.stringify(body)}`);

export const CLOSE_WRITE = `PUT /api/v2/tickets/${OUTAGE.id} {"status":5}`;
