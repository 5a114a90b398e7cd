import { expect, test } from 'vitest';
import {
  missingFields,
  realChanges,
  toRequest,
} from '../../../sandbox/pages/client/ticket/changes';
import type { Ticket, TicketField } from '../../../sandbox/pages/client/wire';

const ticket: Ticket = {
  id: 7,
  subject: 'Kernel dies',
  status: 2,
  priority: 1,
  source: 1,
  type: null,
  requester_id: 1,
  responder_id: null,
  group_id: null,
  company_id: null,
  tags: ['hub'],
  custom_fields: { cf_area: 'Hub', cf_hub_url: null },
  created_at: '2026-03-04T10:30:00Z',
  updated_at: '2026-03-04T10:30:00Z',
  due_by: null,
  fr_due_by: null,
};

const field = (name: string, rest: Partial<TicketField> = {}): TicketField => ({
  id: 1,
  name,
  label: name,
  type: 'custom_text',
  position: 1,
  ...rest,
});

test('only what differs from the ticket is sent, under the names the API takes', () => {
  const edits = new Map<string, unknown>([
    ['ticket_type', 'Incident'],
    ['agent', 11],
    ['status', 2],
    ['tags', ['hub', 'triaged']],
    ['cf_area', 'Cloud'],
    ['cf_hub_url', ''],
  ]);
  expect(toRequest(realChanges(ticket, edits))).toEqual({
    type: 'Incident',
    responder_id: 11,
    tags: ['hub', 'triaged'],
    custom_fields: { cf_area: 'Cloud' },
  });
});

test('an edit taken back is no change', () => {
  expect(realChanges(ticket, new Map([['tags', ['hub']]])).size).toBe(0);
});

test('what is required on closing is asked for only when the ticket is finished', () => {
  const fields = [field('cf_hub_url', { required_for_closure: true })];
  expect(missingFields(ticket, fields, new Map())).toEqual([]);
  expect(missingFields(ticket, fields, new Map([['status', 5]]))).toEqual(['cf_hub_url']);
  const filled = new Map<string, unknown>([
    ['status', 4],
    ['cf_hub_url', 'https://hub.example'],
  ]);
  expect(missingFields(ticket, fields, filled)).toEqual([]);
});

test('what agents must fill is asked for at any save', () => {
  const fields = [field('cf_hub_url', { required_for_agents: true })];
  expect(missingFields(ticket, fields, new Map())).toEqual(['cf_hub_url']);
});
