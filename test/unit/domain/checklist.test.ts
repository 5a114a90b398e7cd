import { expect, test } from 'vitest';
import type { TicketFacts, TicketProgress } from '@/lib/contract/ticket';
import { checklistFor } from '@/lib/domain/checklist';
import { builtinPack } from '@/lib/pack/load';
import { factsWith, linked, progressWith, without } from './ticket-facts';

const pack = builtinPack();

function view(
  categoryId: string | null,
  facts: TicketFacts = factsWith(),
  progress: TicketProgress = progressWith(),
) {
  return checklistFor({ pack, facts, progress, categoryId });
}

const lineOf = (checklist: ReturnType<typeof view>, id: string) =>
  checklist.lines.find(({ step }) => step.id === id);

test('before a category: the triage, with reading next', () => {
  const checklist = view(null);
  expect(checklist.name).toBe('Triage');
  expect(checklist.lines.map(({ step }) => step.source)).toEqual([
    'triage 1',
    'triage 2',
    'triage 3',
    'triage 4',
  ]);
  expect(checklist.nextStepId).toBe('triage-read');
  expect(checklist.doneCount).toBe(1);
});

test('a category ticks the triage and brings its own steps', () => {
  const incident = view('incident');
  expect(incident.name).toBe('Incident response');
  expect(incident.nextStepId).toBe('incident-issue');
  expect(lineOf(incident, 'triage-categorise')?.how).toEqual({
    by: 'evidence',
    at: null,
    what: 'Categorised as Incident',
  });
  expect(lineOf(incident, 'triage-to-incident')?.state).toBe('done');
  expect(lineOf(incident, 'triage-to-request')).toBeUndefined();
  expect(view('guidance').nextStepId).toBe('request-respond');
  expect(lineOf(view('guidance'), 'triage-to-request')?.state).toBe('done');
});

test('the acknowledgement is ticked by an answer after the issue, not by one before it', () => {
  const issues = [linked('incident', '2026-11-20T18:00:00Z')];
  const before = factsWith({
    firstRespondedAt: '2026-11-20T17:00:00Z',
    agentRespondedAt: '2026-11-20T17:00:00Z',
  });
  const afterwards = { ...before, agentRespondedAt: '2026-11-20T18:30:00Z' };
  const step = 'incident-acknowledge';
  expect(lineOf(view('incident', before, progressWith({ issues })), step)?.state).toBe('open');
  expect(lineOf(view('incident', afterwards), step)?.state).toBe('open');
  expect(lineOf(view('incident', afterwards, progressWith({ issues })), step)?.how).toEqual({
    by: 'evidence',
    at: '2026-11-20T18:30:00Z',
    what: 'Answered after the issue was opened',
  });
  expect(
    lineOf(view('incident', afterwards, progressWith({ issues })), 'incident-issue')?.how,
  ).toEqual({
    by: 'evidence',
    at: '2026-11-20T18:00:00Z',
    what: 'Issue acme/infrastructure#311 linked',
  });
});

test('a tick says who and when, and stands before evidence', () => {
  const progress = progressWith({
    ticks: { 'triage-read': { at: '2026-11-20T17:00:00Z', by: 'Bo' } },
  });
  expect(lineOf(view('change', factsWith(), progress), 'triage-read')?.how).toEqual({
    by: 'hand',
    at: '2026-11-20T17:00:00Z',
    who: 'Bo',
  });
});

test('what is not known ticks nothing', () => {
  const facts = without(factsWith(), 'firstRespondedAt');
  expect(lineOf(view('change', facts), 'request-respond')?.state).toBe('open');
});

test('resolved and closed end the list', () => {
  const closed = factsWith({
    status: { code: 5, label: 'Closed', phase: 'closed' },
    firstRespondedAt: '2026-11-20T17:00:00Z',
    resolvedAt: '2026-11-23T10:00:00Z',
    closedAt: '2026-11-25T10:00:00Z',
  });
  const checklist = view('change', closed);
  expect(checklist.nextStepId).toBeNull();
  expect(checklist.doneCount).toBe(checklist.lines.length);
  expect(lineOf(checklist, 'request-close')?.how).toMatchObject({ at: '2026-11-25T10:00:00Z' });
  // An incident without an issue, an acknowledgement, a commander and a report is not told to be done.
  const open = view('incident', closed).lines.filter(({ state }) => state === 'open');
  expect(open.map(({ step }) => step.id)).toEqual([
    'incident-issue',
    'incident-acknowledge',
    'incident-commander',
    'incident-report',
  ]);
});

test('a category the pack no longer has leaves the triage', () => {
  expect(view('workshop').name).toBe('Triage');
});
