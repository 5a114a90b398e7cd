import { packSchema, type Pack } from '@/lib/pack/schema';

const section = (heading: string, content: string, keep: number) => ({
  id: heading.toLowerCase(),
  heading,
  content,
  keep,
});

/** A small process of its own, so that these tests do not change with the team's process. */
export const testPack: Pack = packSchema.parse({
  schemaVersion: 1,
  id: 'test',
  name: 'Test process',
  calendars: [
    { id: 'week', name: 'Weekdays', timeZone: 'team', weeklyHours: { mon: [['00:00', '24:00']] } },
  ],
  objectives: [],
  categories: [
    {
      id: 'incident',
      name: 'Incident',
      shortName: 'Incident',
      definition: 'Something is down.',
      examples: [],
      set: { type: 'Incident', priority: 4, tags: ['outage'] },
      drawsOnBudget: false,
      checklist: 'triage',
    },
    {
      id: 'change',
      name: 'Change Request',
      shortName: 'Change',
      definition: 'Something should be different.',
      examples: [],
      set: { type: 'Change Request', tags: ['change'] },
      drawsOnBudget: true,
      checklist: 'triage',
    },
    {
      id: 'unknown-here',
      name: 'Unknown',
      shortName: 'Unknown',
      definition: 'A type the account does not have.',
      examples: [],
      set: { type: 'Unheard Of' },
      drawsOnBudget: true,
      checklist: 'triage',
    },
  ],
  incidentTest: [],
  triage: 'triage',
  checklists: [
    {
      id: 'triage',
      name: 'Triage',
      steps: [
        { id: 'read', source: 'triage 2', title: 'Read' },
        { id: 'decide', source: 'triage 3', title: 'Decide' },
      ],
    },
  ],
  templates: [
    {
      id: 'update',
      name: 'Update',
      audience: 'public',
      greeting: 'Hello {{requester.firstName}},',
      body: ['we look into {{problem}}.'],
      fields: [
        { name: 'requester.firstName', label: 'First name' },
        { name: 'problem', label: 'What is the problem?' },
      ],
    },
    {
      id: 'handover',
      name: 'Handover',
      audience: 'private',
      body: ['For the next steward.'],
      fields: [],
    },
  ],
  github: {
    repository: 'acme/hubs',
    incident: {
      titlePattern: '[Incident] {{title}}',
      labels: ['type: Hub Incident', 'support'],
      fields: [{ name: 'summary', label: 'Summary' }],
      sections: [
        section('Summary', '{{summary}}', 5),
        section('Ticket', '{{ticket.url}}', 9),
        section('Message', '{{ticket.text}}', 0),
      ],
    },
    engineering: {
      titlePattern: '[Support] {{title}}',
      labels: ['support'],
      fields: [],
      sections: [section('Ticket', '{{ticket.url}}', 9)],
    },
  },
  rotation: { shiftWeeks: 2, stewardsOnDuty: 2, rule: 'one hands over every two weeks' },
  budget: { hoursPerEngineer: 20, communitiesPerEngineer: 10 },
});
