import { describe, expect, it } from 'vitest';
import { atWork, errorOf, from, HOST, OUTAGE, settled, TAB, valueOf, wake } from './harness';

const OPEN = { ref: OUTAGE, kind: 'incident', answers: { summary: 'Hub is down' } } as const;
const FORM = 'https://github.com/acme/hubs/issues/new?title=x';
const CREATED = 'https://github.com/acme/hubs/issues/31';

async function progressOf(ask: Awaited<ReturnType<typeof atWork>>['ask']) {
  return valueOf(await ask('ticket.view', { ref: OUTAGE })).progress;
}

describe('issue.draft', () => {
  it('fills the pack’s texts, and opens nothing', async () => {
    const { world, ask } = await atWork();
    const draft = valueOf(await ask('issue.draft', OPEN));
    expect(draft).toMatchObject({ repository: 'acme/hubs', kind: 'incident', trimmed: [] });
    expect(draft.labels).toEqual(['type: Hub Incident', 'support']);
    expect(draft.body).toContain('### Summary\n\nHub is down');
    expect(draft.url).toContain('https://github.com/acme/hubs/issues/new?title=');
    // The repository counts as public until the settings say otherwise.
    expect(draft.url + draft.body).not.toContain('Ana');
    expect(world.created).toEqual([]);
  });

  it('uses the repository of the settings', async () => {
    const { ask } = await atWork();
    const { settings } = valueOf(await ask('settings.view', {}, from.options));
    const changed = {
      ...settings,
      githubRepository: 'acme/private',
      githubRepositoryIsPublic: false,
    };
    valueOf(await ask('settings.save', { settings: changed }, from.options));
    const draft = valueOf(await ask('issue.draft', OPEN));
    expect(draft.repository).toBe('acme/private');
    expect(draft.body).toContain('oceanography course');
  });
});

describe('issue.open', () => {
  it('opens the form beside the ticket and learns the number from its tab', async () => {
    const { world, ask, listeners } = await atWork();
    const draft = valueOf(await ask('issue.open', OPEN));
    expect(world.created).toEqual([{ url: draft.url, openerTabId: TAB }]);
    expect((await progressOf(ask)).issueOpenedAt).toBe(world.now().toISOString());
    world.pass(120_000);
    listeners.url(101, FORM);
    await settled();
    listeners.url(101, CREATED);
    await settled();
    expect(await progressOf(ask)).toMatchObject({
      issueOpenedAt: null,
      issues: [
        {
          kind: 'incident',
          repository: 'acme/hubs',
          number: 31,
          url: CREATED,
          title: draft.title,
          linkedAt: world.now().toISOString(),
          source: 'seen',
        },
      ],
    });
    expect(world.notices).toContainEqual({ steward: 1, changed: 'ticket', ref: OUTAGE });
    listeners.url(101, 'https://github.com/acme/hubs/issues/32');
    await settled();
    expect((await progressOf(ask)).issues).toHaveLength(1);
  });

  it('learns it also when the worker has died while the steward wrote', async () => {
    const { world, ask } = await atWork();
    valueOf(await ask('issue.open', OPEN));
    const second = wake(world);
    second.listeners.url(101, 'https://github.com/login?return_to=x');
    await settled();
    const third = wake(world);
    third.listeners.url(101, FORM);
    await settled();
    const fourth = wake(world);
    fourth.listeners.url(101, CREATED);
    await settled();
    expect((await progressOf(fourth.ask)).issues.map(({ number }) => number)).toEqual([31]);
  });

  it.each([
    ['another tab', [[102, CREATED]]],
    ['an issue of another repository', [[101, 'https://github.com/acme/other/issues/31']]],
    [
      'an issue looked at, not made, in that tab',
      [
        [101, 'https://github.com/acme/hubs/issues'],
        [101, CREATED],
      ],
    ],
    ['another site', [[101, 'https://github.com.evil.example/acme/hubs/issues/31']]],
  ] as const)('links nothing for %s', async (_, moves) => {
    const { ask, listeners } = await atWork();
    valueOf(await ask('issue.open', OPEN));
    for (const [tabId, url] of moves) {
      listeners.url(tabId, url);
      await settled();
    }
    expect((await progressOf(ask)).issues).toEqual([]);
  });

  it('forgets a tab that is closed', async () => {
    const { ask, listeners } = await atWork();
    valueOf(await ask('issue.open', OPEN));
    listeners.removed(101);
    await settled();
    listeners.url(101, CREATED);
    await settled();
    expect((await progressOf(ask)).issues).toEqual([]);
  });
});

describe('issue.link and issue.unlink', () => {
  it('remember a pasted address once', async () => {
    const { ask } = await atWork();
    const input = { ref: OUTAGE, kind: 'engineering', url: `${CREATED}#issuecomment-1` } as const;
    valueOf(await ask('issue.link', input));
    const linked = valueOf(await ask('issue.link', input));
    expect(linked.issues).toMatchObject([{ number: 31, url: CREATED, source: 'pasted' }]);
    const unlinked = valueOf(await ask('issue.unlink', { ref: OUTAGE, url: CREATED }));
    expect(unlinked.issues).toEqual([]);
    const bad = { ...input, url: 'https://github.com/acme/hubs/pull/31' };
    expect(errorOf(await ask('issue.link', bad)).code).toBe('invalid-input');
  });
});

describe('issue.note', () => {
  const NOTE = { ref: OUTAGE, url: CREATED };

  async function linked(options: Parameters<typeof atWork>[0] = {}) {
    const work = await atWork(options);
    valueOf(await work.ask('issue.link', { ref: OUTAGE, kind: 'incident', url: CREATED }));
    const notes = () =>
      [...work.world.freshdesk.store.conversations.values()].filter(
        (entry) => entry.ticket_id === 4242 && entry.body.includes(CREATED),
      );
    return { ...work, notes };
  }

  it('adds one private note, however often it is asked', async () => {
    const { world, ask, notes } = await linked();
    const both = [ask('issue.note', NOTE), ask('issue.note', NOTE)];
    for (const answer of await Promise.all(both)) expect(valueOf(answer)).toEqual({ noted: true });
    valueOf(await wake(world).ask('issue.note', NOTE));
    expect(notes()).toMatchObject([{ private: true, incoming: false }]);
    expect(notes()[0]?.body).toContain(`<a href="${CREATED}"`);
    expect(world.freshdesk.outbox).toEqual([]);
  });

  it('does not take the note of issue 310 for that of issue 31', async () => {
    const { ask, notes } = await linked();
    const other = `${CREATED}0`;
    valueOf(await ask('issue.link', { ref: OUTAGE, kind: 'incident', url: other }));
    valueOf(await ask('issue.note', { ref: OUTAGE, url: other }));
    valueOf(await ask('issue.note', NOTE));
    expect(notes()).toHaveLength(2);
  });

  it('settles a lost answer by looking, and sends once', async () => {
    const { world, ask, notes } = await linked();
    world.freshdesk.faults.add({ method: 'POST', path: /notes/, cutAfter: true, times: 1 });
    expect(valueOf(await ask('issue.note', NOTE))).toEqual({ noted: true });
    expect(notes()).toHaveLength(1);
  });

  it('admits that it does not know when looking fails too, and looks before it sends again', async () => {
    const { world, ask, notes } = await linked();
    world.freshdesk.faults.add({ method: 'POST', path: /notes/, cutAfter: true, times: 1 });
    let looks = 0;
    world.hooks.answer = ({ url }) => {
      if (!url.includes('/conversations')) return null;
      looks += 1;
      return looks === 2 ? new Response('', { status: 500 }) : null;
    };
    const error = errorOf(await ask('issue.note', NOTE));
    expect(error.message).toContain('not known');
    expect(valueOf(await ask('issue.note', NOTE))).toEqual({ noted: true });
    expect(notes()).toHaveLength(1);
  });

  it('needs the key and a linked issue', async () => {
    const { ask } = await linked({ key: false });
    expect(errorOf(await ask('issue.note', NOTE)).code).toBe('not-configured');
    const other = { ref: { host: HOST, id: 4243 }, url: CREATED };
    expect(errorOf(await ask('issue.note', other, from.alone)).code).toBe('not-found');
  });
});
