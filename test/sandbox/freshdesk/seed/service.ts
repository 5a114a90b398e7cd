import type { BusinessHours, SlaTarget } from '../model/account.ts';
import type { Store } from '../store.ts';
import { GROUP } from './people.ts';

const ACCOUNT_CREATED = '2024-02-05T09:12:00Z';
const HOUR_SECONDS = 3600;

/** Monday to Friday, nine to five, in the account's zone. */
const WEEKDAYS: BusinessHours = {
  id: 90_000_000_301,
  name: 'Weekdays',
  is_default: true,
  time_zone: 'Eastern Time (US & Canada)',
  days: Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [
      day,
      { openMinute: 9 * 60, closeMinute: 17 * 60 },
    ]),
  ),
  created_at: ACCOUNT_CREATED,
};

function target(respondHours: number, resolveHours: number, businessHours = true): SlaTarget {
  return {
    respondSeconds: respondHours * HOUR_SECONDS,
    resolveSeconds: resolveHours * HOUR_SECONDS,
    nextRespondSeconds: businessHours ? 24 * HOUR_SECONDS : null,
    businessHours,
  };
}

/** Opening hours and policies: incidents around the clock, everything else within 24 working hours. */
export function seedService(store: Store): void {
  store.businessHours.push(structuredClone(WEEKDAYS));
  store.slaPolicies.push(
    {
      id: 90_000_000_311,
      name: 'Incidents',
      description: 'A hub is down or badly degraded: the clock does not stop at night.',
      is_default: false,
      position: 1,
      targets: {
        4: target(1, 8, false),
        3: target(2, 12, false),
        2: target(4, 24, false),
        1: target(8, 48, false),
      },
      applicable_to: { ticket_types: ['Incident'] },
      created_at: ACCOUNT_CREATED,
    },
    {
      id: 90_000_000_312,
      name: 'Support requests',
      description: 'Applies to every ticket without a policy of its own.',
      is_default: true,
      position: 2,
      targets: { 4: target(4, 24), 3: target(8, 40), 2: target(16, 60), 1: target(24, 80) },
      applicable_to: {},
      created_at: ACCOUNT_CREATED,
    },
  );
}

type Canned = [title: string, html: string, visibility?: 1 | 2];

const FOLDERS: readonly { name: string; personal?: true; responses: readonly Canned[] }[] = [
  {
    name: 'First answers',
    responses: [
      [
        'We have your request',
        '<div>Hello {{ticket.requester.firstname}},<br><br>thank you for writing to us. We have read your message about "{{ticket.subject}}" and are looking into it. You will hear from us within one working day.<br><br>{{ticket.agent.name}}</div>',
      ],
      [
        'Please ask your community representative',
        '<div>Hello {{ticket.requester.name}},<br><br>requests about the hub of {{ticket.requester.company_name}} reach us through your community representatives. Could you ask one of them to confirm this one? Your request is kept here: {{ticket.url}}</div>',
      ],
    ],
  },
  {
    name: 'Incidents',
    responses: [
      [
        'We are investigating',
        '<div>Hello {{ticket.requester.firstname}},<br><br>we can see the problem you describe and treat it as an incident. The next update follows within two hours, earlier if we know more.<br><br>Reference: {{ticket.id}}</div>',
      ],
      [
        'Back to normal',
        '<div>Hello {{ticket.requester.firstname}},<br><br>the hub works again. Please tell us if you or your users still see trouble.</div>',
      ],
    ],
  },
  {
    name: 'Waiting for you',
    responses: [
      [
        'Gentle reminder',
        '<div>Hello {{ticket.requester.firstname}},<br><br>did our last answer help? Without news we will close this request in two working days.</div>',
      ],
      [
        'Engineering only: hand-over',
        '<div>Handing over ticket {{ticket.id}}. Tried so far: [LIST]. Open questions: [LIST].</div>',
        2,
      ],
    ],
  },
  {
    name: 'Personal',
    personal: true,
    responses: [['My sign-off', '<div>Best wishes from Bo</div>', 1]],
  },
];

/** Canned responses with placeholders, in folders. */
export function seedCannedResponses(store: Store): void {
  let responseId = 90_000_000_600;
  FOLDERS.forEach(({ name, personal, responses }, index) => {
    const folderId = 90_000_000_590 + index;
    store.cannedFolders.set(folderId, {
      id: folderId,
      name,
      personal: personal === true,
      created_at: ACCOUNT_CREATED,
    });
    for (const [title, html, visibility] of responses) {
      responseId += 1;
      store.cannedResponses.set(responseId, {
        id: responseId,
        folder_id: folderId,
        title,
        content_html: html,
        visibility: visibility ?? 0,
        group_ids: visibility === 2 ? [GROUP.engineering] : [],
        created_at: ACCOUNT_CREATED,
        updated_at: '2026-04-02T09:00:00Z',
      });
    }
  });
}
