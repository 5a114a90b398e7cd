import type { Agent, Company, Contact, Group } from '../model/account.ts';
import type { Store } from '../store.ts';

const ACCOUNT_CREATED = '2024-02-05T09:12:00Z';
const ZONE = 'Eastern Time (US & Canada)';

export const GROUP = {
  support: 90_000_000_201,
  engineering: 90_000_000_202,
  partnerships: 90_000_000_203,
};
const ROLE = { admin: 90_000_000_801, agent: 90_000_000_804 };

/** Numbers of the seeded agents; Bo is the one whose key and session are used. */
export const AGENT = {
  Ada: 90_000_003_001,
  Bo: 90_000_003_002,
  Cleo: 90_000_003_003,
  Dee: 90_000_003_004,
  Eli: 90_000_003_005,
  Fay: 90_000_003_006,
  Gus: 90_000_003_007,
} as const;

export type AgentName = keyof typeof AGENT;

function agent(name: AgentName, groupIds: number[]): Agent {
  return {
    id: AGENT[name],
    name,
    email: `${name.toLowerCase()}@acme.example`,
    admin: name === 'Ada',
    group_ids: groupIds,
    role_ids: [name === 'Ada' ? ROLE.admin : ROLE.agent],
    occasional: name === 'Gus',
    signature: `<div dir="ltr"><p>Best wishes,<br>${name}<br>Acme Hubs support</p></div>`,
    time_zone: name === 'Eli' ? 'Berlin' : ZONE,
    created_at: ACCOUNT_CREATED,
    updated_at: '2026-05-12T14:03:27Z',
  };
}

function group(id: number, name: string, description: string, agents: readonly AgentName[]): Group {
  return {
    id,
    name,
    description,
    agent_ids: agents.map((one) => AGENT[one]),
    created_at: ACCOUNT_CREATED,
  };
}

/** Numbers of the seeded communities. */
export const COMPANY = {
  tidepool: 90_000_000_701,
  harbour: 90_000_000_702,
  northwind: 90_000_000_703,
  lichen: 90_000_000_704,
  altiplano: 90_000_000_705,
  glacier: 90_000_000_706,
  sablefish: 90_000_000_707,
  mosaic: 90_000_000_708,
  kestrel: 90_000_000_709,
  delta: 90_000_000_710,
} as const;

export type CompanyKey = keyof typeof COMPANY;

type CompanySeed = {
  name: string;
  domain: string;
  tier: 'Essential' | 'Advanced' | 'Dedicated';
  hours: number;
  active?: false;
  representatives: readonly string[];
  note?: string;
};

const COMPANIES: Readonly<Record<CompanyKey, CompanySeed>> = {
  tidepool: {
    name: 'Tidepool University',
    domain: 'tidepool.example',
    tier: 'Advanced',
    hours: 10,
    representatives: [
      'Ana Ruiz <ana.ruiz@tidepool.example>',
      'Jonas Weber <jonas.weber@tidepool.example>',
    ],
    note: 'Teaches from January to May; avoid changes in the first weeks of term.',
  },
  harbour: {
    name: 'Harbour Marine Lab',
    domain: 'harbourlab.example',
    tier: 'Essential',
    hours: 5,
    representatives: ['Priya Nair <priya@harbourlab.example>'],
  },
  northwind: {
    name: 'Northwind Climate Consortium',
    domain: 'northwind-climate.example',
    tier: 'Dedicated',
    hours: 25,
    representatives: [
      'Tomasz Zielinski <tomasz@northwind-climate.example>',
      'Grace Adeyemi <grace@northwind-climate.example>',
    ],
    note: 'Shares its cloud account with two sister projects.',
  },
  lichen: {
    name: 'Lichen Genomics Network',
    domain: 'lichen.example',
    tier: 'Essential',
    hours: 6,
    representatives: ['Ingrid Solberg <ingrid.solberg@lichen.example>'],
  },
  altiplano: {
    name: 'Red Altiplano de Astronomía',
    domain: 'altiplano.example',
    tier: 'Essential',
    hours: 5,
    representatives: ['Lucía Mamani <lucia.mamani@altiplano.example>'],
  },
  glacier: {
    name: 'Open Glacier Project',
    domain: 'openglacier.example',
    tier: 'Advanced',
    hours: 12,
    representatives: ['Freya Jonsdottir <freya@openglacier.example>'],
  },
  sablefish: {
    name: 'Sablefish Data School',
    domain: 'sablefish.example',
    tier: 'Essential',
    hours: 4,
    representatives: ['Marcus Bell <marcus@sablefish.example>'],
  },
  mosaic: {
    name: 'Mosaic Community College',
    domain: 'mosaic.example',
    tier: 'Essential',
    hours: 5,
    representatives: ['Denise Carter <dcarter@mosaic.example>'],
  },
  kestrel: {
    name: 'Kestrel Remote Sensing',
    domain: 'kestrel.example',
    tier: 'Advanced',
    hours: 10,
    representatives: ['Hiro Tanaka <hiro@kestrel.example>'],
  },
  delta: {
    name: 'Delta Hydrology Hub',
    domain: 'deltahydro.example',
    tier: 'Essential',
    hours: 5,
    active: false,
    representatives: ['Nadia Rahman <nadia.rahman@deltahydro.example>'],
    note: 'Membership ended last quarter; the hub is read-only until the data have moved.',
  },
};

function company(key: CompanyKey): Company {
  const seed = COMPANIES[key];
  return {
    id: COMPANY[key],
    name: seed.name,
    description: null,
    note: seed.note ?? null,
    domains: [seed.domain],
    custom_fields: {
      membership_tier: seed.tier,
      active_technical_support: seed.active !== false,
      community_representatives: seed.representatives.join('\n'),
      support_hours_per_month: seed.hours,
      hub_url: `https://${seed.domain.split('.')[0]}.hubs.example`,
    },
    created_at: '2024-03-11T10:20:00Z',
    updated_at: '2026-08-01T08:00:00Z',
  };
}

/** Requesters: key, name, address, community. */
const CONTACTS = [
  ['ana', 'Ana Ruiz', 'ana.ruiz@tidepool.example', 'tidepool'],
  ['jonas', 'Jonas Weber', 'jonas.weber@tidepool.example', 'tidepool'],
  ['marta', 'Marta Lindgren', 'marta.lindgren@tidepool.example', 'tidepool'],
  ['priya', 'Priya Nair', 'priya@harbourlab.example', 'harbour'],
  ['tomasz', 'Tomasz Zielinski', 'tomasz@northwind-climate.example', 'northwind'],
  ['grace', 'Grace Adeyemi', 'grace@northwind-climate.example', 'northwind'],
  ['ingrid', 'Ingrid Solberg', 'ingrid.solberg@lichen.example', 'lichen'],
  ['oskar', 'Oskar Lund', 'oskar.lund@lichen.example', 'lichen'],
  ['lucia', 'Lucía Mamani', 'lucia.mamani@altiplano.example', 'altiplano'],
  ['freya', 'Freya Jonsdottir', 'freya@openglacier.example', 'glacier'],
  ['marcus', 'Marcus Bell', 'marcus@sablefish.example', 'sablefish'],
  ['denise', 'Denise Carter', 'dcarter@mosaic.example', 'mosaic'],
  ['hiro', 'Hiro Tanaka', 'hiro@kestrel.example', 'kestrel'],
  ['nadia', 'Nadia Rahman', 'nadia.rahman@deltahydro.example', 'delta'],
  ['sam', 'Sam Whitfield', 'sam.whitfield@mailbox.example', null],
  ['billing', 'Cloud Billing', 'no-reply@billing.cloudhost.example', null],
  ['mallory', 'Mallory <b>Quote</b> "Breaker"', 'mallory@lichen.example', 'lichen'],
  ['offers', 'Best Offers', 'deals@bestoffers.example', null],
] as const satisfies readonly (readonly [string, string, string, CompanyKey | null])[];

export type ContactKey = (typeof CONTACTS)[number][0];

/** Number of a seeded requester. */
export function contactId(key: ContactKey): number {
  return 90_000_004_401 + CONTACTS.findIndex(([one]) => one === key);
}

function contact([key, name, email, companyKey]: (typeof CONTACTS)[number]): Contact {
  return {
    id: contactId(key),
    name,
    email,
    phone: null,
    mobile: null,
    job_title: key === 'ana' ? 'Director of computing education' : null,
    language: key === 'lucia' ? 'es' : 'en',
    time_zone: ZONE,
    company_id: companyKey === null ? null : COMPANY[companyKey],
    active: key === 'ana',
    tags: [],
    custom_fields: {},
    created_at: '2024-03-12T12:00:00Z',
    updated_at: '2026-06-20T12:00:00Z',
  };
}

/** Agents, groups: what even an empty account has. */
export function seedAgents(store: Store): void {
  const agents = [
    agent('Ada', [GROUP.support, GROUP.engineering]),
    agent('Bo', [GROUP.support]),
    agent('Cleo', [GROUP.support, GROUP.engineering]),
    agent('Dee', [GROUP.engineering]),
    agent('Eli', [GROUP.engineering]),
    agent('Fay', [GROUP.support]),
    agent('Gus', [GROUP.partnerships]),
  ];
  for (const one of agents) store.agents.set(one.id, one);
  const groups = [
    group(GROUP.support, 'Support stewards', 'First answer to every request', [
      'Ada',
      'Bo',
      'Cleo',
      'Fay',
    ]),
    group(GROUP.engineering, 'Engineering', 'Hubs and clusters', ['Ada', 'Cleo', 'Dee', 'Eli']),
    group(GROUP.partnerships, 'Partnerships', 'Memberships and contracts', ['Gus']),
  ];
  for (const one of groups) store.groups.set(one.id, one);
}

/** Communities and their people. */
export function seedCommunities(store: Store): void {
  for (const key of Object.keys(COMPANIES) as CompanyKey[])
    store.companies.set(COMPANY[key], company(key));
  for (const one of CONTACTS) store.contacts.set(contactId(one[0]), contact(one));
}
