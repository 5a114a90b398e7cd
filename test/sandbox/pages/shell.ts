import type { PageOptions } from '../types.ts';
import { accountName } from './defaults.ts';

/** Paths of the assets the shell links to. */
export type ShellAssets = {
  scripts: readonly string[];
  styles: readonly string[];
};

/** The page's options, and the editor's licence key when there is one. */
export type ShellOptions = PageOptions & { froalaKey?: string | undefined };

/**
 * The policy of the agent pages. Inline scripts are refused and frames are closed off (the text of the real
 * header is not known; an extension that works under this one works under any looser one). Inline styles are
 * open, because style elements of add-ons are known to work.
 */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');

const wormholes = [
  'ember-basic-dropdown-wormhole',
  'nucleus-modal-wormhole',
  'nucleus-banner-wormhole',
  'nucleus-toast-messages-wormhole',
  'freshworks-overlay-background',
  'freshworks-products-sidebar-container',
];

/**
 * The one HTML document behind every `/a/…` address. The options travel the way Ember apps carry their
 * environment: URI-encoded JSON in a meta element, so no inline script is needed.
 * In 2019 `.ember-application` sits on the body, later on the app's own root element (both seen in public scripts).
 */
export const renderShell = (options: ShellOptions, assets: ShellAssets): string => {
  const onBody = options.layout === '2019';
  const bodyClasses = [
    options.theme === 'dark' ? 'dew-dark-theme' : 'dew-light-theme',
    ...(onBody ? ['ember-application'] : []),
    ...(options.wideBars ? ['wide-bars'] : []),
    `layout-${options.layout}`,
  ];
  const environment = encodeURIComponent(JSON.stringify({ ...options, accountName }));
  const head = [
    '<meta charset="utf-8">',
    `<title>${accountName}</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="helpdesk/config/environment" content="${environment}">`,
    ...assets.styles.map((href) => `<link rel="stylesheet" href="${href}">`),
    ...assets.scripts.map((src) => `<script defer src="${src}"></script>`),
  ];
  const body = [
    `<div class="root-app${onBody ? '' : ' ember-application'}"></div>`,
    ...wormholes.map((id) => `<div id="${id}"></div>`),
  ];
  return `<!doctype html>
<html lang="${options.language === 'pt' ? 'pt-BR' : 'en'}" class="${options.theme}">
<head>
${head.join('\n')}
</head>
<body class="${bodyClasses.join(' ')}">
${body.join('\n')}
</body>
</html>
`;
};
