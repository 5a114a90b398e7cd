import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Handler } from '../../types.ts';
import type { Clock } from '../clock.ts';
import type { Emulated } from '../emulator.ts';
import { textOf } from '../form-body.ts';
import { type Person, PRIVATE_REPO, PUBLIC_REPO } from '../people.ts';
import { type NewIssueView, readNewIssueUrl } from '../prefill.ts';
import { rewriteAnswer } from '../rewrite.ts';
import { type Comment, type Issue, issueContent, issuesContent } from './issues.ts';
import { barePage, type Markup, plainPage, repoPage } from './layout.ts';
import { chooserContent, newIssueContent } from './new-issue.ts';
import { readSetup } from './repository.ts';
import { submitIssue } from './submit.ts';

/** One opening of the new-issue page: the link, and what the page made of it. */
export type NewIssuePage = {
  at: Date;
  url: string;
  repo: string;
  viewer: string;
  view: NewIssueView;
};

export type WebOptions = {
  emulated: Emulated;
  clock: Clock;
  now: () => Date;
  /** Who is signed in, if anybody. */
  viewer: () => Person | undefined;
  signIn: () => void;
  usesPushState: () => boolean;
  newIssuePages: NewIssuePage[];
};

const HEADERS = {
  'cache-control': 'max-age=0, private, must-revalidate',
  'x-frame-options': 'deny',
} as const;

const NOT_FOUND = ['Page not found', 'This is not the web page you are looking for.'] as const;
const TOO_LONG = ['URI Too Long', 'Whoa there! Your request URL is too long.'] as const;

/** `github.com`: the pages around issues, as far as a steward sees them. */
export const createWeb = (options: WebOptions): Handler => {
  const { emulated, clock, now } = options;
  const app = new Hono();

  const send = async (c: Context, page: Markup, status: 200 | 404 | 414 = 200): Promise<Response> =>
    c.html(await page, status, HEADERS);
  const notFound = (c: Context): Promise<Response> => send(c, plainPage(...NOT_FOUND), 404);
  const read = async <T>(viewer: Person | undefined, path: string): Promise<T | undefined> => {
    const response = await emulated.call(viewer, 'GET', path);
    if (!response.ok) return undefined;
    return rewriteAnswer(await response.json(), emulated.origin, clock) as T;
  };
  const signInFirst = (c: Context): Response =>
    c.redirect(`/login?return_to=${encodeURIComponent(c.req.url)}`, 302);

  /** The repository of the address, if the viewer may know of it. */
  const repoOf = (c: Context): string | undefined => {
    const repo = `${c.req.param('owner')}/${c.req.param('repo')}`;
    if (repo === PUBLIC_REPO) return repo;
    return repo === PRIVATE_REPO && options.viewer()?.access === 'push' ? repo : undefined;
  };

  const showChooser = async (c: Context, repo: string, viewer: Person): Promise<Response> => {
    const { templates, config } = await readSetup(emulated.call, viewer, repo);
    const content = chooserContent(repo, templates, config, new URL(c.req.url).searchParams);
    return await send(c, repoPage('New issue', repo, viewer, content));
  };

  app.get('/login', (c) =>
    send(
      c,
      barePage(
        'Sign in',
        html`<form class="narrow box" method="post" action="/session">
          <div class="text">
            <h1>Sign in to GitHub</h1>
            <input type="hidden" name="return_to" value="${c.req.query('return_to') ?? '/'}" />
            <p>The sandbox has one account to sign in with.</p>
            <button class="button go">Sign in</button>
          </div>
        </form>`,
      ),
    ),
  );
  app.post('/session', async (c) => {
    options.signIn();
    const wanted = new URL(textOf(await c.req.formData(), 'return_to'), c.req.url);
    return c.redirect(wanted.origin === new URL(c.req.url).origin ? wanted.href : '/', 302);
  });
  app.get('/', (c) => c.redirect(`/${PUBLIC_REPO}/issues`, 302));
  app.get('/:owner/:repo', async (c) => {
    const repo = repoOf(c);
    return repo === undefined ? await notFound(c) : c.redirect(`/${repo}/issues`, 302);
  });

  app.get('/:owner/:repo/issues', async (c) => {
    const repo = repoOf(c);
    if (repo === undefined) return await notFound(c);
    const state = /(is|state):closed/.test(c.req.query('q') ?? '') ? 'closed' : 'open';
    const viewer = options.viewer();
    const issues = await read<Issue[]>(viewer, `/repos/${repo}/issues?state=${state}&per_page=50`);
    return await send(
      c,
      repoPage('Issues', repo, viewer, issuesContent(repo, issues ?? [], state, now())),
    );
  });

  app.get('/:owner/:repo/issues/new/choose', async (c) => {
    const viewer = options.viewer();
    if (viewer === undefined) return signInFirst(c);
    const repo = repoOf(c);
    return repo === undefined ? await notFound(c) : await showChooser(c, repo, viewer);
  });

  app.get('/:owner/:repo/issues/new', async (c) => {
    const viewer = options.viewer();
    const url = new URL(c.req.url);
    const repo = repoOf(c);
    if (viewer === undefined) return signInFirst(c);
    if (repo === undefined) return await notFound(c);
    const { templates, config, labels } = await readSetup(emulated.call, viewer, repo);
    const view = readNewIssueUrl(url, {
      templates,
      labels: labels.map(({ name }) => name),
      canTriage: viewer.access === 'push',
      isBlankAllowed: config.isBlankAllowed,
    });
    options.newIssuePages.push({ at: now(), url: url.href, repo, viewer: viewer.login, view });
    switch (view.kind) {
      case 'url-too-long':
        return await send(c, plainPage(...TOO_LONG), 414);
      case 'not-found':
        return await notFound(c);
      case 'chooser':
        return await showChooser(c, repo, viewer);
      case 'editor':
      case 'form':
      default: {
        const usesPushState = options.usesPushState();
        const isPublic = repo === PUBLIC_REPO;
        const content = newIssueContent(repo, view, labels, { usesPushState, isPublic });
        return await send(c, repoPage('New issue', repo, viewer, content));
      }
    }
  });

  app.post('/:owner/:repo/issues', async (c) => {
    const viewer = options.viewer();
    const repo = repoOf(c);
    if (viewer === undefined || repo === undefined) return await notFound(c);
    const { templates } = await readSetup(emulated.call, viewer, repo);
    await clock.mark();
    const number = await submitIssue(
      emulated.call,
      viewer,
      repo,
      await c.req.formData(),
      templates,
    );
    if (number === undefined)
      return await send(c, plainPage('Issue not created', 'Go back and give it a title.'), 404);
    const url = `/${repo}/issues/${number}`;
    return c.req.header('accept') === 'application/json'
      ? c.json({ number, url }, 201)
      : c.redirect(url, 302);
  });

  app.get('/:owner/:repo/issues/:number{[0-9]+}', async (c) => {
    const repo = repoOf(c);
    const viewer = options.viewer();
    const path = `/repos/${repo}/issues/${c.req.param('number')}`;
    const issue = repo === undefined ? undefined : await read<Issue>(viewer, path);
    if (repo === undefined || issue === undefined) return await notFound(c);
    const comments = (await read<Comment[]>(viewer, `${path}/comments?per_page=100`)) ?? [];
    const title = `${issue.title} · Issue #${issue.number}`;
    return await send(c, repoPage(title, repo, viewer, issueContent(repo, issue, comments, now())));
  });

  app.notFound(notFound);
  return (request) => app.fetch(request);
};
