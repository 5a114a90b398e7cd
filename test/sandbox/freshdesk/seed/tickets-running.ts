import { HOUR_MS } from '../model/time.ts';
import type { SeedClock } from './clock.ts';
import { AGENT, GROUP } from './people.ts';
import { letter, type TicketSeed } from './replay.ts';

/** Tickets with a history: in work, waiting, resolved, closed, deleted. */
export function runningTickets(clock: SeedClock): TicketSeed[] {
  const untilYesterday =
    (clock.ago(26.1).getTime() - clock.workingHoursAgo(40).getTime()) / HOUR_MS;
  return [
    {
      id: 4228,
      from: 'nadia',
      arrived: clock.workingHoursAgo(20),
      subject: 'Moving our data before the hub is switched off',
      cc: [
        'archive@deltahydro.example',
        'it@deltahydro.example',
        'rahman.office@deltahydro.example',
        'director@deltahydro.example',
        'k.islam@deltahydro.example',
      ],
      body: letter(
        'Dear colleagues,',
        'as agreed our hub ends with this quarter. We need to copy about 3 TB of gauge data to our own servers. What is the best way, and until when can we still log in?',
        'Please keep the people in copy informed.',
        'Nadia Rahman',
      ),
      set: { responder_id: AGENT.Fay, group_id: GROUP.support, type: 'Guidance Request' },
      steps: [
        {
          after: 3,
          by: 'Fay',
          reply: letter(
            'Hello Nadia,',
            'you can log in until the last day of the month. For 3 TB we suggest copying straight from the bucket; I will send you read access. Which addresses should it be for?',
            'Fay',
          ),
        },
        { after: 3.1, set: { status: 3 } },
      ],
    },
    {
      id: 4231,
      from: 'grace',
      arrived: clock.workingHoursAgo(12),
      subject: 'How many Dask workers should we ask for?',
      body: letter(
        'Hi,',
        'our postdocs start Dask clusters of 100 workers for anything, and half of them sit idle. What size do you recommend for reading a 2 TB Zarr store, and is there a way to have the cluster shrink when it is not used?',
        'We would rather learn to do this properly than raise the limits. A call would be fine, too.',
        'Grace',
      ),
      set: { type: 'Guidance Request', responder_id: AGENT.Cleo, group_id: GROUP.support },
      steps: [
        {
          after: 1,
          by: 'Cleo',
          note: '<div>They are on Gateway with adaptive scaling off. Worth pairing with a short call.</div>',
        },
        {
          after: 2,
          by: 'Cleo',
          reply: letter(
            'Hello Grace,',
            'a good start is adaptive scaling between 2 and 40 workers with 8 GB each. Could you send us a notebook that shows the slow step? Then we can look at the chunk sizes as well.',
            'Cleo',
          ),
        },
        {
          after: 5,
          from: 'grace',
          mail: letter(
            'Thank you, that helps already. The notebook is in our shared directory under examples/chunks.ipynb. How does next week look for a call?',
            'Grace',
          ),
        },
      ],
    },
    {
      id: 4230,
      from: 'denise',
      arrived: clock.workingHoursAgo(18),
      subject: 'Please add geopandas and folium to our image',
      body: letter(
        'Hello,',
        'for the mapping unit we need <code>geopandas</code> 1.0 and <code>folium</code> in the image of the Mosaic hub. At the moment students install them by hand each time, which takes ten minutes of every class.',
        'The unit starts in two weeks.',
        'Denise Carter',
      ),
      set: {
        type: 'Change Request',
        responder_id: AGENT.Bo,
        group_id: GROUP.engineering,
        tags: ['image'],
        custom_fields: {
          cf_hub_url: 'https://mosaic.hubs.example',
          cf_area: 'Environment',
          cf_topic: 'Image',
          cf_detail: 'Package',
          cf_teaching: true,
        },
      },
      steps: [
        {
          after: 4,
          by: 'Bo',
          reply: letter(
            'Hello Denise,',
            'we will add both packages to the image and tell you when the new version is ready for a test, at the latest by the end of next week.',
            'Bo',
          ),
        },
        { after: 4.1, set: { status: 8 } },
        {
          after: 4.2,
          by: 'Bo',
          note: '<div>Solver takes gdal 3.9, which rasterio in the image does not like yet. @team any objection to raising rasterio?</div>',
        },
      ],
    },
    {
      id: 4221,
      from: 'freya',
      arrived: clock.workingHoursAgo(40),
      subject: 'Home directory permissions after the move',
      body: letter(
        'Hi,',
        'after the weekend move some files in my home directory belong to "nobody" and I cannot change them.',
        'Freya',
      ),
      set: {
        type: 'Question',
        responder_id: AGENT.Bo,
        group_id: GROUP.support,
        custom_fields: { cf_outcome: 'Fixed' },
      },
      steps: [
        {
          after: 2,
          by: 'Bo',
          reply: letter(
            'Hello Freya,',
            'thank you, we see it: the copy lost the owner of about 300 files. We are setting it right now.',
            'Bo',
          ),
        },
        { after: 5, from: 'freya', mail: letter('Great, thanks!') },
        {
          after: untilYesterday,
          by: 'Bo',
          reply: letter(
            'Hello Freya,',
            'all files in your home directory are yours again. Could you check?',
            'Bo',
          ),
        },
        { after: untilYesterday + 0.1, set: { status: 4 } },
      ],
    },
    {
      id: 4218,
      from: 'tomasz',
      arrived: clock.workingHoursAgo(50),
      subject: 'Test, please ignore',
      body: letter('Testing our new mail gateway.'),
      deleted: true,
    },
    {
      id: 4211,
      from: 'hiro',
      // More than 48 working hours without an answer: the process lets it be closed.
      arrived: clock.workingHoursAgo(66),
      subject: 'Timeouts when reading from the object store',
      body: letter(
        'Hello,',
        'reads of our tile bucket time out since the first of the month, mostly in the afternoon.',
        'Hiro',
      ),
      set: {
        type: 'Incident',
        priority: 3,
        responder_id: AGENT.Cleo,
        group_id: GROUP.support,
        custom_fields: { cf_outcome: 'Fixed' },
      },
      steps: [
        {
          after: 1,
          by: 'Cleo',
          reply: letter(
            'Hello Hiro,',
            'we see the timeouts as well and are looking at the proxy in front of the bucket.',
            'Cleo',
          ),
        },
        {
          after: 3,
          by: 'Cleo',
          note: '<div>Proxy had a connection limit of 64 per node; raised to 512.</div>',
        },
        {
          after: 5,
          by: 'Cleo',
          reply: letter(
            'Hello Hiro,',
            'a limit in our proxy was too low for your reads. It is raised, and the last two hours were free of errors. Could you confirm?',
            'Cleo',
          ),
        },
        { after: 5.1, set: { status: 4 } },
      ],
    },
    {
      id: 4207,
      from: 'jonas',
      arrived: clock.ago(15 * 24),
      subject: 'Two new teaching assistants need admin rights',
      body: letter(
        'Hi,',
        'please give the two new teaching assistants of the spring course admin rights on the hub.',
        'Jonas',
      ),
      set: {
        type: 'Change Request',
        responder_id: AGENT.Fay,
        group_id: GROUP.support,
        custom_fields: { cf_outcome: 'Changed' },
      },
      steps: [
        {
          after: 4,
          by: 'Fay',
          reply: letter('Hello Jonas,', 'done. They have to log out and in again once.', 'Fay'),
        },
        { after: 4.1, set: { status: 4 } },
        { after: 30, set: { status: 5 } },
      ],
    },
  ];
}
