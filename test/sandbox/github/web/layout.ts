import { html, raw } from 'hono/html';
import type { Person } from '../people.ts';
import { STYLE } from './style.ts';

export type Markup = ReturnType<typeof html>;

/** A whole page without a repository around it. */
export const barePage = (title: string, content: Markup): Markup =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title} · GitHub</title>
        <link rel="icon" href="data:," />
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        ${content}
      </body>
    </html>`;

/** A page of a repository, with the bar that says where one is and who one is. */
export const repoPage = (
  title: string,
  repo: string,
  viewer: Person | undefined,
  content: Markup,
): Markup => {
  const [owner = '', name = ''] = repo.split('/');
  const tabs = ['Code', 'Issues', 'Pull requests', 'Actions', 'Projects', 'Settings'];
  const who =
    viewer === undefined
      ? html`<a href="/login?return_to=${encodeURIComponent(`/${repo}/issues`)}">Sign in</a>`
      : html`${viewer.login}`;
  return barePage(
    `${title} · ${repo}`,
    html`<header>
        <div class="crumbs">
          <span class="mark" aria-hidden="true">${owner.slice(0, 1).toUpperCase()}</span>
          <a href="/${owner}">${owner}</a><span class="slash">/</span>
          <b><a href="/${repo}">${name}</a></b>
          <span class="who">${who}</span>
        </div>
        <nav aria-label="Repository">
          ${tabs.map(
            (tab) =>
              html`<a
                href="/${repo}${tab === 'Issues' ? '/issues' : ''}"
                class="${tab === 'Issues' ? 'here' : ''}"
                >${tab}</a
              >`,
          )}
        </nav>
      </header>
      <main>${content}</main>`,
  );
};

/** A page that says one thing, such as that there is nothing here. */
export const plainPage = (title: string, text: string): Markup =>
  barePage(
    title,
    html`<div class="plain">
      <h1>${title}</h1>
      <p>${text}</p>
    </div>`,
  );

/** Labels as coloured pills; colours are six hex digits. */
export const tags = (labels: readonly { name: string; color: string }[]): Markup[] =>
  labels.map(({ name, color }) => {
    const [r = 0, g = 0, b = 0] = (/../g[Symbol.match](color) ?? []).map((part) =>
      Number.parseInt(part, 16),
    );
    const ink = (r * 299 + g * 587 + b * 114) / 1000 > 140 ? '#1f2328' : '#fff';
    return html`<span class="tag" style="background:#${color};color:${ink}">${name}</span>`;
  });
