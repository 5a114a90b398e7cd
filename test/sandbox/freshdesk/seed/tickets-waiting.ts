import { HOUR_MS } from '../model/time.ts';
import type { SeedClock } from './clock.ts';
import { AGENT, GROUP } from './people.ts';
import { letter, type TicketSeed } from './replay.ts';

/** Tickets that wait for something: an answer, an update, the end of a time. Together they fill every part of a list. */
export function waitingTickets(clock: SeedClock): TicketSeed[] {
  const outage = clock.workingHoursAgo(6.4);
  // Told something 2.4 hours ago: the next update is due soon.
  const lastUpdate = (clock.ago(2.4).getTime() - outage.getTime()) / HOUR_MS;
  return [
    {
      id: 4236,
      from: 'denise',
      arrived: outage,
      subject: 'Nobody at Mosaic can reach the hub',
      body: letter(
        'Hello,',
        'since this morning the hub answers with "Service Unavailable" for all of us, on campus and at home.',
        'Denise Carter',
      ),
      set: {
        type: 'Incident',
        tags: ['incident'],
        priority: 4,
        responder_id: AGENT.Bo,
        group_id: GROUP.engineering,
      },
      steps: [
        {
          after: 0.4,
          by: 'Bo',
          reply: letter(
            'Hello Denise,',
            'thank you, we see it too: the address of your hub stopped resolving. We are on it and write again within three hours.',
            'Bo',
          ),
        },
        {
          after: lastUpdate,
          by: 'Bo',
          reply: letter(
            'Hello Denise,',
            'the registrar has confirmed the wrong entry and is putting it right. Some networks will need another hour.',
            'Bo',
          ),
        },
      ],
    },
    {
      id: 4235,
      from: 'grace',
      arrived: clock.workingHoursAgo(6.8),
      subject: 'More storage for the shared directory',
      body: letter(
        'Hi,',
        'our shared directory is at 93 %. Could it be raised from 2 TB to 3 TB before the campaign in two weeks?',
        'Grace',
      ),
      set: {
        type: 'Change Request',
        tags: ['change-request'],
        responder_id: AGENT.Cleo,
        group_id: GROUP.support,
      },
    },
    {
      id: 4232,
      from: 'nadia',
      arrived: clock.workingHoursAgo(10),
      subject: 'Which format for our gauge time series?',
      body: letter(
        'Dear colleagues,',
        'we have 40 years of ten-minute values from 300 gauges in text files. Is Zarr or Parquet the better choice for our students?',
        'Nadia Rahman',
      ),
      set: {
        type: 'Guidance Request',
        tags: ['guidance-request'],
        responder_id: AGENT.Bo,
        group_id: GROUP.support,
      },
    },
    {
      id: 4214,
      from: 'freya',
      arrived: clock.workingHoursAgo(60),
      subject: 'R kernel missing after the update',
      body: letter('Hello,', 'since the update only Python is offered to us.', 'Freya'),
      set: {
        type: 'Change Request',
        tags: ['change-request'],
        responder_id: AGENT.Cleo,
        group_id: GROUP.support,
        custom_fields: { cf_outcome: 'Fixed' },
      },
      steps: [
        {
          after: 5,
          by: 'Cleo',
          reply: letter('Hello Freya,', 'the R kernel is back in the image since noon.', 'Cleo'),
        },
        { after: 5.1, set: { status: 4 } },
      ],
    },
    {
      id: 4213,
      from: 'denise',
      arrived: clock.workingHoursAgo(62),
      subject: 'Another admin for the Mosaic hub',
      body: letter(
        'Hello,',
        'please make our new colleague an admin of the hub as well.',
        'Denise Carter',
      ),
      set: {
        type: 'Change Request',
        tags: ['change-request'],
        responder_id: AGENT.Bo,
        group_id: GROUP.support,
      },
      steps: [
        {
          after: 3,
          by: 'Bo',
          reply: letter('Hello Denise,', 'done: she can log in as an admin now.', 'Bo'),
        },
        { after: 3.1, set: { status: 4 } },
      ],
    },
    // Untouched for longer than a plain list of Freshdesk goes back.
    {
      id: 4102,
      from: 'tomasz',
      arrived: clock.ago(75 * 24),
      subject: 'Could the hub have a Julia image?',
      body: letter(
        'Hello,',
        'two of our groups work in Julia. It is not urgent at all.',
        'Tomasz Zielinski',
      ),
      set: {
        type: 'Change Request',
        tags: ['change-request'],
        responder_id: AGENT.Bo,
        group_id: GROUP.support,
      },
      steps: [
        {
          after: 20,
          by: 'Bo',
          reply: letter('Hello Tomasz,', 'gladly, once the next round of images is planned.', 'Bo'),
        },
        {
          after: 26 * 24,
          from: 'tomasz',
          mail: letter('Hello Bo,', 'has that round been planned by now?', 'Tomasz'),
        },
      ],
    },
  ];
}
