import { attentionOf, compareAttention, type Attention } from '@/lib/domain/attention';
import type { TicketFacts, TicketProgress } from '@/lib/contract/ticket';
import { builtinPack } from '@/lib/pack/load';
import { describe, expect, test } from 'vitest';
import { factsWith, linked, progressWith, without } from './ticket-facts';

const pack = builtinPack();

// The ticket of these tests came in on Friday 20 November 2026 at 16:00 UTC.
function at(
  now: string,
  facts: TicketFacts = factsWith(),
  categoryId: string | null = null,
  progress: TicketProgress = progressWith(),
): Attention {
  const ticket = { facts, categoryId, progress };
  return attentionOf({ pack, ticket, teamTimeZone: 'UTC', now: new Date(now) });
}

const resolved = { code: 4, label: 'Resolved', phase: 'resolved' as const };
const answered = {
  firstRespondedAt: '2026-11-20T17:00:00Z',
  agentRespondedAt: '2026-11-20T17:00:00Z',
};
const done = { ...answered, status: resolved, resolvedAt: '2026-11-24T12:00:00Z' };

describe('a new request', () => {
  test('is unread at once, and is told once', () => {
    const attention = at('2026-11-20T16:00:01Z');
    expect(attention).toMatchObject({ lane: 'unread', level: 'now', needsNow: true });
    expect(attention.event?.kind).toBe('new-request');
    expect(at('2026-11-20T21:00:00Z').event?.key).toBe(attention.event?.key);
  });

  test('presses when reading is due soon, and is late after eight working hours', () => {
    expect(at('2026-11-20T22:00:00Z')).toMatchObject({ lane: 'unread', level: 'soon' });
    const late = at('2026-11-23T00:00:01Z');
    expect(late).toMatchObject({ lane: 'unread', level: 'late' });
    expect(late.since).toEqual(new Date('2026-11-21T00:00:00Z'));
  });

  test('that is read and categorised waits for its answer without pressing', () => {
    const attention = at('2026-11-20T17:00:00Z', factsWith(), 'change');
    expect(attention).toMatchObject({ lane: 'answer-due', level: 'rest', needsNow: false });
    expect(attention.event).toBeNull();
    // 24 working hours from Friday 16:00 are over on Monday 16:00; three quarters on Monday 10:00.
    expect(attention.changesAt).toEqual(new Date('2026-11-23T10:00:00Z'));
    const soon = at('2026-11-23T10:00:00Z', factsWith(), 'change');
    expect(soon).toMatchObject({ lane: 'answer-due', level: 'soon' });
    expect(soon.event?.kind).toBe('answer-due');
    expect(at('2026-11-23T16:00:00Z', factsWith(), 'change').level).toBe('late');
  });

  test('that was due soon at closing stays so while its clock stands still', () => {
    const facts = factsWith({ createdAt: '2026-11-19T20:00:00Z' });
    // 18 of 24 working hours are used on Friday at 14:00; the clock stands from midnight to Monday.
    expect(at('2026-11-20T14:00:00Z', facts, 'change').level).toBe('soon');
    const saturday = at(
      '2026-11-21T09:00:00Z',
      factsWith({ createdAt: '2026-11-20T04:00:00Z' }),
      'change',
    );
    expect(saturday).toMatchObject({ lane: 'answer-due', level: 'soon' });
    expect(saturday.clock?.state).toBe('stopped');
  });

  test('keeps one key while its clock presses and then is late', () => {
    const soon = at('2026-11-23T10:00:00Z', factsWith(), 'change');
    const late = at('2026-11-24T10:00:00Z', factsWith(), 'change');
    expect(late.event).toEqual(soon.event);
    expect(at('2026-11-20T17:00:00Z').event?.key).not.toBe(soon.event?.key);
  });
});

describe('whose turn', () => {
  const now = '2026-11-23T09:00:00Z';
  test('theirs after our answer, ours after theirs', () => {
    const theirs = at(now, factsWith(answered), 'change');
    expect(theirs).toMatchObject({ lane: 'waiting-on-them', level: 'rest', event: null });
    expect(theirs.since).toEqual(new Date(answered.agentRespondedAt));
    const facts = factsWith({ ...answered, requesterRespondedAt: '2026-11-23T08:00:00Z' });
    const ours = at(now, facts, 'change');
    expect(ours).toMatchObject({ lane: 'waiting-on-us', level: 'now', needsNow: true });
    expect(ours.event?.kind).toBe('requester-answered');
    expect(ours.since).toEqual(new Date('2026-11-23T08:00:00Z'));
  });

  test('another message of theirs is another event', () => {
    const first = factsWith({ ...answered, requesterRespondedAt: '2026-11-23T08:00:00Z' });
    const second = factsWith({ ...answered, requesterRespondedAt: '2026-11-23T08:30:00Z' });
    expect(at(now, first, 'change').event?.key).not.toBe(at(now, second, 'change').event?.key);
  });

  test('ours without pressing while the engineers have it', () => {
    const progress = progressWith({ issues: [linked('engineering', '2026-11-20T16:30:00Z')] });
    const attention = at(now, factsWith(answered), 'change', progress);
    expect(attention).toMatchObject({ lane: 'waiting-on-us', level: 'rest', event: null });
  });

  test('ours when a ticket came back after our answer', () => {
    const facts = factsWith({ ...answered, reopenedAt: '2026-11-22T10:00:00Z' });
    expect(at(now, facts, 'change')).toMatchObject({ lane: 'waiting-on-us', level: 'now' });
  });

  test('the thread, where it was read, is believed before the stats', () => {
    const survey = { ...answered, requesterRespondedAt: '2026-11-23T08:00:00Z' };
    const exchange = [{ by: 'agent' as const, at: answered.agentRespondedAt }];
    const facts = factsWith({ ...survey, exchange });
    expect(at(now, facts, 'change').lane).toBe('waiting-on-them');
  });

  test('theirs on a ticket that the team mailed out and nobody answered', () => {
    const facts = factsWith({ startedByTeam: true });
    expect(at(now, facts, 'change')).toMatchObject({ lane: 'waiting-on-them', level: 'rest' });
  });

  test('not guessed without stats', () => {
    const facts = without(
      factsWith(),
      'firstRespondedAt',
      'agentRespondedAt',
      'requesterRespondedAt',
    );
    expect(at(now, facts, 'change')).toMatchObject({ lane: 'waiting-on-us', since: null });
  });

  test('an answered ticket without a category stays unread, but is no news', () => {
    const attention = at('2026-11-20T18:00:00Z', factsWith(answered));
    expect(attention).toMatchObject({ lane: 'unread', needsNow: true, event: null });
  });
});

describe('an incident', () => {
  test('is in the update lane from the first answer on, and presses when an update is due', () => {
    const calm = at('2026-11-20T18:00:00Z', factsWith(answered), 'incident');
    expect(calm).toMatchObject({ lane: 'update-due', level: 'rest', needsNow: false });
    const soon = at('2026-11-20T19:20:00Z', factsWith(answered), 'incident');
    expect(soon).toMatchObject({ lane: 'update-due', level: 'soon' });
    expect(soon.event?.kind).toBe('update-due');
    expect(at('2026-11-20T20:00:00Z', factsWith(answered), 'incident').level).toBe('late');
  });

  test('with a message of theirs does not wait for the next update', () => {
    const facts = factsWith({ ...answered, requesterRespondedAt: '2026-11-20T17:30:00Z' });
    expect(at('2026-11-20T18:00:00Z', facts, 'incident').lane).toBe('waiting-on-us');
    expect(at('2026-11-20T20:30:00Z', facts, 'incident').lane).toBe('update-due');
  });

  test('each update is an event of its own', () => {
    const later = factsWith({ ...answered, agentRespondedAt: '2026-11-20T20:10:00Z' });
    const first = at('2026-11-20T20:00:00Z', factsWith(answered), 'incident');
    expect(at('2026-11-20T23:10:00Z', later, 'incident').event?.key).not.toBe(first.event?.key);
  });
});

describe('a resolved ticket', () => {
  test('waits on them for 48 working hours, then may be closed', () => {
    const waiting = at('2026-11-25T12:00:00Z', factsWith(done), 'change');
    expect(waiting).toMatchObject({ lane: 'waiting-on-them', level: 'rest' });
    expect(waiting.close).toMatchObject({ allowed: false });
    expect(waiting.changesAt).toEqual(new Date('2026-11-26T12:00:00Z'));
    const over = at('2026-11-26T12:00:00Z', factsWith(done), 'change');
    expect(over).toMatchObject({ lane: 'may-close', level: 'now', needsNow: true });
    expect(over.close).toMatchObject({ allowed: true });
    expect(over.event?.kind).toBe('may-close');
  });

  test('with an answer since is for a person to read, and is not offered for closing', () => {
    const facts = factsWith({ ...done, requesterRespondedAt: '2026-11-25T08:00:00Z' });
    const attention = at('2026-11-30T12:00:00Z', facts, 'change');
    expect(attention).toMatchObject({ lane: 'waiting-on-us', needsNow: true });
    expect(attention.close).toMatchObject({ allowed: false });
  });

  test('is not held up by what they wrote before it was resolved', () => {
    const facts = factsWith({ ...done, requesterRespondedAt: '2026-11-24T11:00:00Z' });
    expect(at('2026-11-26T12:00:00Z', facts, 'change').close).toMatchObject({ allowed: true });
  });

  test('asks for the incident report before an incident is closed', () => {
    const after = '2026-11-26T12:00:00Z';
    const without = at(after, factsWith(done), 'incident');
    expect(without).toMatchObject({ lane: 'may-close', close: { allowed: false } });
    expect(without.close?.why).toMatch(/report/i);
    const progress = progressWith({ ticks: { 'incident-report': { at: after, by: 'Bo' } } });
    expect(at(after, factsWith(done), 'incident', progress).close?.allowed).toBe(true);
  });

  test('says so when nobody knows since when it has been resolved', () => {
    const facts = without(factsWith({ ...done }), 'resolvedAt');
    const attention = at('2026-11-30T12:00:00Z', facts, 'change');
    expect(attention.close).toMatchObject({ allowed: false });
    expect(attention.close?.why).toContain('does not say');
  });

  test('is not offered for closing while it is open work', () => {
    expect(at('2026-11-30T12:00:00Z', factsWith(answered), 'change').close).toBeNull();
  });
});

describe('order', () => {
  const late = at('2026-11-24T10:00:00Z', factsWith(), 'change');
  const later = at(
    '2026-11-24T10:00:00Z',
    factsWith({ createdAt: '2026-11-20T17:00:00Z' }),
    'change',
  );
  const soon = at('2026-11-23T10:00:00Z', factsWith(), 'change');
  const unread = at('2026-11-20T16:10:00Z');
  const said = at(
    '2026-11-23T09:00:00Z',
    factsWith({ ...answered, requesterRespondedAt: '2026-11-20T18:00:00Z' }),
    'change',
  );
  const close = at('2026-11-26T12:00:00Z', factsWith(done), 'change');
  const dueLater = at('2026-11-20T17:00:00Z', factsWith(), 'change');
  const rest = at('2026-11-23T09:00:00Z', factsWith(answered), 'change');
  const ordered = [late, later, soon, unread, said, close, dueLater, rest];

  test('late by due time, then due soon, then what can be done, closing last, then the rest', () => {
    const shuffled = [rest, close, later, unread, soon, dueLater, said, late];
    expect(shuffled.toSorted(compareAttention)).toEqual(ordered);
  });

  test('is an order: the same both ways round', () => {
    for (const [i, a] of ordered.entries())
      for (const [j, b] of ordered.entries())
        expect(
          Math.sign(compareAttention(a, b)) + Math.sign(compareAttention(b, a)),
          `${i} ${j}`,
        ).toBe(0);
  });
});
