import { describe, expect, it } from 'vitest';
import { atWork, errorOf, from, HOST, OUTAGE, TAB, valueOf } from './harness';

const ANSWERS = { problem: 'the login service <b>' };
const UPDATE = { ref: OUTAGE, templateId: 'update', answers: ANSWERS, target: 'reply' } as const;

describe('reply.insert', () => {
  it('inserts the filled text into the asking tab, and remembers the answers', async () => {
    const { world, ask } = await atWork();
    const report = valueOf(await ask('reply.insert', UPDATE));
    expect(report).toEqual({ how: 'inserted', target: 'reply', recipients: [], verified: true });
    const inserted = world.asked.filter(({ message }) => message.request === 'page.insert');
    expect(inserted).toHaveLength(1);
    expect(inserted[0]?.tabId).toBe(TAB);
    const { html, text, htmlWithoutGreeting } = inserted[0]?.message.input ?? {};
    expect(text).toContain('Hello Ana,\n\nwe look into the login service <b>.');
    expect(html).toContain('the login service &lt;b&gt;.');
    expect(htmlWithoutGreeting).toBe('<div>we look into the login service &lt;b&gt;.</div>');
    const { progress } = valueOf(await ask('ticket.view', { ref: OUTAGE }));
    expect(progress.answers).toEqual(ANSWERS);
  });

  it('names the blanks, and inserts nothing', async () => {
    const { world, ask } = await atWork();
    const error = errorOf(await ask('reply.insert', { ...UPDATE, answers: { problem: '  ' } }));
    expect(error.code).toBe('invalid-input');
    expect(error.message).toContain('What is the problem?');
    expect(world.asked.some(({ message }) => message.request === 'page.insert')).toBe(false);
  });

  it('asks for the name of the greeting too, before any editor is open', async () => {
    const { world, ask } = await atWork();
    const { contacts } = world.freshdesk.store;
    const contact = contacts.get(world.ticket(4242).requester_id);
    if (contact === undefined) throw new Error('no requester');
    contact.name = contact.email ?? '';
    const error = errorOf(await ask('reply.insert', UPDATE));
    expect(error).toMatchObject({ code: 'invalid-input' });
    expect(error.message).toContain('First name');
    expect(world.asked.some(({ message }) => message.request === 'page.insert')).toBe(false);
  });

  it('keeps a correction of a name to this one reply', async () => {
    const { world, ask } = await atWork();
    const answers = { ...ANSWERS, 'requester.firstName': 'Anita' };
    valueOf(await ask('reply.insert', { ...UPDATE, answers }));
    expect(JSON.stringify(world.asked)).toContain('Hello Anita,');
    const { progress } = valueOf(await ask('ticket.view', { ref: OUTAGE }));
    expect(progress.answers).toEqual(ANSWERS);
  });

  it('never puts a text for the team into a reply', async () => {
    const { ask } = await atWork();
    const handover = { ...UPDATE, templateId: 'handover', answers: {} };
    expect(errorOf(await ask('reply.insert', handover)).code).toBe('invalid-input');
    expect(valueOf(await ask('reply.insert', { ...handover, target: 'note' })).how).toBe(
      'inserted',
    );
  });

  it('refuses when the tab shows another ticket by now', async () => {
    const { world, ask } = await atWork();
    const next = { ticket: { host: HOST, id: 4243 }, theme: 'light' } as const;
    valueOf(await ask('tab.report', next, from.content));
    expect(errorOf(await ask('reply.insert', UPDATE)).code).toBe('conflict');
    expect(world.asked).toEqual([]);
  });

  it.each([
    ['does not answer', async () => await Promise.reject(new Error('no receiver'))],
    ['answers nonsense', async () => 'nonsense'],
    [
      'has changed',
      async () => ({ ok: false, error: { code: 'page-changed', message: 'No editor found.' } }),
    ],
  ])('hands the text out for the clipboard when the page %s', async (_, page) => {
    const { world, ask } = await atWork();
    world.page = page;
    const report = valueOf(await ask('reply.insert', UPDATE));
    expect(report).toMatchObject({
      how: 'clipboard',
      text: expect.stringContaining('Hello Ana,'),
      html: expect.stringContaining('Hello Ana,'),
      reason: expect.stringMatching(/\w/),
    });
  });

  it('passes on that the page refuses', async () => {
    const { world, ask } = await atWork();
    const error = { code: 'conflict', message: 'The page shows another ticket.' };
    world.page = async () => ({ ok: false, error });
    expect(errorOf(await ask('reply.insert', UPDATE))).toEqual(error);
  });

  it('from a sidebar on its own goes to the tab that shows the ticket, else to the clipboard', async () => {
    const { world, ask } = await atWork();
    expect(valueOf(await ask('reply.insert', UPDATE, from.alone)).how).toBe('inserted');
    expect(world.asked.at(-1)?.tabId).toBe(TAB);
    const other = { ...UPDATE, ref: { host: HOST, id: 4238 } };
    expect(valueOf(await ask('reply.insert', other, from.alone)).how).toBe('clipboard');
  });

  it('does not know a text that the process has dropped', async () => {
    const { ask } = await atWork();
    const gone = { ...UPDATE, templateId: 'gone' };
    expect(errorOf(await ask('reply.insert', gone)).code).toBe('invalid-input');
  });
});

describe('ticket.tick and ticket.startTimebox', () => {
  it('say who did it and when, and can be taken back', async () => {
    const { world, ask } = await atWork();
    const tick = { ref: OUTAGE, stepId: 'read', done: true };
    const first = valueOf(await ask('ticket.tick', tick));
    expect(first.ticks).toEqual({ read: { at: world.now().toISOString(), by: 'Bo' } });
    world.pass(1_000);
    expect(valueOf(await ask('ticket.tick', tick)).ticks).toEqual(first.ticks);
    expect(valueOf(await ask('ticket.tick', { ...tick, done: false })).ticks).toEqual({});
    expect(errorOf(await ask('ticket.tick', { ...tick, stepId: 'gone' })).code).toBe(
      'invalid-input',
    );
  });

  it('start a timebox once and stop it', async () => {
    const { world, ask } = await atWork();
    const started = world.now().toISOString();
    valueOf(await ask('ticket.startTimebox', { ref: OUTAGE, running: true }));
    world.pass(60_000);
    const running = valueOf(await ask('ticket.startTimebox', { ref: OUTAGE, running: true }));
    expect(running.timeboxStartedAt).toBe(started);
    const stopped = valueOf(await ask('ticket.startTimebox', { ref: OUTAGE, running: false }));
    expect(stopped.timeboxStartedAt).toBeNull();
  });

  it('lose nothing when pressed at the same time', async () => {
    const { ask } = await atWork();
    await Promise.all([
      ask('ticket.tick', { ref: OUTAGE, stepId: 'read', done: true }),
      ask('ticket.startTimebox', { ref: OUTAGE, running: true }),
      ask('ticket.tick', { ref: OUTAGE, stepId: 'decide', done: true }),
    ]);
    const { progress } = valueOf(await ask('ticket.view', { ref: OUTAGE }));
    expect(Object.keys(progress.ticks).sort()).toEqual(['decide', 'read']);
    expect(progress.timeboxStartedAt).not.toBeNull();
  });

  it('keep the ticket usable when what was noted about it cannot be read', async () => {
    const { world, ask } = await atWork();
    await world.areas.local.set(`progress:${HOST}:4242`, 'damaged');
    const view = valueOf(await ask('ticket.view', { ref: OUTAGE }));
    expect(view.facts.requester?.name).toBe('Ana Ruiz');
    expect(view.freshness.problem?.message).toContain('ticket 4242');
    const tick = { ref: OUTAGE, stepId: 'read', done: true };
    expect(errorOf(await ask('ticket.tick', tick)).code).toBe('unexpected');
    expect(await world.areas.local.get(`progress:${HOST}:4242`)).toBe('damaged');
  });
});
