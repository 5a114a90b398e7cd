import { DEFAULT_NAMES } from '@/lib/background/freshdesk/fields';
import { ticketSchema } from '@/lib/background/freshdesk/schema';
import { phaseOf, toFacts } from '@/lib/background/freshdesk/to-facts';
import { expect, it } from 'vitest';
import { rawTicket2022, ticketOf } from './fixtures';

const host = 'acme.freshdesk.com';
const names = {
  ...DEFAULT_NAMES,
  statuses: { ...DEFAULT_NAMES.statuses, 8: 'With engineers' },
  groups: { 90000000201: 'Stewards' },
};

it('frees a ticket of names of the API', () => {
  expect(toFacts(host, ticketOf(), names)).toEqual({
    ref: { host, id: 412 },
    url: 'https://acme.freshdesk.com/a/tickets/412',
    subject: 'Hub does not start',
    descriptionText: 'Students see a 503.',
    status: { code: 8, label: 'With engineers', phase: 'open' },
    type: 'Incident',
    priority: 3,
    tags: ['hub'],
    customFields: { cf_hub: 'spring', cf_severity: null, cf_engineer: false, cf_seats: 30 },
    groupName: 'Stewards',
    agentName: null,
    requester: { id: 90000004411, name: 'Ada Reef', email: 'ada@tidepool.example' },
    company: { id: 90000000777, name: 'Tidepool University' },
    ccEmails: ['Dean <dean@tidepool.example>'],
    createdAt: '2026-03-04T10:30:00Z',
    updatedAt: '2026-03-04T10:30:02Z',
    firstRespondedAt: '2026-03-04T11:00:00Z',
    agentRespondedAt: '2026-03-04T11:40:00Z',
    requesterRespondedAt: null,
    resolvedAt: null,
    closedAt: null,
    reopenedAt: null,
    pendingSince: null,
    freshdeskFirstResponseDueAt: '2026-03-04T12:30:00Z',
    freshdeskResolutionDueAt: '2026-03-05T16:00:00Z',
  });
});

it('leaves unknown what the answer does not say', () => {
  const facts = toFacts(host, ticketSchema.parse(rawTicket2022));
  for (const key of ['firstRespondedAt', 'resolvedAt', 'closedAt', 'pendingSince']) {
    expect(facts).not.toHaveProperty(key);
  }
  expect(facts).toMatchObject({
    subject: '',
    company: null,
    requester: { id: 5000000911, name: null, email: null },
    freshdeskResolutionDueAt: null,
  });
  const partly = toFacts(host, ticketOf({ stats: { closed_at: null } }));
  expect(partly.closedAt).toBeNull();
  expect(partly).not.toHaveProperty('resolvedAt');
});

it('shows numbers for names it does not know, never none', () => {
  const facts = toFacts(
    host,
    ticketOf({ status: 27, group_id: 5, responder_id: 6, company: {}, company_id: 7 }),
    names,
  );
  expect(facts.status).toEqual({ code: 27, label: 'Status 27', phase: 'open' });
  expect(facts.groupName).toBe('Group 5');
  expect(facts.agentName).toBe('Agent 6');
  expect(facts.company).toEqual({ id: 7, name: 'Company 7' });
});

it.each([
  [2, 'open'],
  [3, 'open'],
  [4, 'resolved'],
  [5, 'closed'],
  [6, 'open'],
  [9000, 'open'],
])('status %i is %s', (code, phase) => {
  expect(phaseOf(code)).toBe(phase);
});

it('knows a ticket that the team mailed out', () => {
  expect(toFacts(host, ticketOf({ source: 10 })).startedByTeam).toBe(true);
  expect(toFacts(host, ticketOf({ source: 1 }))).not.toHaveProperty('startedByTeam');
});
