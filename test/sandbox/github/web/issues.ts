import { html, raw } from 'hono/html';
import { type Markup, tags } from './layout.ts';
import { renderMarkdown, renderTitle } from './markdown.ts';

/** The fields of an issue that the pages show; times are ISO instants of the sandbox's clock. */
export type Issue = {
  number: number;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  user: { login: string };
  labels: readonly { name: string; color: string }[];
  assignees: readonly { login: string }[];
  comments: number;
  created_at: string;
};

export type Comment = { id: number; user: { login: string }; body: string; created_at: string };

const UNITS = [
  ['year', 31_536_000_000],
  ['month', 2_592_000_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

const ago = (iso: string, now: Date): Markup => {
  const elapsedMs = Math.max(0, now.getTime() - Date.parse(iso));
  const [unit, unitMs] = UNITS.find(([, ms]) => elapsedMs >= ms) ?? ['second', 1000];
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(
    -Math.floor(elapsedMs / unitMs),
    unit,
  );
  return html`<relative-time datetime="${iso}">${words}</relative-time>`;
};

const entry = (
  id: string,
  login: string,
  when: Markup,
  verb: string,
  body: string | null,
): Markup =>
  html`<div class="box" id="${id}">
    <div class="head"><b>${login}</b> ${verb} ${when}</div>
    <div class="text">
      ${body === null || body.trim() === '' ? html`<em>No description provided.</em>` : raw(renderMarkdown(body))}
    </div>
  </div>`;

/** One issue with its comments. */
export const issueContent = (
  repo: string,
  issue: Issue,
  comments: readonly Comment[],
  now: Date,
): Markup =>
  html`<h1>
      <bdi>${raw(renderTitle(issue.title))}</bdi> <span class="number">#${issue.number}</span>
    </h1>
    <div class="meta">
      <span class="state ${issue.state}">${issue.state === 'open' ? 'Open' : 'Closed'}</span>
      &nbsp;<b>${issue.user.login}</b> opened this issue ${ago(issue.created_at, now)} ·
      <a href="/${repo}/issues">All issues</a>
    </div>
    <div class="columns">
      <div>
        ${entry('issue-body', issue.user.login, ago(issue.created_at, now), 'opened', issue.body)}
        ${comments.map(({ id, user, body, created_at }) => entry(`issuecomment-${id}`, user.login, ago(created_at, now), 'commented', body))}
      </div>
      <aside>
        <section>
          <h2>Assignees</h2>
          ${issue.assignees.length > 0 ? issue.assignees.map(({ login }) => login).join(', ') : 'No one'}
        </section>
        <section>
          <h2>Labels</h2>
          ${issue.labels.length > 0 ? tags(issue.labels) : 'None yet'}
        </section>
        <section>
          <h2>Projects</h2>
          None yet
        </section>
        <section>
          <h2>Milestone</h2>
          No milestone
        </section>
      </aside>
    </div>`;

/** Issues in one state, the newest first. */
export const issuesContent = (
  repo: string,
  issues: readonly Issue[],
  state: 'open' | 'closed',
  now: Date,
): Markup =>
  html`<div style="display:flex;align-items:center;gap:16px;margin-bottom:16px">
      <h1 style="margin:0">Issues</h1>
      <a
        href="/${repo}/issues?q=is%3Aissue+state%3Aopen"
        aria-current="${state === 'open' ? 'page' : 'false'}"
        >Open</a
      >
      <a
        href="/${repo}/issues?q=is%3Aissue+state%3Aclosed"
        aria-current="${state === 'closed' ? 'page' : 'false'}"
        >Closed</a
      >
      <a class="button go" style="margin-left:auto" href="/${repo}/issues/new/choose">New issue</a>
    </div>
    <div class="box">
      ${issues.map(
        (issue) =>
          html`<div class="row">
            <a class="title" href="/${repo}/issues/${issue.number}"
              >${raw(renderTitle(issue.title))}</a
            >${tags(issue.labels)}
            <small
              >#${issue.number} · ${issue.user.login} opened
              ${ago(issue.created_at, now)}${issue.comments > 0 ? ` · ${issue.comments} ${issue.comments === 1 ? 'comment' : 'comments'}` : ''}</small
            >
          </div>`,
      )}
      ${issues.length === 0 ? html`<div class="row">No results</div>` : ''}
    </div>`;
