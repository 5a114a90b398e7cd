import type { TicketField } from '../model/account.ts';
import type { Store } from '../store.ts';

type Options = Partial<
  Pick<
    TicketField,
    'required_for_agents' | 'required_for_closure' | 'choices' | 'levels' | 'description'
  >
>;

function field(
  id: number,
  name: string,
  label: string,
  type: string,
  options: Options = {},
): TicketField {
  const custom = name.startsWith('cf_');
  return {
    id: 90_000_000_500 + id,
    name,
    label,
    type,
    description: custom ? null : `Ticket ${name.replace('_', ' ')}`,
    required_for_agents: false,
    required_for_closure: false,
    customers_can_edit: custom,
    displayed_to_customers: custom || name === 'subject' || name === 'status',
    ...options,
  };
}

/** The form of a research-hub support desk. Type and outcome must be filled in before a ticket is resolved. */
const FIELDS: readonly TicketField[] = [
  field(1, 'requester', 'Search a requester', 'default_requester', { required_for_agents: true }),
  field(2, 'subject', 'Subject', 'default_subject', { required_for_agents: true }),
  field(3, 'ticket_type', 'Type', 'default_ticket_type', {
    required_for_closure: true,
    choices: [
      'Incident',
      'Change Request',
      'Guidance Request',
      'Question',
      'Workshop',
      'Billing',
      'No action needed',
    ],
  }),
  field(4, 'source', 'Source', 'default_source'),
  field(5, 'status', 'Status', 'default_status', { required_for_agents: true }),
  field(6, 'priority', 'Priority', 'default_priority', { required_for_agents: true }),
  field(7, 'group', 'Group', 'default_group'),
  field(8, 'agent', 'Agent', 'default_agent'),
  field(9, 'product', 'Product', 'default_product'),
  field(10, 'description', 'Description', 'default_description', { required_for_agents: true }),
  field(11, 'company', 'Company', 'default_company'),
  field(12, 'cf_hub_url', 'Hub URL', 'custom_text'),
  field(13, 'cf_impact', 'Impact', 'custom_dropdown', {
    choices: ['One person', 'Several people', 'Whole hub', 'Several hubs'],
  }),
  field(14, 'cf_area', 'Area', 'nested_field', {
    choices: {
      'Hub access': {
        Login: ['Identity provider', 'Allow list', 'Cookies'],
        Certificates: [],
      },
      'User servers': {
        Start: ['Image pull', 'Node pool', 'Quota'],
        Storage: ['Home directory', 'Shared directory', 'Object store'],
      },
      Environment: {
        Image: ['Package', 'Base image', 'Build failure'],
        Extensions: ['JupyterLab', 'RStudio'],
      },
      'Distributed computing': { Dask: ['Gateway', 'Workers', 'Dashboard'] },
      Cloud: { Cost: ['Alert', 'Report'], Credits: [] },
    },
    levels: [
      { id: 90_000_000_561, name: 'cf_topic', label: 'Topic', level: 2 },
      { id: 90_000_000_562, name: 'cf_detail', label: 'Detail', level: 3 },
    ],
  }),
  field(15, 'cf_teaching', 'A class is affected', 'custom_checkbox'),
  field(16, 'cf_outcome', 'Outcome', 'custom_dropdown', {
    required_for_closure: true,
    choices: ['Fixed', 'Answered', 'Changed', 'Handed to engineering', 'Not ours', 'No action'],
  }),
];

/** Fields and statuses; they are there in an empty account, too. */
export function seedForm(store: Store): void {
  store.fields.push(...structuredClone(FIELDS));
  store.statuses.push(
    { id: 2, label: 'Open', customerLabel: 'Being processed', stopsClock: false },
    { id: 3, label: 'Pending', customerLabel: 'Awaiting your reply', stopsClock: true },
    { id: 4, label: 'Resolved', customerLabel: 'This ticket has been resolved', stopsClock: true },
    { id: 5, label: 'Closed', customerLabel: 'This ticket has been closed', stopsClock: true },
    { id: 6, label: 'Waiting on Customer', customerLabel: 'Awaiting your reply', stopsClock: true },
    { id: 7, label: 'Waiting on Third Party', customerLabel: 'Being processed', stopsClock: true },
    { id: 8, label: 'With engineering', customerLabel: 'Being processed', stopsClock: false },
    { id: 9, label: 'Scheduled', customerLabel: 'Planned', stopsClock: false },
    {
      id: 9000,
      label: 'Assigned to AI Agent',
      customerLabel: 'Being processed',
      stopsClock: false,
    },
  );
}
