import type { Refusal } from './proxy.ts';

/**
 * Hosts of the browsers' makers that the browsers ask for by themselves, whatever page is open and with no extension
 * installed. They are refused like all others; this list only lets a test tell them from requests of the product.
 * The first of each group were seen in runs of Chromium 156 and Firefox 153 ESR; the others are asked for by other
 * builds, after longer runs or when a preference is set differently.
 */
export const BROWSER_HOSTS: readonly string[] = [
  // Chromium, Chrome
  'accounts.google.com',
  'update.googleapis.com',
  'android.clients.google.com',
  'clients2.google.com',
  'content-autofill.googleapis.com',
  'edgedl.me.gvt1.com',
  'optimizationguide-pa.googleapis.com',
  'redirector.gvt1.com',
  'safebrowsing.googleapis.com',
  'safebrowsingohttpgateway.googleapis.com',
  'www.google.com',
  // Edge
  'config.edge.skype.com',
  'edge.microsoft.com',
  'msedge.api.cdp.microsoft.com',
  // Firefox
  'firefox.settings.services.mozilla.com',
  'addons.mozilla.org',
  'aus5.mozilla.org',
  'content-signature-2.cdn.mozilla.net',
  'contile.services.mozilla.com',
  'detectportal.firefox.com',
  'firefox-settings-attachments.cdn.mozilla.net',
  'incoming.telemetry.mozilla.org',
  'location.services.mozilla.com',
  'push.services.mozilla.com',
  'services.addons.mozilla.org',
  'shavar.services.mozilla.com',
  'tracking-protection.cdn.mozilla.net',
];

const known = new Set(BROWSER_HOSTS);

/** Refused requests that no browser makes by itself: "no request to anyone else" means that this is empty. */
export const strangers = (refused: readonly Refusal[]): readonly Refusal[] =>
  refused.filter(({ host }) => !known.has(host.replace(/:\d+$/, '')));
