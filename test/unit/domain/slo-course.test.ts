import { describe, expect, test } from 'vitest';
import type { TicketFacts } from '@/lib/contract/ticket';
import { clocksAt, ids, one } from './clocks-at';
import { factsWith, progressWith, without } from './ticket-facts';

describe('after reopening', () => {
  const reopened = factsWith({
    firstRespondedAt: '2026-11-20T17:00:00Z',
    agentRespondedAt: '2026-11-20T18:00:00Z',
    resolvedAt: '2026-11-20T18:00:00Z',
    reopenedAt: '2026-11-23T10:00:00Z',
  });

  test('the next update counts from the reopening, until somebody answers again', () => {
    const update = (facts: TicketFacts) =>
      one(clocksAt('2026-11-23T11:00:00Z', facts, progressWith(), 'incident'), 'incident-update');
    expect(update(reopened)).toMatchObject({
      state: 'running',
      dueAt: new Date('2026-11-23T13:00:00Z'),
    });
    expect(update({ ...reopened, agentRespondedAt: '2026-11-23T10:40:00Z' }).dueAt).toEqual(
      new Date('2026-11-23T13:40:00Z'),
    );
  });

  test('a timebox from before is over; a new one runs', () => {
    const boxed = (timeboxStartedAt: string) =>
      clocksAt('2026-11-23T11:00:00Z', reopened, progressWith({ timeboxStartedAt }));
    expect(ids(boxed('2026-11-20T16:10:00Z'))).not.toContain('timebox');
    expect(ids(boxed('2026-11-23T10:50:00Z'))).toContain('timebox');
  });
});

describe('a ticket that the team mailed out', () => {
  const sent = factsWith({ startedByTeam: true });

  test('holds no request until the requester answers', () => {
    expect(ids(clocksAt('2026-11-25T12:00:00Z', sent))).toEqual([]);
    const answered = { ...sent, requesterRespondedAt: '2026-11-25T11:00:00Z' };
    const clocks = clocksAt('2026-11-25T12:00:00Z', answered);
    expect(ids(clocks)).toEqual(['read', 'first-response']);
    expect(one(clocks, 'read')).toMatchObject({ state: 'running', usedMinutes: 60 });
  });

  test('is unknown when Freshdesk does not tell of answers', () => {
    const clocks = clocksAt('2026-11-25T12:00:00Z', without(sent, 'requesterRespondedAt'));
    expect(clocks.map(({ state }) => state)).toEqual(['unknown', 'unknown']);
  });
});

describe('a closed ticket', () => {
  const closed = factsWith({
    status: { code: 5, label: 'Closed', phase: 'closed' },
    closedAt: '2026-11-20T16:30:00Z',
  });

  test('merged or closed without an answer, is late for nothing', () => {
    expect(ids(clocksAt('2026-12-20T12:00:00Z', closed))).toEqual([]);
    expect(ids(clocksAt('2026-12-20T12:00:00Z', without(closed, 'firstRespondedAt')))).toEqual([]);
  });

  test('still shows what was met, and how fast', () => {
    const facts = { ...closed, firstRespondedAt: '2026-11-20T16:20:00Z' };
    const clocks = clocksAt('2026-12-20T12:00:00Z', facts);
    expect(clocks.map(({ objectiveId, usedMinutes }) => [objectiveId, usedMinutes])).toEqual([
      ['first-response', 20],
    ]);
  });
});
