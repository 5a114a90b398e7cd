import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  CLOSE_WRITE,
  closingsOf,
  ISSUE_URL,
  later,
  press,
  readyToClose,
  soon,
  TEN_SECONDS,
  writes,
} from './closing-support';
import { errorOf, from, OUTAGE, valueOf, wake } from './harness';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

type Ready = Awaited<ReturnType<typeof readyToClose>>;

const ISSUE_PATH = '/repos/acme/hubs/issues/31';

/** Closes the ticket with its issue; `change` comes before the ten seconds are over. */
async function closed(change: (ready: Ready) => unknown = () => undefined) {
  const ready = await readyToClose();
  valueOf(await press(ready.ask, ISSUE_URL));
  await change(ready);
  await later(ready.world, TEN_SECONDS);
  const [closing] = await closingsOf(ready.ask);
  return { ...ready, closing };
}

const patches = ({ issue }: Pick<Ready, 'issue'>) =>
  issue.requests.filter((line) => line.startsWith('PATCH'));

describe('the issue of a ticket', () => {
  it('is closed after the ticket, by one read and one write', async () => {
    const order: string[] = [];
    const ready = await closed(({ world }) => {
      world.hooks.answer = ({ method, url }) => {
        order.push(`${method} ${new URL(url).host}`);
        return null;
      };
    });
    expect(ready.closing).toMatchObject({ state: 'done', problem: null, issueUrl: ISSUE_URL });
    expect(ready.issue).toMatchObject({ state: 'closed' });
    expect(ready.issue.requests).toEqual([`GET ${ISSUE_PATH}`, `PATCH ${ISSUE_PATH}`]);
    expect(writes(ready.world)).toEqual([CLOSE_WRITE]);
    expect(order.indexOf('PATCH api.github.com')).toBeGreaterThan(
      order.indexOf('PUT acme.freshdesk.com'),
    );
  });

  it('stays open when nobody asked for it, and when the ticket was not closed', async () => {
    const without = await readyToClose();
    valueOf(await press(without.ask));
    await later(without.world, TEN_SECONDS);
    expect(without.issue.requests).toEqual([]);
    const failed = await closed(({ world }) => {
      world.freshdesk.faults.add({ method: 'PUT', path: /4242/, status: 403 });
    });
    expect(failed.closing?.state).toBe('failed');
    expect(failed.issue.requests).toEqual([]);
  });

  it('that was closed before is said to be', async () => {
    const ready = await closed(({ issue }) => {
      issue.state = 'closed';
    });
    expect(ready.closing).toMatchObject({
      state: 'done',
      problem: 'The ticket is closed; issue acme/hubs#31 had been closed before.',
    });
    expect(patches(ready)).toEqual([]);
  });

  it('that is a pull request is left alone', async () => {
    const ready = await closed(({ issue }) => {
      issue.isPullRequest = true;
    });
    expect(ready.closing?.problem).toMatch(/pull request and was left/);
    expect(patches(ready)).toEqual([]);
  });

  const told = (status: number, message: string) => () => Response.json({ message }, { status });

  it.each<[string, (ready: Ready) => unknown, RegExp]>([
    [
      'expired token',
      ({ issue }) => {
        issue.answer = told(401, 'Bad credentials');
      },
      /it has expired or was revoked/,
    ],
    [
      'no right to change issues',
      ({ issue }) => {
        issue.answer = (request) =>
          request.method === 'PATCH' ? told(403, 'Resource not accessible')() : null;
      },
      /may not change issues of acme\/hubs/,
    ],
    [
      'deleted issue',
      ({ issue }) => {
        issue.answer = told(410, 'Gone');
      },
      /The issue was deleted/,
    ],
    [
      'token forgotten meanwhile',
      async ({ ask }) => await ask('settings.forgetGithubToken', {}, from.options),
      /needs your GitHub token/,
    ],
    [
      'no network to GitHub',
      ({ issue }) => {
        issue.answer = () => {
          throw new TypeError('no route');
        };
      },
      /could not be reached/,
    ],
    [
      'trouble at GitHub',
      ({ issue }) => {
        issue.answer = (request) => (request.method === 'PATCH' ? told(502, 'x')() : null);
      },
      /close it on GitHub/,
    ],
  ])('that cannot be closed leaves the ticket closed and says what to do: %s', async (...row) => {
    const [, change, words] = row;
    const ready = await closed(change);
    expect(ready.closing?.state).toBe('done');
    expect(ready.closing?.problem).toMatch(
      /^The ticket is closed, but issue acme\/hubs#31 is not: close it on GitHub\./,
    );
    expect(ready.closing?.problem).toMatch(words);
    expect(ready.world.ticket(4242).status).toBe(5);
    expect(patches(ready).length).toBeLessThan(2);
  });

  it('whose answer is lost is looked at, not closed again', async () => {
    const ready = await closed(({ issue }) => {
      issue.losesAnswers = true;
    });
    expect(ready.closing).toMatchObject({ state: 'done', problem: null });
    expect(patches(ready)).toHaveLength(1);
  });

  it('whose answer is lost for a while is looked at until it is known', async () => {
    const ready = await closed(({ issue }) => {
      issue.answer = (request) => {
        if (request.method === 'GET') return null;
        issue.state = 'closed';
        issue.answer = () => {
          throw new TypeError('offline');
        };
        throw new TypeError('offline');
      };
    });
    const { world, issue, ask } = ready;
    expect(await closingsOf(ask)).toMatchObject([
      { state: 'sending', problem: expect.stringMatching(/^The ticket is closed; .*looks again/) },
    ]);
    issue.answer = () => null;
    world.pass(60_000);
    const next = wake(world);
    next.listeners.alarm('closing');
    await soon();
    expect(await closingsOf(next.ask)).toMatchObject([{ state: 'done', problem: null }]);
    expect(patches(ready)).toHaveLength(1);
  });

  it('that stays unknown for a day is named, and the alarm ends', async () => {
    const { world } = await closed(({ issue }) => {
      issue.answer = (request) => {
        if (request.method === 'GET' && patches({ issue }).length === 0) return null;
        throw new TypeError('offline');
      };
    });
    world.pass(25 * 3_600_000);
    const next = wake(world);
    next.listeners.alarm('closing');
    await soon();
    expect(await closingsOf(next.ask)).toMatchObject([
      {
        state: 'done',
        problem: expect.stringMatching(/is too is not known: look at it on GitHub/),
      },
    ]);
    expect(world.alarms.has('closing')).toBe(false);
  });
});

describe('refused at once', () => {
  it('an issue that is not linked to the ticket', async () => {
    const { ask } = await readyToClose();
    const error = errorOf(await press(ask, 'https://github.com/acme/hubs/issues/32'));
    expect(error).toEqual({
      code: 'not-found',
      message: 'This issue is not linked to the ticket.',
    });
  });

  it('any issue without a token', async () => {
    const { ask } = await readyToClose();
    valueOf(await ask('settings.forgetGithubToken', {}, from.options));
    expect(errorOf(await press(ask, ISSUE_URL))).toMatchObject({
      code: 'not-configured',
      message: expect.stringMatching(/GitHub token/),
    });
    expect(valueOf(await press(ask)).state).toBe('waiting');
  });

  it('an address in other letters is the same issue', async () => {
    const { ask } = await readyToClose();
    const closing = valueOf(await press(ask, ISSUE_URL.toUpperCase()));
    expect(closing).toMatchObject({ ref: OUTAGE, issueUrl: ISSUE_URL });
  });
});
