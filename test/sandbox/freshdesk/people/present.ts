import type { Account } from '../../types.ts';
import type { Agent, Company, Contact, Group } from '../model/account.ts';

/** Ids of the organisation lie above 2^53: exact only as text. */
const ORG_OFFSET = 2_000_000_000_000_000_000n;

function orgId(id: number): bigint {
  return ORG_OFFSET + BigInt(id);
}

/** Row of a contact list (key set as recorded in 2024). */
export function contactRow(contact: Contact, account: Account): Record<string, unknown> {
  const [first = '', ...others] = contact.name.split(' ');
  return {
    active: contact.active,
    address: null,
    description: null,
    email: contact.email,
    id: contact.id,
    job_title: contact.job_title,
    language: contact.language,
    mobile: contact.mobile,
    name: contact.name,
    phone: contact.phone,
    time_zone: contact.time_zone,
    twitter_id: null,
    custom_fields: contact.custom_fields,
    facebook_id: null,
    created_at: contact.created_at,
    updated_at: contact.updated_at,
    csat_rating: null,
    preferred_source: null,
    company_id: contact.company_id,
    unique_external_id: null,
    first_name: first,
    last_name: others.join(' '),
    visitor_id: `00000000-0000-4000-8000-${String(contact.id).padStart(12, '0')}`,
    ...(account.age === '2022'
      ? {}
      : { org_contact_id: Number(orgId(contact.id)), other_phone_numbers: [] }),
  };
}

/** A contact's own page: more keys than a row; `other_companies` is absent without a company. */
export function contactView(contact: Contact, account: Account): Record<string, unknown> {
  return {
    ...contactRow(contact, account),
    tags: contact.tags,
    other_emails: [],
    view_all_tickets: contact.company_id === null ? null : false,
    ...(contact.company_id === null ? {} : { other_companies: [] }),
    avatar: null,
    ...(account.age === '2022' ? {} : { org_contact_id_str: String(orgId(contact.id)) }),
  };
}

function company(record: Company): Record<string, unknown> {
  return {
    id: record.id,
    name: record.name,
    description: record.description,
    note: record.note,
    domains: record.domains,
    created_at: record.created_at,
    updated_at: record.updated_at,
    custom_fields: record.custom_fields,
    health_score: null,
    account_tier: null,
    renewal_date: null,
    industry: null,
  };
}

/** Row of a company list; the organisation's id is text here. */
export function companyRow(record: Company, account: Account): Record<string, unknown> {
  return account.age === '2022'
    ? company(record)
    : { ...company(record), org_company_id: String(orgId(record.id)) };
}

/** A company's own page; here the organisation's id is a number that has lost its last digits (recorded, 2026). */
export function companyView(record: Company, account: Account): Record<string, unknown> {
  if (account.age === '2022') return company(record);
  return {
    ...company(record),
    org_company_id: Number(orgId(record.id)),
    org_company_id_str: String(orgId(record.id)),
  };
}

/** Row of the agents list: no groups and no roles (recorded, 2026). */
export function agentRow(
  agent: Agent,
  account: Account,
  ticketScope: number,
): Record<string, unknown> {
  return {
    // About automatic assignment, not about being at work: false wherever that is off (recorded).
    available: false,
    occasional: agent.occasional,
    id: agent.id,
    ticket_scope: ticketScope,
    created_at: agent.created_at,
    updated_at: agent.updated_at,
    ...(account.age === '2022' ? {} : { last_active_at: agent.updated_at }),
    available_since: null,
    type: 'support_agent',
    contact: {
      active: true,
      email: agent.email,
      job_title: null,
      language: 'en',
      last_login_at: null,
      mobile: null,
      name: agent.name,
      phone: null,
      time_zone: agent.time_zone,
      created_at: agent.created_at,
      updated_at: agent.updated_at,
    },
    ...(account.age === '2022' ? {} : { deactivated: false }),
    signature: agent.signature,
    focus_mode: true,
    ...(account.age === '2022'
      ? {}
      : { agent_operational_status: 'available', api_key_enabled: true }),
  };
}

/** `GET /agents/me` and `/agents/:id`: with groups, roles and skills. */
export function agentView(
  agent: Agent,
  account: Account,
  ticketScope: number,
): Record<string, unknown> {
  return {
    ...agentRow(agent, account, ticketScope),
    group_ids: agent.group_ids,
    role_ids: agent.role_ids,
    skill_ids: [],
    ...(account.age === '2022'
      ? {}
      : {
          org_agent_id: String(orgId(agent.id)),
          org_group_ids: [],
          contribution_group_ids: [],
          scope: null,
          availability: [{ channel: null, available: false, available_since: null }],
        }),
  };
}

/** A group; its business hours' id is a number even where `/business_hours` gives text (recorded, 2026). */
export function groupRow(group: Group, businessHoursId: number | null): Record<string, unknown> {
  return {
    id: group.id,
    name: group.name,
    description: group.description,
    escalate_to: null,
    unassigned_for: null,
    business_hour_id: businessHoursId,
    group_type: 'support_agent_group',
    created_at: group.created_at,
    updated_at: group.created_at,
    auto_ticket_assign: 0,
    agent_availability_status: false,
  };
}
