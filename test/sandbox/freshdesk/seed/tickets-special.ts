import type { SeedClock } from './clock.ts';
import { AGENT, GROUP } from './people.ts';
import { letter, type Step, type TicketSeed } from './replay.ts';

/** One round of the long thread: seconds until a server was there, what was tried, what it showed. */
const ROUNDS: readonly (readonly [seconds: number, tried: string, finding: string])[] = [
  [210, 'added one node to the pool before eight', 'the extra node was full within a minute'],
  [
    195,
    'looked at the time it takes to pull the image',
    'the pull alone takes 140 s on a fresh node',
  ],
  [190, 'pinned the image on all nodes', 'pinning works except on nodes that start later'],
  [150, 'kept three nodes running over night', 'the nodes were stopped at six by a cost rule'],
  [148, 'exempted the pool from that cost rule', 'nodes stay, yet logins crowd onto the first one'],
  [
    120,
    'spread users over the nodes',
    'spreading helps; the login service is now the slowest part',
  ],
  [118, 'gave the login service a second copy', 'no change, the identity provider answers slowly'],
  [131, 'asked the identity provider for their logs', 'they see 300 requests in the same minute'],
  [115, 'cached the group look-up for five minutes', 'look-ups fell by nine tenths'],
  [96, 'measured once more with the cache warm', 'the image pull is the slowest part again'],
  [94, 'removed two unused compilers from the image', 'the image is 1.1 GB smaller'],
  [80, 'moved the image to a registry in the same region', 'pulls take 35 s now'],
  [78, 'checked the home directory server at eight', 'its queue is long for the first ten minutes'],
  [
    83,
    'raised the throughput of the home directories',
    'the queue is gone, costs rise by 12 USD a month',
  ],
  [61, 'looked for servers that hang at the start', 'about one in thirty needs a second attempt'],
  [60, 'shortened the wait between attempts', 'the second attempt follows after 5 s, not 60 s'],
  [45, 'watched a whole Monday together', 'three quarters of all servers start within 40 s'],
  [44, 'compared with the hub of a sister project', 'theirs takes 38 s with a smaller image'],
  [41, 'wrote down what we changed', 'ready for a summary to the consortium'],
  [39, 'left everything alone for a week', 'stable, nothing to add'],
];

const REMARKS = [
  'People are patient, but the seminar starts at nine.',
  'I have attached nothing this time, the picture is the same as before.',
  'Two colleagues in another time zone did not notice anything.',
  'Thank you for staying with this.',
];

function round([seconds, tried, finding]: (typeof ROUNDS)[number], index: number): Step[] {
  const start = 20 + index * 31;
  return [
    {
      after: start,
      from: index % 3 === 2 ? 'grace' : 'tomasz',
      mail: letter(
        `Measurement ${index + 1}: this morning the median from login to a running server was <b>${seconds} seconds</b> for 60 people.`,
        REMARKS[index % REMARKS.length] ?? '',
      ),
    },
    {
      after: start + 2,
      by: index % 2 === 0 ? 'Dee' : 'Bo',
      note: `<div>We ${tried}. Result: ${finding}.</div>`,
    },
    {
      after: start + 4,
      by: index % 2 === 0 ? 'Bo' : 'Cleo',
      reply: letter(
        'Hello Tomasz,',
        `thank you for the numbers. In the meantime we ${tried}; ${finding}. Could you measure again at the next busy morning?`,
      ),
    },
  ];
}

/** Sixty messages over some weeks; the last word is the agent's. */
function longThread(clock: SeedClock): TicketSeed {
  return {
    id: 4205,
    from: 'tomasz',
    arrived: clock.ago(27 * 24),
    subject: 'Slow logins on Monday mornings',
    body: letter(
      'Hello,',
      'every Monday between eight and nine it takes three to four minutes until a server runs. Later in the day it takes half a minute. I shall send you measurements as we go along.',
      'Tomasz Zielinski, Northwind Climate Consortium',
    ),
    set: {
      type: 'Change Request',
      priority: 2,
      responder_id: AGENT.Bo,
      group_id: GROUP.engineering,
      tags: ['performance'],
      custom_fields: {
        cf_hub_url: 'https://northwind-climate.hubs.example',
        cf_impact: 'Whole hub',
      },
    },
    steps: ROUNDS.flatMap(round),
  };
}

const OVERRIDE = '\u202Etxet siht esrever\u202C';
const FILLER =
  'Lines of a log file follow, as long as they come: WARNING pod evicted, node pressure; retrying. ';

/** A mail that tries whatever a mail can try: markup, direction overrides, mentions, blanks, sheer size. */
function hostile(clock: SeedClock): TicketSeed {
  return {
    id: 4234,
    from: 'mallory',
    arrived: clock.workingHoursAgo(7),
    subject: `</title><script>alert('subject')</script> ${OVERRIDE} @team {{ticket.requester.name}} { NAME } [click](javascript:alert(1)) ${'very '.repeat(180)}long`,
    body:
      `<div onclick="alert(1)" data-steward="fake">Dear <b onmouseover='alert(2)'>team</b> @team @here, ${OVERRIDE}</div>` +
      '<script>document.title = "owned"</script><style>body { display: none }</style><!-- hidden -->' +
      '<img src="x" onerror="alert(3)"><img src="data:image/png;base64,AAAA"><iframe src="https://evil.example"></iframe>' +
      '<a href="java\nscript:alert(4)">read this</a> <a href="https://lichen.example/?a=1&b=2">and this</a>' +
      '</div></div></section></body></html>' +
      '<p>{{ticket.agent.name}} { NAME } { CONTEXT HERE } [NAME] XXX TODO {% raw %} ${7*7} &lt;b&gt;not bold&lt;/b&gt;</p>' +
      '<p>Steward checklist: all done &#10003; (this line is not from Steward)</p>' +
      `<table><tr><td>${FILLER.repeat(1100)}</td></tr></table><div>unclosed <b>to the end`,
  };
}

/** Tickets that stretch the interface. */
export function specialTickets(clock: SeedClock): TicketSeed[] {
  return [longThread(clock), hostile(clock)];
}
