import { Hono } from 'hono';
import type { Handler, PageOptions } from '../types.ts';
import { buildAssets } from './assets.ts';
import { pageOptionsFrom } from './defaults.ts';
import { contentSecurityPolicy, renderShell } from './shell.ts';

/** The stand-in agent pages: a handler and the options the next page load is served with. */
export type Pages = { handler: Handler; options: PageOptions };

/**
 * The agent pages of the stand-in Freshdesk (`/`, `/a/*`, `/assets/*`); the API is another part and is reached
 * by the page over HTTP only.
 * @param options.sessionCookie `name=value` pair, set HttpOnly on every shell.
 * @param options.page what differs from the default page; the returned `options` may be changed while running.
 * @param options.froalaKey a licence key of Froala, for those who have one; without it the editor says on screen
 *   that this copy is unlicensed.
 */
export const createPages = async (options: {
  sessionCookie: string;
  page?: Partial<PageOptions>;
  froalaKey?: string;
}): Promise<Pages> => {
  const assets = await buildAssets();
  const live = pageOptionsFrom(options.page);
  const app = new Hono();

  app.get('/', (context) => context.redirect('/a/tickets'));
  app.get('/a', (context) => context.redirect('/a/tickets'));
  app.get('/a/*', (context) =>
    context.body(renderShell({ ...live, froalaKey: options.froalaKey }, assets.shell), 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
      'set-cookie': `${options.sessionCookie}; HttpOnly; Secure; SameSite=Lax; Path=/`,
    }),
  );
  app.get('/assets/:name', (context) => {
    const asset = assets.files.get(context.req.path);
    if (asset === undefined) return context.notFound();
    return context.body(asset.body, 200, {
      'content-type': asset.contentType,
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });
  // Browsers ask for it unasked; without an answer every console would show an error.
  app.get('/favicon.ico', (context) => context.body(null, 204));

  return { handler: (request) => app.fetch(request), options: live };
};
