import { describe, expect, test } from 'vitest';
import type { TicketFacts } from '@/lib/contract/ticket';
import { clocksFor, type Clock, type ClockSumLine } from '@/lib/domain/slo';
import { builtinPack } from '@/lib/pack/load';
import type { Objective } from '@/lib/pack/schema';
import { one } from './clocks-at';
import { factsWith, progressWith, without } from './ticket-facts';

const builtin = builtinPack();

/** A resolution within 24 working hours that waits for the requester and for a pending ticket. */
const objective: Objective = {
  id: 'resolution',
  name: 'Resolution',
  purpose: 'to resolve it',
  startsAt: 'created',
  metBy: ['resolved', 'closed'],
  targetMinutes: 1440,
  calendar: 'working-days',
  warnAt: 0.75,
};

function clockAt(
  now: string,
  facts: TicketFacts,
  changes: Partial<Objective> = { pausedWhile: ['waiting-on-requester'] },
): Clock {
  const pack = { ...builtin, objectives: [{ ...objective, ...changes }] };
  const rest = { progress: progressWith(), categoryId: null, teamTimeZone: 'UTC' };
  return one(clocksFor({ pack, facts, ...rest, now: new Date(now) }), 'resolution');
}

const words = (lines: readonly ClockSumLine[]) =>
  lines.map(({ from, to, minutes, note }) =>
    [
      from.toISOString().slice(5, 16),
      to?.toISOString().slice(5, 16) ?? 'still',
      minutes,
      note,
    ].join(' '),
  );

/** Arrived on Friday 16:00; answered at 18:00; the requester wrote on Sunday; answered on Monday at 02:00. */
const talked = factsWith({
  firstRespondedAt: '2026-11-20T18:00:00Z',
  agentRespondedAt: '2026-11-23T02:00:00Z',
  requesterRespondedAt: '2026-11-22T12:00:00Z',
  exchange: [
    { by: 'agent', at: '2026-11-20T18:00:00Z' },
    { by: 'agent', at: '2026-11-20T19:00:00Z' },
    { by: 'requester', at: '2026-11-22T12:00:00Z' },
    { by: 'requester', at: '2026-11-22T13:00:00Z' },
    { by: 'agent', at: '2026-11-23T02:00:00Z' },
  ],
});

describe('waiting on the requester', () => {
  test('runs until the first answer', () => {
    const fresh = factsWith({ exchange: [] });
    expect(clockAt('2026-11-20T17:00:00Z', fresh)).toMatchObject({
      state: 'running',
      usedMinutes: 60,
      dueAt: new Date('2026-11-23T16:00:00Z'),
    });
  });

  test('stands still from an answer on, and says that it knows no end', () => {
    expect(clockAt('2026-11-25T12:00:00Z', talked)).toMatchObject({
      state: 'stopped',
      stoppedBecause: 'paused',
      pausedBy: 'waiting-on-requester',
      usedMinutes: 120 + 120,
      dueAt: null,
      warnsAt: null,
      opensAt: null,
    });
  });

  test('goes on with the next message, which moves the due time', () => {
    const exchange = [...(talked.exchange ?? []), { by: 'requester', at: '2026-11-24T08:00:00Z' }];
    const facts = { ...talked, exchange } as TicketFacts;
    const clock = clockAt('2026-11-24T10:00:00Z', facts);
    expect(clock).toMatchObject({
      state: 'running',
      usedMinutes: 120 + 120 + 120,
      dueAt: new Date('2026-11-25T04:00:00Z'),
      warnsAt: new Date('2026-11-24T22:00:00Z'),
    });
    expect(words(clock.explain())).toEqual([
      '11-20T16:00 11-20T18:00 120 open',
      '11-20T18:00 11-22T12:00 0 paused',
      '11-22T12:00 11-23T00:00 0 closed',
      '11-23T00:00 11-23T02:00 120 open',
      '11-23T02:00 11-24T08:00 0 paused',
      '11-24T08:00 11-25T04:00 1200 open',
    ]);
  });

  test('that lasts ends the sum', () => {
    expect(words(clockAt('2026-11-25T12:00:00Z', talked).explain()).at(-1)).toBe(
      '11-23T02:00 still 0 paused',
    );
  });

  test('does not hide that it was late before', () => {
    const late = factsWith({
      firstRespondedAt: '2026-11-24T12:00:00Z',
      agentRespondedAt: '2026-11-24T12:00:00Z',
      exchange: [{ by: 'agent', at: '2026-11-24T12:00:00Z' }],
    });
    expect(clockAt('2026-12-24T12:00:00Z', late)).toMatchObject({
      state: 'overdue',
      dueAt: new Date('2026-11-23T16:00:00Z'),
      leftMinutes: -20 * 60,
    });
  });

  test('counts what was used when it is met', () => {
    const status = { code: 4, label: 'Resolved', phase: 'resolved' } as const;
    const resolved = { ...talked, status, resolvedAt: '2026-11-23T02:00:00Z' };
    expect(clockAt('2026-11-30T00:00:00Z', resolved)).toMatchObject({
      state: 'met',
      usedMinutes: 240,
    });
  });

  test('also holds for time on the wall', () => {
    const clock = clockAt(
      '2026-11-22T14:00:00Z',
      { ...talked, exchange: talked.exchange?.slice(0, 4) ?? [] },
      {
        pausedWhile: ['waiting-on-requester'],
        calendar: 'always',
      },
    );
    expect(clock).toMatchObject({
      state: 'running',
      usedMinutes: 120 + 120,
      dueAt: new Date('2026-11-23T10:00:00Z'),
    });
  });

  test.each<[string, TicketFacts, Clock['state']]>([
    ['nobody has answered', without(factsWith(), 'exchange'), 'due-soon'],
    ['several answers', without(talked, 'exchange'), 'unknown'],
    [
      'one answer and silence since',
      factsWith({
        firstRespondedAt: '2026-11-20T18:00:00Z',
        agentRespondedAt: '2026-11-20T18:00:00Z',
      }),
      'stopped',
    ],
    [
      'one answer and a message since',
      factsWith({
        firstRespondedAt: '2026-11-20T18:00:00Z',
        agentRespondedAt: '2026-11-20T18:00:00Z',
        requesterRespondedAt: '2026-11-22T12:00:00Z',
      }),
      'unknown',
    ],
    ['no stats', without(factsWith(), 'firstRespondedAt', 'agentRespondedAt'), 'unknown'],
  ])('without the thread, %s: no guess', (_, facts, state) => {
    expect(clockAt('2026-11-23T12:00:00Z', facts).state).toBe(state);
  });

  test('that is not known leaves a met clock met, without a length', () => {
    const status = { code: 4, label: 'Resolved', phase: 'resolved' } as const;
    const facts = { ...without(talked, 'exchange'), status, resolvedAt: '2026-11-24T02:00:00Z' };
    expect(clockAt('2026-11-30T00:00:00Z', facts)).toMatchObject({
      state: 'met',
      metAt: new Date('2026-11-24T02:00:00Z'),
      usedMinutes: null,
    });
  });
});

describe('a pending ticket', () => {
  const pendingWhile = { pausedWhile: ['pending' as const] };
  const pending = factsWith({
    status: { code: 3, label: 'Pending', phase: 'open' },
    pendingSince: '2026-11-20T20:00:00Z',
  });

  test('stands still since then', () => {
    expect(clockAt('2026-11-24T12:00:00Z', pending, pendingWhile)).toMatchObject({
      state: 'stopped',
      pausedBy: 'pending',
      usedMinutes: 240,
      pausedWhile: ['pending'],
    });
  });

  test('at an unknown time is unknown', () => {
    const facts = without(pending, 'pendingSince');
    expect(clockAt('2026-11-24T12:00:00Z', facts, pendingWhile).state).toBe('unknown');
  });

  test('that is open again counts on; an old time is not believed', () => {
    const facts = { ...pending, status: { code: 2, label: 'Open', phase: 'open' } as const };
    expect(clockAt('2026-11-20T22:00:00Z', facts, pendingWhile)).toMatchObject({
      state: 'running',
      usedMinutes: 360,
    });
  });

  test('and waiting: the earlier of both stops it', () => {
    const both = { pausedWhile: ['waiting-on-requester' as const, 'pending' as const] };
    const exchange = [{ by: 'agent', at: '2026-11-20T21:00:00Z' }] as const;
    const clock = clockAt('2026-11-24T12:00:00Z', { ...pending, exchange }, both);
    expect(clock).toMatchObject({ pausedBy: 'pending', usedMinutes: 240 });
  });
});
