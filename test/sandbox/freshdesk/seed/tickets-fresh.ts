import type { SeedClock } from './clock.ts';
import { AGENT, GROUP } from './people.ts';
import { letter, type TicketSeed } from './replay.ts';

/** Tickets that nobody has answered yet: what a steward finds in the morning. */
export function freshTickets(clock: SeedClock): TicketSeed[] {
  return [
    {
      id: 4242,
      from: 'ana',
      arrived: clock.ago(65 / 60),
      subject: 'Hub will not start for the spring course',
      cc: ['jonas.weber@tidepool.example', 'it-helpdesk@tidepool.example'],
      body: letter(
        'Good morning,',
        'since about half an hour ago none of my students can start a server on <a href="https://tidepool.hubs.example">https://tidepool.hubs.example</a>. After logging in they see "Spawn failed: timed out" and, on a second try, a plain <b>503 Service Unavailable</b>. I get the same with my own account.',
        'This is the introductory oceanography course, 140 students, and the first lab session starts in two hours. Yesterday evening everything still worked; we have not changed anything on our side.',
        'Could you please have a look, and tell me whether I should move the session?',
        'Kind regards,<br>Ana Ruiz<br>Tidepool University',
      ),
      set: { custom_fields: { cf_hub_url: 'https://tidepool.hubs.example' } },
    },
    {
      id: 4243,
      from: 'marta',
      arrived: clock.ago(41 / 60),
      subject: '503 when logging in to the Tidepool hub',
      body: letter(
        'Hello,',
        'I am preparing for this afternoon and cannot get in: after the university login the hub answers "503 : Service Unavailable. Your server appears to be down." Two colleagues in my corridor see the same. Is this a known problem?',
        'Thanks, Marta',
      ),
    },
    {
      id: 4241,
      from: 'offers',
      arrived: clock.ago(2),
      subject: 'Grow your followers 10x this week',
      body: letter(
        'Dear webmaster, our team can bring your site to the first page. Reply today for a discount.',
      ),
      spam: true,
    },
    {
      id: 4240,
      from: 'sam',
      arrived: clock.workingHoursAgo(2.5),
      subject: 'Could our lab have a hub?',
      body: letter(
        'Hi there,',
        'a friend at another university showed me the hub you run for them. We are a small ecology lab (nine people) and would love something like it, mostly R and a bit of Python, with about 500 GB of shared data.',
        'Whom do I talk to, and what would it cost?',
        'Sam Whitfield',
      ),
    },
    {
      id: 4239,
      from: 'oskar',
      arrived: clock.workingHoursAgo(4),
      subject: 'My kernel dies when I load the reference genome',
      body: letter(
        'Hi,',
        'when I read the reference genome the kernel restarts after a minute or so. I think it runs out of memory: the file has 11 GB. Can I have a bigger server? I am a PhD student in the group of Ingrid Solberg.',
        'Oskar',
      ),
      set: { custom_fields: { cf_hub_url: 'https://lichen.hubs.example' } },
    },
    {
      id: 4226,
      from: 'hiro',
      // With 24 working hours for the first answer, three quarters of an hour are left.
      arrived: clock.workingHoursAgo(23.25),
      subject: 'New JupyterLab extension for our image viewer',
      body: letter(
        'Dear team,',
        'our developers have released version 1.0 of the tile viewer as a JupyterLab extension. Could it be installed for all users of the Kestrel hub? It needs JupyterLab 4.2 or newer.',
        'There is no hurry, but we show it to our funder at the end of next month.',
        'Best regards,<br>Hiro',
      ),
      set: { group_id: GROUP.support },
    },
    {
      id: 4237,
      from: 'billing',
      arrived: clock.workingHoursAgo(6),
      subject: 'Budget alert: openglacier-hub has reached 90% of its monthly budget',
      body: letter(
        'This is an automated message. Project <b>openglacier-hub</b> has spent 4,518.20 USD of a monthly budget of 5,000.00 USD.',
        'Largest services: Compute Engine 3,870.11 USD, Cloud Storage 402.37 USD, Networking 245.72 USD.',
        'Do not reply to this address.',
      ),
      set: { tags: ['billing', 'automatic'] },
    },
    {
      id: 4223,
      from: 'priya',
      arrived: clock.workingHoursAgo(30),
      subject: 'Shared directory is full',
      body: letter(
        'Hello,',
        'saving into the shared directory fails with "No space left on device". We have removed what we could, about 40 GB, yet df still shows 100%. Nobody can save results there at the moment; home directories are fine.',
        'Could you extend it to 2 TB? We would also like to know what takes up the space.',
        'Priya (Harbour Marine Lab)',
      ),
      set: {
        priority: 2,
        custom_fields: {
          cf_hub_url: 'https://harbourlab.hubs.example',
          cf_impact: 'Several people',
        },
      },
    },
    {
      id: 4238,
      from: 'lucia',
      arrived: clock.workingHoursAgo(5),
      subject: 'No puedo añadir a nuevos usuarios',
      body: letter(
        'Buenos días:',
        'Desde la actualización de la semana pasada no encuentro la página para añadir usuarios a nuestro hub. Tengo que dar acceso a doce estudiantes antes del taller del viernes, y el botón «Administrar» ya no aparece en mi menú.',
        '¿Podrían indicarme cómo hacerlo, o añadirlos ustedes? Les adjunto la lista en cuanto me digan en qué formato la necesitan.',
        'Muchas gracias y un saludo,<br>Lucía Mamani',
      ),
    },
    {
      id: 4233,
      from: 'marcus',
      arrived: clock.workingHoursAgo(9),
      subject: 'Workshop for 40 people in three weeks',
      body: letter(
        'Hi all,',
        'we run our two-day introduction to data analysis again, with 40 participants, from nine to four. Most of them will log in within the same five minutes. Each needs 4 GB of memory and 1 CPU, and the image we used last time.',
        'Could you make sure that there is room, and that the participants (list of addresses follows) can log in from the Thursday before?',
        'Thank you!<br>Marcus Bell, Sablefish Data School',
      ),
      set: { responder_id: AGENT.Bo, group_id: GROUP.support },
    },
  ];
}
