import { initialNotices } from '@/lib/background/storage/schemas-working-time';
import { describe, expect, it } from 'vitest';
import { createAttentionWorld, HOST, listTicket, ref } from './attention-world';

const RESOLVED = { code: 4, label: 'Resolved', phase: 'resolved' } as const;
const titles = (world: { shown: { content: { title: string } }[] }) =>
  world.shown.map(({ content }) => content.title);

describe('the badge', () => {
  it('counts what needs a steward now, in the colour of the most urgent one', async () => {
    const { world, ready } = createAttentionWorld();
    const { refresh } = await ready();
    await refresh();
    expect(world.badge).toEqual({
      text: '',
      tone: 'plain',
      title: 'Steward: Nothing needs you now',
    });
    const answered = {
      firstRespondedAt: '2026-11-23T09:40:00Z',
      agentRespondedAt: '2026-11-23T09:40:00Z',
    };
    const atRest = { ...listTicket(9, answered), categoryId: 'change' };
    world.put(listTicket(1), listTicket(2), atRest);
    await refresh();
    expect(world.badge).toMatchObject({ text: '2', tone: 'plain' });
    // Six of the eight working hours for reading are over.
    world.put(listTicket(3, { createdAt: '2026-11-23T03:00:00Z' }));
    await refresh();
    expect(world.badge).toMatchObject({ text: '3', tone: 'soon' });
    world.put(listTicket(4, { createdAt: '2026-11-22T12:00:00Z' }));
    await refresh();
    expect(world.badge).toEqual({
      text: '4',
      tone: 'late',
      title: 'Steward: 4 tickets need you: 1 late, 1 due soon',
    });
  });

  it('leaves out what is put aside or being closed, and says 99+ for more', async () => {
    const { world, ready } = createAttentionWorld();
    const { refresh, snoozes } = await ready();
    world.put(listTicket(1), listTicket(2), listTicket(3));
    await snoozes.set(ref(1), '2026-11-23T11:00:00Z');
    const closing = { id: 'c', ref: ref(2), issueUrl: null, closesAt: '', problem: null };
    world.closings = [{ ...closing, state: 'waiting' }];
    await refresh();
    expect(world.badge).toMatchObject({ text: '1', title: 'Steward: 1 ticket needs you' });
    world.closings = [{ ...closing, state: 'undone' }];
    await refresh();
    expect(world.badge?.text).toBe('2');
    world.put(...Array.from({ length: 120 }, (_, id) => listTicket(id + 10)));
    await refresh();
    expect(world.badge?.text).toBe('99+');
  });

  it('says how old it is when Freshdesk does not answer, and is empty without an account', async () => {
    const { world, ready } = createAttentionWorld();
    const { refresh } = await ready();
    world.answers = false;
    await refresh();
    expect(world.badge?.title).toContain('As of today 09:59');
    world.host = null;
    await refresh();
    expect(world.badge).toEqual({ text: '', tone: 'plain', title: 'Steward' });
    expect(world.alarm).toBeNull();
  });
});

describe('a notice', () => {
  it('tells of one ticket, once, after it was read anew', async () => {
    const { world, ready, wake } = createAttentionWorld();
    const { refresh } = await ready();
    world.put(listTicket(7));
    await refresh();
    await refresh();
    await wake().refresh();
    expect(world.shown.map(({ content }) => content)).toEqual([
      {
        title: 'New request',
        message: '#7 Question 7\nEarth Lab',
        buttons: ['Open', 'Snooze 1 h'],
      },
    ]);
    expect(world.reread).toEqual([7]);
  });

  it('tells of several in one, the most urgent first, and counts those it has no room for', async () => {
    const { world, ready } = createAttentionWorld();
    const { refresh } = await ready();
    world.put(...Array.from({ length: 5 }, (_, id) => listTicket(id + 10)));
    world.put(listTicket(2, { createdAt: '2026-11-23T03:00:00Z' }));
    await refresh();
    expect(world.shown).toHaveLength(1);
    expect(world.shown[0]?.content).toMatchObject({
      title: '6 tickets need you',
      message: [
        'Reading due in 1 h: #2 Question 2',
        'New request: #10 Question 10',
        'New request: #11 Question 11',
        '… and 3 more',
      ].join('\n'),
    });
  });

  it('comes as one for hundreds of tickets, and only when all have been read', async () => {
    const { world, ready } = createAttentionWorld();
    const { refresh } = await ready();
    world.stage = 'loading';
    world.put(...Array.from({ length: 150 }, (_, id) => listTicket(id + 1)));
    await refresh();
    expect(world.shown).toEqual([]);
    expect(world.badge).toMatchObject({ text: '99+' });
    world.put(...Array.from({ length: 150 }, (_, id) => listTicket(id + 151)));
    world.stage = 'complete';
    await refresh();
    expect(titles(world)).toEqual(['300 tickets need you']);
    // One call for the list and ten for the most urgent; the rest is trusted.
    expect(world.runs).toBe(1);
    expect(world.reread).toHaveLength(10);
  });

  it('says nothing of a ticket that turns out to be done', async () => {
    const { world, ready } = createAttentionWorld();
    const { refresh } = await ready();
    world.put(listTicket(1), listTicket(2));
    world.doneElsewhere(1);
    await refresh();
    expect(titles(world)).toEqual(['New request']);
    expect(world.shown[0]?.content.message).toContain('#2 ');
    expect(world.badge?.text).toBe('1');
  });

  it('comes at the moment something turns due, again when it is another event', async () => {
    const { world, ready } = createAttentionWorld();
    const { refresh } = await ready();
    world.put(listTicket(1));
    await refresh();
    // Three quarters of eight hours after 09:30.
    expect(world.alarm?.toISOString()).toBe('2026-11-23T15:30:00.000Z');
    world.at('2026-11-23T15:30:00Z');
    world.lastAt = '2026-11-23T15:29:00Z';
    await refresh();
    expect(titles(world)).toEqual(['New request', 'Reading due in 2 h']);
    // The same one told once, also when it is late.
    world.at('2026-11-24T10:00:00Z');
    world.lastAt = '2026-11-24T09:59:00Z';
    await refresh();
    expect(world.badge?.tone).toBe('late');
    expect(world.shown).toHaveLength(2);
  });

  it('tells only of the kinds that are wanted', async () => {
    const { world, ready } = createAttentionWorld({
      notices: { ...initialNotices, kinds: ['may-close'] },
    });
    const { refresh } = await ready();
    world.put(listTicket(1));
    const done = {
      status: RESOLVED,
      createdAt: '2026-11-16T09:00:00Z',
      firstRespondedAt: '2026-11-16T10:00:00Z',
      agentRespondedAt: '2026-11-16T10:00:00Z',
      resolvedAt: '2026-11-17T10:00:00Z',
    };
    world.put(listTicket(2, done));
    await refresh();
    expect(titles(world)).toEqual(['May be closed now']);
  });

  it('shows nothing in a subject but its visible characters, on one short line', async () => {
    const { world, ready } = createAttentionWorld();
    const { refresh } = await ready();
    const subject = `\u202Egnp.exe\nUrgent: <b>call</b>\u0007 ${'now '.repeat(100)}`;
    world.put(listTicket(1, { subject, company: null }));
    await refresh();
    const { message = '' } = world.shown[0]?.content ?? {};
    expect(message).toMatch(/^#1 gnp\.exe Urgent: <b>call<\/b> now .*…$/);
    expect(message.length).toBeLessThan(90);
  });

  it('calls a request new only to who has heard nothing of its ticket', async () => {
    const { world, ready } = createAttentionWorld();
    const { refresh } = await ready();
    const late = listTicket(1, { createdAt: '2026-11-22T12:00:00Z' });
    world.put(late);
    await refresh();
    // Its clock is set back: what had been late is an unread request again.
    world.put({ ...late, facts: { ...late.facts, createdAt: '2026-11-23T09:50:00Z' } });
    await refresh();
    expect(world.badge?.tone).toBe('plain');
    expect(world.shown).toHaveLength(1);
  });

  it('tells again of a ticket that comes back after a week, not of one closed by mistake', async () => {
    const { world, ready } = createAttentionWorld();
    const { refresh } = await ready();
    const ticket = listTicket(1, { createdAt: '2026-11-20T12:00:00Z' });
    const days = async (count: number) => {
      world.pass(count * 24 * 60);
      world.lastAt = world.now().toISOString();
      await refresh();
    };
    world.put(ticket);
    await days(0);
    await days(1);
    world.take(1);
    await days(0);
    await days(7);
    world.put(ticket);
    await days(0);
    expect(world.shown).toHaveLength(1);
    world.take(1);
    await days(0);
    await days(8);
    world.put(ticket);
    await days(0);
    expect(world.shown).toHaveLength(2);
  });

  it('goes from the screen when everything it told of is done', async () => {
    const { world, ready } = createAttentionWorld();
    const { refresh } = await ready();
    world.put(listTicket(1), listTicket(2));
    await refresh();
    expect(world.onScreen.size).toBe(1);
    world.take(1);
    await refresh();
    expect(world.onScreen.size).toBe(1);
    world.take(2);
    await refresh();
    expect(world.onScreen.size).toBe(0);
  });
});

describe('a pressed notice', () => {
  it('opens its one ticket, by its body and by its button', async () => {
    const { world, ready, wake } = createAttentionWorld();
    const { refresh } = await ready();
    world.put(listTicket(1));
    await refresh();
    const id = world.shown[0]?.id ?? '';
    await wake().pressed(id, null);
    await wake().pressed(id, 0);
    const url = `https://${HOST}/a/tickets/1`;
    expect(world.created).toEqual([url, url]);
    expect(world.onScreen.size).toBe(0);
  });

  it('opens the list for several, and when nobody knows any more what it was about', async () => {
    const { world, ready } = createAttentionWorld();
    const { refresh, pressed } = await ready();
    world.put(listTicket(1), listTicket(2));
    await refresh();
    await pressed(world.shown[0]?.id ?? '', null);
    await pressed('long-gone', null);
    expect(world.created).toEqual(Array(2).fill('chrome-extension://steward/list.html'));
  });

  it('puts all of its tickets aside for an hour, then tells of them once more', async () => {
    const { world, ready, wake } = createAttentionWorld();
    const { refresh } = await ready();
    world.put(listTicket(1), listTicket(2));
    await refresh();
    await wake().pressed(world.shown[0]?.id ?? '', 1);
    expect(world.badge?.text).toBe('');
    expect(world.onScreen.size).toBe(0);
    expect(world.alarm?.toISOString()).toBe('2026-11-23T11:00:00.000Z');
    world.pass(59);
    await refresh();
    expect(world.shown).toHaveLength(1);
    world.pass(1);
    await refresh();
    await wake().refresh();
    expect(titles(world)).toEqual(['2 tickets need you', '2 tickets need you']);
    world.pass(60);
    await wake().refresh();
    expect(world.shown).toHaveLength(2);
  });
});
