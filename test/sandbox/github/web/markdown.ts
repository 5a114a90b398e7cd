const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const link = (url: string, text: string): string =>
  /^(https?:|mailto:|\/|#)/.test(url) ? `<a href="${url}" rel="nofollow">${text}</a>` : text;

/** Marks within a line; the text is escaped already. */
const inline = (text: string): string =>
  text
    .split(/(`[^`]+`)/)
    .map((part) =>
      part.startsWith('`') && part.length > 2
        ? `<code>${part.slice(1, -1)}</code>`
        : part
            .replace(
              /\[([^\]]+)\]\(([^)\s]+)\)|(https?:\/\/[^\s<)]*[^\s<).,;:!?])/g,
              (
                _all,
                label: string | undefined,
                url: string | undefined,
                bare: string | undefined,
              ) => (bare === undefined ? link(url ?? '', label ?? '') : link(bare, bare)),
            )
            .replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>')
            .replace(/(^|\W)_([^_]+)_(?=\W|$)/g, '$1<em>$2</em>')
            .replace(
              /(^|[\s(])@([a-z\d](?:[a-z\d-]*[a-z\d])?)/gi,
              '$1<a href="/$2"><b>@$2</b></a>',
            ),
    )
    .join('');

/** A title: plain text but for code marks. */
export const renderTitle = (title: string): string =>
  escapeHtml(title).replace(/`([^`]+)`/g, '<code>$1</code>');

const item = (text: string): string => {
  const task = /^\[([ xX])\] (.*)$/.exec(text);
  if (task === null) return `<li>${inline(text)}</li>`;
  const checked = task[1] === ' ' ? '' : ' checked';
  return `<li class="task"><input type="checkbox" disabled${checked}> ${inline(task[2] ?? '')}</li>`;
};

/** A table of lines like `| a | b |`, whose second line is the rule under the head. */
const table = (lines: readonly string[]): string => {
  const row = (line: string, tag: 'th' | 'td'): string => {
    const cells = line
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|');
    return `<tr>${cells.map((cell) => `<${tag}>${inline(cell.trim())}</${tag}>`).join('')}</tr>`;
  };
  const [head = '', , ...rest] = lines;
  return `<table>${row(head, 'th')}${rest.map((line) => row(line, 'td')).join('')}</table>`;
};

const isTable = (lines: readonly string[]): boolean =>
  (lines[0] ?? '').includes('|') && /^\s*\|?(\s*:?-+:?\s*\|)+\s*(:?-+:?)?\s*$/.test(lines[1] ?? '');

/**
 * The part of GitHub's Markdown that issue texts use: headings, lists, task lists, tables, code, emphasis, links and
 * mentions. Images stay text. HTML is shown, not interpreted, except that comments vanish.
 */
export const renderMarkdown = (source: string): string => {
  const lines = escapeHtml(source.replace(/<!--[\s\S]*?-->/g, '')).split(/\r?\n/);
  const out: string[] = [];
  let paragraph: string[] = [];
  let items: string[] = [];
  let code: string[] | undefined;
  const flush = (): void => {
    if (isTable(paragraph)) out.push(table(paragraph));
    else if (paragraph.length > 0) out.push(`<p>${paragraph.map(inline).join('<br>')}</p>`);
    if (items.length > 0) out.push(`<ul>${items.join('')}</ul>`);
    paragraph = [];
    items = [];
  };
  for (const line of lines) {
    if (line.startsWith('```')) {
      flush();
      if (code !== undefined) out.push(`<pre><code>${code.join('\n')}</code></pre>`);
      code = code === undefined ? [] : undefined;
      continue;
    }
    if (code !== undefined) {
      code.push(line);
      continue;
    }
    const heading = /^(#{1,3}) (.*)$/.exec(line);
    const bullet = /^\s*[-*] (.*)$/.exec(line);
    if (line.trim() === '') flush();
    else if (heading !== null) {
      flush();
      const level = heading[1]?.length ?? 1;
      out.push(`<h${level}>${inline(heading[2] ?? '')}</h${level}>`);
    } else if (bullet !== null) {
      if (paragraph.length > 0) flush();
      items.push(item(bullet[1] ?? ''));
    } else {
      if (items.length > 0) flush();
      paragraph.push(line);
    }
  }
  if (code !== undefined) out.push(`<pre><code>${code.join('\n')}</code></pre>`);
  flush();
  return out.join('\n');
};
