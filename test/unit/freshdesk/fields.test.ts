import { fieldLabel } from '@/lib/background/freshdesk/field-label';
import { DEFAULT_NAMES, fieldNames } from '@/lib/background/freshdesk/fields';
import { missingForUpdate } from '@/lib/background/freshdesk/missing-for-update';
import { describe, expect, it } from 'vitest';
import { fieldOf, ticketOf } from './fixtures';

const form = [
  fieldOf({
    name: 'cf_area',
    label: 'Area',
    type: 'nested_field',
    choices: { Hub: { Login: ['SSO'], Storage: [] }, Billing: {} },
    nested_ticket_fields: [
      { id: 1, name: 'cf_topic', label: 'Topic', level: 2 },
      { id: 2, name: 'cf_detail', label: '', level: 3 },
    ],
  }),
  fieldOf({
    name: 'ticket_type',
    label: 'Type',
    type: 'default_ticket_type',
    choices: ['Question', 'Incident'],
  }),
  fieldOf({
    name: 'status',
    label: 'Status',
    type: 'default_status',
    choices: { '2': ['Offen', 'In Arbeit'], '27': ['With engineers', 'In Arbeit'] },
  }),
  fieldOf({
    name: 'priority',
    label: 'Priority',
    type: 'default_priority',
    choices: { Niedrig: 1, Dringend: 4 },
  }),
  fieldOf({
    name: 'group',
    label: 'Group',
    type: 'default_group',
    choices: { Stewards: 90000000201 },
  }),
  fieldOf({
    name: 'agent',
    label: 'Agent',
    type: 'default_agent',
    choices: { 'Bo Tide': '90000003001' },
  }),
  fieldOf({
    name: 'cf_severity',
    label: 'Severity',
    type: 'custom_dropdown',
    choices: ['SEV1', 'SEV2'],
  }),
  fieldOf({
    name: 'cf_odd',
    label: 'Odd',
    type: 'custom_dropdown',
    choices: { '1': ['x', 'x'], '2': ['y', 'y'] },
  }),
  fieldOf({
    name: 'cf_docs',
    label: 'Docs',
    type: 'nested_field',
    choices: [{ Hub: [{ Login: ['SSO'] }] }, { Other: [] }],
  }),
  fieldOf({ name: 'cf_text', label: 'Text', type: 'custom_text' }),
];

describe('fieldNames', () => {
  it('reads names in every shape the form has', () => {
    expect(fieldNames(form)).toEqual({
      statuses: { 2: 'Offen', 3: 'Pending', 4: 'Resolved', 5: 'Closed', 27: 'With engineers' },
      priorities: { 1: 'Niedrig', 2: 'Medium', 3: 'High', 4: 'Dringend' },
      types: ['Question', 'Incident'],
      groups: { 90000000201: 'Stewards' },
      agents: { 90000003001: 'Bo Tide' },
      choices: {
        cf_area: ['Hub', 'Billing'],
        cf_severity: ['SEV1', 'SEV2'],
        cf_odd: ['x', 'y'],
        cf_docs: ['Hub', 'Other'],
      },
      labels: {
        cf_area: 'Area',
        cf_topic: 'Topic',
        cf_detail: 'cf_detail',
        ticket_type: 'Type',
        status: 'Status',
        priority: 'Priority',
        group: 'Group',
        agent: 'Agent',
        cf_severity: 'Severity',
        cf_odd: 'Odd',
        cf_docs: 'Docs',
        cf_text: 'Text',
      },
    });
  });

  it("falls back to Freshdesk's own names for an empty form, and survives storage", () => {
    expect(fieldNames([])).toEqual(DEFAULT_NAMES);
    expect(JSON.parse(JSON.stringify(fieldNames(form)))).toEqual(fieldNames(form));
  });
});

describe('fieldLabel', () => {
  it.each([
    ['type', 'Type'],
    ['responder_id', 'Agent'],
    ['custom_fields.cf_severity', 'Severity'],
    ['custom_fields.cf_new_one', 'New one'],
    ['email_config_id', 'Email config'],
  ])('%s is called %s', (field, label) => {
    expect(fieldLabel(field, fieldNames(form).labels)).toBe(label);
  });
});

describe('missingForUpdate', () => {
  const required = (name: string, type: string, forClosure = false) =>
    fieldOf({
      name,
      type,
      label: `L ${name}`,
      required_for_agents: !forClosure,
      required_for_closure: forClosure,
    });
  const names = (fields: Parameters<typeof missingForUpdate>[0], changes = {}, ticket = {}) =>
    missingForUpdate(fields, ticketOf(ticket), changes).map(({ name }) => name);

  it('finds blank required custom fields, and not false or 0', () => {
    const fields = [
      required('cf_severity', 'custom_dropdown'),
      required('cf_engineer', 'custom_checkbox'),
      required('cf_absent', 'custom_text'),
      required('cf_zero', 'custom_number'),
    ];
    const ticket = { custom_fields: { cf_severity: '  ', cf_engineer: false, cf_zero: 0 } };
    expect(missingForUpdate(fields, ticketOf(ticket), { priority: 4 })).toEqual([
      { name: 'cf_severity', label: 'L cf_severity' },
      { name: 'cf_absent', label: 'L cf_absent' },
    ]);
  });

  it('counts what the change itself fills or empties', () => {
    const fields = [
      required('cf_severity', 'custom_dropdown'),
      required('ticket_type', 'default_ticket_type'),
    ];
    expect(names(fields, { customFields: { cf_severity: 'SEV1' } })).toEqual([]);
    expect(names(fields, { type: null })).toEqual(['cf_severity', 'ticket_type']);
    expect(names(fields, { type: 'Incident' }, { type: null })).toEqual(['cf_severity']);
  });

  it('asks for closure fields only when the ticket is resolved or closed', () => {
    const fields = [required('cf_severity', 'custom_dropdown', true)];
    expect(names(fields, { priority: 4 })).toEqual([]);
    expect(names(fields, { status: 3 })).toEqual([]);
    expect(names(fields, { status: 4 })).toEqual(['cf_severity']);
    expect(names(fields, { status: 5 })).toEqual(['cf_severity']);
  });

  it('checks group, agent and product, but not what every ticket came with', () => {
    const fields = [
      required('requester', 'default_requester'),
      required('subject', 'default_subject'),
      required('description', 'default_description'),
      required('company', 'default_company'),
      required('status', 'default_status'),
      required('group', 'default_group'),
      required('agent', 'default_agent'),
      required('product', 'default_product'),
    ];
    const ticket = { subject: null, company_id: null, group_id: null };
    expect(names(fields, { priority: 1 }, ticket)).toEqual(['group', 'agent', 'product']);
  });
});
