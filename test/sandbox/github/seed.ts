import { TEMPLATES } from './seed-templates.ts';
import type { Clock } from './clock.ts';
import type { Call } from './emulator.ts';
import { ENGINEER, type Person, PRIVATE_REPO, PUBLIC_REPO, STEWARD } from './people.ts';

const HOUR_MS = 3_600_000;

const LABELS = [
  { name: 'support', color: '0e8a16', description: 'Comes from a support ticket' },
  { name: 'type: Hub Incident', color: 'b60205', description: 'Service of a hub is degraded' },
  { name: 'enhancement', color: 'a2eeef', description: 'New feature or request' },
  { name: 'documentation', color: '0075ca', description: 'Improvements to the documentation' },
] as const;

type SeedIssue = {
  hoursAgo: number;
  author: Person;
  title: string;
  labels: readonly string[];
  body: string;
  comment?: string;
  isClosed?: boolean;
};

const ISSUES: readonly SeedIssue[] = [
  {
    hoursAgo: 30 * 24,
    author: ENGINEER,
    title: 'Pin the image of the profile list instead of using `latest`',
    labels: ['enhancement'],
    body: 'Two hubs got a new kernel over night. We should pin by digest and update by pull request.',
  },
  {
    hoursAgo: 12 * 24,
    author: STEWARD,
    title: '[Incident] Home directories read-only on the Tidepool hub',
    labels: ['type: Hub Incident', 'support'],
    body: [
      '### Summary',
      '',
      'The file server ran out of space; every write failed with `No space left on device`.',
      '',
      '- Ticket: https://acme.freshdesk.com/a/tickets/17',
      '- Incident commander: @jun-engineer',
    ].join('\n'),
    comment: 'Volume grown to 2 TB and an alert added at 85 %. Users can write again.',
    isClosed: true,
  },
  {
    hoursAgo: 5 * 24,
    author: STEWARD,
    title: 'Add `cartopy` and `rioxarray` to the Riverbend image',
    labels: ['support'],
    body: 'Asked for in https://acme.freshdesk.com/a/tickets/21 for a course that starts next week.',
    comment: 'Image is building; I will post when it is rolled out.',
  },
  {
    hoursAgo: 26,
    author: ENGINEER,
    title: 'Describe how a community rotates its sign-in secrets',
    labels: ['documentation'],
    body: 'We answered this three times in a month. One page with screenshots would do.',
  },
];

const put = async (call: Call, repo: string, path: string, text: string): Promise<void> => {
  const content = Buffer.from(text, 'utf8').toString('base64');
  const message = `Add ${path}`;
  const response = await call(STEWARD, 'PUT', `/repos/${repo}/contents/${path}`, {
    message,
    content,
  });
  if (!response.ok) throw new Error(`Seeding ${path} failed with ${response.status}.`);
};

/**
 * Fills the two repositories through the API: issue templates, labels and some issues with their age. Issues 1–4 exist
 * afterwards; number 2 is closed.
 */
export const seedGithub = async (call: Call, clock: Clock, now: Date): Promise<void> => {
  await clock.mark(new Date(now.getTime() - 60 * 24 * HOUR_MS));
  for (const [name, text] of Object.entries(TEMPLATES)) {
    await put(call, PUBLIC_REPO, `.github/ISSUE_TEMPLATE/${name}`, text);
  }
  await put(
    call,
    PRIVATE_REPO,
    'docs/about.md',
    'Shared by the support team; edited by Steward.\n',
  );
  for (const label of LABELS) await call(STEWARD, 'POST', `/repos/${PUBLIC_REPO}/labels`, label);
  for (const issue of ISSUES) {
    await clock.mark(new Date(now.getTime() - issue.hoursAgo * HOUR_MS));
    const { title, body, labels } = issue;
    const created = await call(issue.author, 'POST', `/repos/${PUBLIC_REPO}/issues`, {
      title,
      body,
      labels,
    });
    const { number } = (await created.json()) as { number: number };
    const path = `/repos/${PUBLIC_REPO}/issues/${number}`;
    if (issue.comment === undefined) continue;
    await clock.mark(new Date(now.getTime() - (issue.hoursAgo - 3) * HOUR_MS));
    await call(ENGINEER, 'POST', `${path}/comments`, { body: issue.comment });
    if (issue.isClosed === true)
      await call(ENGINEER, 'PATCH', path, { state: 'closed', state_reason: 'completed' });
  }
  await clock.mark(now);
};
