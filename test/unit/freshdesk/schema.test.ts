import {
  agentSchema,
  apiErrorSchema,
  businessHoursSchema,
  cannedResponseFolderSchema,
  cannedResponseSchema,
  companySchema,
  contactSchema,
  conversationSchema,
  groupSchema,
  ticketFieldSchema,
  ticketSchema,
  ticketSearchPageSchema,
  timeEntrySchema,
} from '@/lib/background/freshdesk/schema';
import { describe, expect, it } from 'vitest';
import { rawConversation, rawTicket2022, rawTicket2026, rawTimeEntry } from './fixtures';

const dates = { created_at: '2026-03-04T10:30:00Z', updated_at: '2026-03-04T10:30:00Z' };

describe('ticketSchema', () => {
  it('reads the answer of a 2026 account and drops keys Steward has no use for', () => {
    const ticket = ticketSchema.parse(rawTicket2026);
    expect(ticket).toMatchObject({
      id: 412,
      status: 8,
      custom_fields: { cf_hub: 'spring', cf_severity: null, cf_engineer: false, cf_seats: 30 },
      company: { id: 90000000777, name: 'Tidepool University' },
      requester: { name: 'Ada Reef' },
    });
    expect(ticket).not.toHaveProperty('sentiment_score');
  });

  it('reads the answer of a 2022 account: null and absent both mean none', () => {
    expect(ticketSchema.parse(rawTicket2022)).toMatchObject({
      subject: '',
      description: null,
      tags: [],
      cc_emails: [],
      stats: null,
      requester: null,
      company: null,
      nr_due_by: null,
      deleted: false,
    });
  });

  it('reads an empty embedded company as none', () => {
    expect(ticketSchema.parse({ ...rawTicket2026, company: {} }).company).toBeNull();
  });

  it('keeps an absent stat absent and a null stat null', () => {
    const { stats } = ticketSchema.parse({ ...rawTicket2026, stats: { resolved_at: null } });
    expect(stats).toEqual({ resolved_at: null });
  });

  it('takes ids written as text and instants with an offset', () => {
    const ticket = ticketSchema.parse({
      ...rawTicket2026,
      id: '412',
      group_id: '90000000201',
      created_at: '2026-03-04T16:00:00+05:30',
    });
    expect(ticket.id).toBe(412);
    expect(ticket.group_id).toBe(90000000201);
    expect(ticket.created_at).toBe('2026-03-04T10:30:00.000Z');
  });

  it('reads its own result again, so that stored answers can be parsed once more', () => {
    for (const raw of [rawTicket2022, rawTicket2026]) {
      const ticket = ticketSchema.parse(raw);
      expect(ticketSchema.parse(JSON.parse(JSON.stringify(ticket)))).toEqual(ticket);
    }
    const entry = timeEntrySchema.parse(rawTimeEntry(1));
    expect(timeEntrySchema.parse(entry)).toEqual(entry);
  });

  it('joins fields with several choices and blanks values it cannot show', () => {
    const { custom_fields: fields } = ticketSchema.parse({
      ...rawTicket2026,
      custom_fields: { cf_many: ['a', 'b'], cf_file: { name: 'x' } },
    });
    expect(fields).toEqual({ cf_many: 'a, b', cf_file: null });
  });

  it.each([
    ['priority', 5],
    ['priority', '3'],
    ['status', 'open'],
    ['created_at', 'yesterday'],
    ['created_at', '2026-13-45T10:00:00Z'],
    ['id', 'x1'],
    ['id', 2 ** 60],
    ['tags', 'hub'],
    ['custom_fields', []],
  ])('refuses %s = %j', (key, value) => {
    const result = ticketSchema.safeParse({ ...rawTicket2026, [key]: value });
    expect(result.error?.issues[0]?.path[0]).toBe(key);
  });

  it('reads a search page', () => {
    const page = ticketSearchPageSchema.parse({ total: 57, results: [rawTicket2022] });
    expect(page.results[0]?.id).toBe(14);
  });
});

describe('conversationSchema', () => {
  it('reads a survey answer with null recipients, and a new note without source', () => {
    const survey = rawConversation(1, { incoming: true, source: 6, to_emails: null });
    expect(conversationSchema.parse(survey)).toMatchObject({ to_emails: [], source: 6 });
    const { source: _, from_email: __, cc_emails: ___, ...note } = rawConversation(2);
    expect(conversationSchema.parse(note)).toMatchObject({ source: null, cc_emails: [] });
  });

  it('insists on knowing whether an entry is private', () => {
    const { private: _, ...entry } = rawConversation(1);
    expect(conversationSchema.safeParse(entry).success).toBe(false);
  });
});

describe('ticketFieldSchema', () => {
  const field = { id: 1, name: 'x', label: 'X', type: 'custom_dropdown', position: 1 };

  it.each([
    [['A', 'B']],
    [{ Low: 1 }],
    [{ '2': ['Open', 'Being processed'] }],
    [{ Hub: { Login: ['SSO'], Storage: [] } }],
    [[{ Hub: [{ Login: ['SSO'] }] }]],
  ])('takes the choices %j', (choices) => {
    expect(ticketFieldSchema.parse({ ...field, choices }).choices).toEqual(choices);
  });

  it('takes a field without choices and refuses choices that are neither list nor map', () => {
    expect(ticketFieldSchema.parse(field).choices).toBeNull();
    expect(ticketFieldSchema.safeParse({ ...field, choices: 'A,B' }).success).toBe(false);
  });
});

describe('other objects', () => {
  it('reads time entries of both ages', () => {
    expect(timeEntrySchema.parse(rawTimeEntry(1)).time_spent_in_seconds).toBe(4509);
    const { time_spent_in_seconds: _, company_id: __, ...old } = rawTimeEntry(2, { note: null });
    expect(timeEntrySchema.parse(old)).toMatchObject({
      time_spent_in_seconds: null,
      company_id: null,
      note: '',
    });
    expect(timeEntrySchema.safeParse(rawTimeEntry(3, { time_spent: '1h' })).success).toBe(false);
  });

  it.each([
    ['number id, clock without seconds', 301, '9:00 am', '5:00 pm', '301'],
    ['text id, clock with seconds', '90000000301', '12:00:00 am', '11:59:59 pm', '90000000301'],
  ])('reads business hours: %s', (_, id, start, end, expected) => {
    const hours = businessHoursSchema.parse({
      id,
      name: 'Weekdays',
      is_default: true,
      time_zone: 'Eastern Time (US & Canada)',
      business_hours: { monday: { start_time: start, end_time: end } },
      ...dates,
    });
    expect(hours.id).toBe(expected);
    expect(hours.business_hours?.monday?.start_time).toBe(start);
    expect(hours.business_hours?.sunday).toBeUndefined();
  });

  it('reads people and companies whose organisation ids are beyond exact numbers', () => {
    const company = { id: 777, name: 'Tidepool', org_company_id: 2.09e18, ...dates };
    expect(companySchema.parse({ ...company, custom_fields: { hours: 10 } })).toMatchObject({
      custom_fields: { hours: 10 },
      domains: [],
    });
    const contact = { id: 4411, name: 'Ada', company_id: null, org_contact_id: 1.8e18, ...dates };
    expect(contactSchema.parse(contact)).toMatchObject({ company_id: null, email: null });
  });

  it('reads agents of both ages', () => {
    const agent = {
      id: 3001,
      ticket_scope: 1,
      contact: { name: 'Bo', email: 'bo@acme.example', active: true },
      ...dates,
    };
    expect(agentSchema.parse(agent).api_key_enabled).toBeNull();
    expect(agentSchema.parse({ ...agent, api_key_enabled: false }).api_key_enabled).toBe(false);
  });

  it('reads groups, canned responses and their folders', () => {
    const group = { id: 201, name: 'Stewards', business_hour_id: 301, ...dates };
    expect(groupSchema.parse({ ...group, auto_ticket_assign: true })).toMatchObject({
      business_hour_id: '301',
      auto_ticket_assign: true,
    });
    const folder = { id: 5, name: 'Personal', personal: true, responses_count: 3, ...dates };
    expect(cannedResponseFolderSchema.parse(folder).canned_responses).toEqual([]);
    const response = { id: 6, title: 'Hello', content_html: '<div>Hi</div>', visibility: 1 };
    expect(cannedResponseSchema.parse({ ...response, ...dates }).content_html).toBe(
      '<div>Hi</div>',
    );
  });
});

describe('apiErrorSchema', () => {
  it.each([
    { description: 'Validation failed', errors: [{ field: 'a', message: 'b', code: 'c' }] },
    { errors: [{ message: 'b' }] },
    { code: 'access_denied', message: 'No.' },
    { message: 'PUT method is not allowed.' },
  ])('reads %j', (body) => {
    expect(apiErrorSchema.parse(body)).toEqual(body);
  });

  it.each([{}, { errors: [] }, [], null, { code: 'x' }])('refuses %j', (body) => {
    expect(apiErrorSchema.safeParse(body).success).toBe(false);
  });
});
