import { describe, expect, it } from 'vitest';
import { clocksFor } from '@/lib/domain/slo';
import { builtinPack } from '@/lib/pack/load';
import { atWork, from, HOST, valueOf } from './harness';

/* Tickets live through their stories in the account; their clocks follow from what the background reads of them. */

const HOUR_MS = 3_600_000;
const ANA = 'ana@tidepool.example';

/** A desk with one new ticket from a mail on Wednesday 15:00, and what can happen to it. */
async function desk() {
  const { world, ask } = await atWork();
  const { freshdesk } = world;
  const { id } = freshdesk.receive({ from: ANA, subject: 'A question', body: 'How do we …?' });
  const ticket = world.ticket(id);
  const headers = {
    authorization: `Basic ${btoa(`${freshdesk.keys.agent}:X`)}`,
    'content-type': 'application/json',
  };
  const api = async (method: string, path: string, body: object): Promise<void> => {
    const init = { method, headers, body: JSON.stringify(body) };
    const answer = await world.network(`https://${HOST}/api/v2/tickets/${id}${path}`, init);
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
  };
  const done = { type: 'Guidance Request', custom_fields: { cf_outcome: 'Answered' } };
  return {
    ticket,
    wait: (hours: number) => world.pass(hours * HOUR_MS),
    mail: (body = 'And another thing.', sender = ANA) =>
      void freshdesk.receive({ from: sender, body, ticketId: id }),
    reply: async () => await api('POST', '/reply', { body: 'We look into it.' }),
    note: async (isPrivate = true) =>
      await api('POST', '/notes', { body: 'For us.', private: isPrivate }),
    resolve: async () => await api('PUT', '', { status: 4, ...done }),
    close: async () => await api('PUT', '', { status: 5, ...done }),
    reopen: async () => await api('PUT', '', { status: 2 }),
    convert: async (type: string) => await api('PUT', '', { type }),
    /** The clocks in words: name, state, hours used. */
    clocks: async (categoryId: string | null = null) => {
      const asked = await ask(
        'ticket.view',
        { ref: { host: HOST, id }, refresh: true },
        from.alone,
      );
      const { facts, progress } = valueOf(asked);
      const now = world.now();
      const input = { pack: builtinPack(), facts, progress, categoryId, teamTimeZone: 'UTC', now };
      return clocksFor(input).map(({ objectiveId, state, usedMinutes }) =>
        [objectiveId, state, usedMinutes === null ? '?' : `${usedMinutes / 60} h`].join(' '),
      );
    },
  };
}

describe('a request', () => {
  it('is met by the first public answer of an agent, not by notes', async () => {
    const { wait, note, reply, clocks } = await desk();
    wait(1);
    await note();
    expect(await clocks()).toEqual(['read running 1 h', 'first-response running 1 h']);
    wait(1);
    await note(false);
    // Freshdesk counts a public note as its first response; the thread tells better.
    expect(await clocks('change')).toEqual(['first-response running 2 h', 'read met ?']);
    wait(1);
    await reply();
    expect(await clocks('change')).toEqual(['read met ?', 'first-response met 3 h']);
  });

  it('made by an agent for somebody counts like any other', async () => {
    const { ticket, wait, clocks } = await desk();
    Object.assign(ticket, { source: 3, responder_id: 90_000_000_001 });
    wait(2);
    expect(await clocks()).toEqual(['read running 2 h', 'first-response running 2 h']);
  });

  it('keeps its clocks when its type changes; the incident’s own comes and goes with it', async () => {
    const { wait, reply, convert, clocks } = await desk();
    wait(1);
    await reply();
    await convert('Incident');
    wait(1);
    expect(await clocks('incident')).toEqual([
      'incident-update running 1 h',
      'read met ?',
      'first-response met 1 h',
    ]);
    await convert('Guidance Request');
    expect(await clocks('guidance')).toEqual(['read met ?', 'first-response met 1 h']);
  });

  it.each(['spam', 'deleted'] as const)(
    'that is %s is due for nothing, until it comes back',
    async (how) => {
      const { ticket, wait, clocks } = await desk();
      wait(48);
      Object.assign(ticket, { [how]: true });
      expect(await clocks()).toEqual([]);
      Object.assign(ticket, { [how]: false });
      expect(await clocks()).toEqual(['read overdue 48 h', 'first-response overdue 48 h']);
    },
  );

  it('merged into another is due for nothing', async () => {
    const { wait, note, close, clocks } = await desk();
    wait(30);
    // A merge leaves a private note and closes the secondary ticket (recorded answers).
    await note();
    await close();
    expect(await clocks()).toEqual([]);
  });
});

describe('a resolved ticket', () => {
  it('waits 48 working hours over the weekend, anew after each resolving', async () => {
    const { wait, reply, resolve, reopen, clocks } = await desk();
    await reply();
    await resolve();
    wait(48);
    // Wednesday 15:00 to Friday 15:00.
    expect(await clocks('change')).toContain('may-close due-soon 48 h');
    await reopen();
    expect(await clocks('change')).toEqual(['read met ?', 'first-response met 0 h']);
    await resolve();
    wait(57);
    // To Monday 00:00: nine hours of Friday.
    expect(await clocks('change')).toContain('may-close running 9 h');
  });

  it('that the requester answers is open again, and late for nothing it had met', async () => {
    const { wait, reply, resolve, mail, clocks } = await desk();
    wait(1);
    await reply();
    await resolve();
    wait(5);
    mail('It happens again.');
    expect(await clocks('change')).toEqual(['read met ?', 'first-response met 1 h']);
    expect(await clocks('incident')).toContain('incident-update running 0 h');
    await resolve();
    wait(2);
    expect(await clocks('change')).toContain('may-close running 2 h');
  });

  it('closed and opened again begins its wait with the next resolving', async () => {
    const { wait, reply, close, reopen, resolve, clocks } = await desk();
    wait(2);
    await reply();
    await close();
    expect(await clocks('change')).toEqual(['first-response met 2 h']);
    wait(1);
    await reopen();
    expect(await clocks('change')).toEqual(['read met ?', 'first-response met 2 h']);
    await resolve();
    wait(1);
    expect(await clocks('change')).toEqual(['may-close running 1 h', 'first-response met 2 h']);
  });
});

describe('a ticket that the team mailed out', () => {
  it('holds a request from the first answer on, which a second does not move', async () => {
    const { ticket, wait, mail, clocks } = await desk();
    ticket.source = 10;
    wait(5);
    expect(await clocks()).toEqual([]);
    mail('Yes, please.');
    wait(1);
    expect(await clocks()).toEqual(['read running 1 h', 'first-response running 1 h']);
    mail('Are you there?', 'colleague@tidepool.example');
    wait(1);
    expect(await clocks()).toEqual(['read running 2 h', 'first-response running 2 h']);
  });

  it('is answered by what the team says after that, not by what it said before', async () => {
    const { ticket, wait, mail, reply, clocks } = await desk();
    ticket.source = 10;
    await reply();
    wait(1);
    mail('Yes, please.');
    wait(1);
    expect(await clocks()).toContain('first-response running 1 h');
    wait(1);
    await reply();
    expect(await clocks()).toContain('first-response met 2 h');
  });

  it('and then was made a request counts from its creation', async () => {
    const { ticket, wait, clocks } = await desk();
    ticket.source = 10;
    wait(2);
    expect(await clocks()).toEqual([]);
    ticket.source = 1;
    expect(await clocks()).toEqual(['read running 2 h', 'first-response running 2 h']);
  });
});
