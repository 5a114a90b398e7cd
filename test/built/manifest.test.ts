import { describe, expect, test } from 'vitest';
import { textOf } from '../support/files';

type Manifest = Record<string, unknown>;
const manifest = (browser: string): Manifest =>
  JSON.parse(textOf(`.output/${browser}-mv3/manifest.json`)) as Manifest;

/** Every right Steward asks for; a change here is a decision, not an accident. */
describe.each(['chrome', 'firefox'])('manifest for %s', (browser) => {
  const built = manifest(browser);

  test('asks for these rights and no more', () => {
    expect(built['manifest_version']).toBe(3);
    expect(built['permissions']).toEqual(['storage', 'alarms', 'notifications', 'idle']);
    expect(built['host_permissions']).toEqual([
      'https://*.freshdesk.com/*',
      'https://github.com/*',
    ]);
    expect(built).not.toHaveProperty('optional_permissions');
    expect(built).not.toHaveProperty('externally_connectable');
  });

  test('runs on Freshdesk only, in the top frame', () => {
    const scripts = built['content_scripts'] as {
      matches: string[];
      all_frames?: boolean;
      world?: string;
    }[];
    expect(scripts.map(({ matches }) => matches)).toEqual(
      scripts.map(() => ['https://*.freshdesk.com/*']),
    );
    expect(scripts.some(({ all_frames: all }) => all === true)).toBe(false);
    expect(scripts.map(({ world }) => world ?? 'ISOLATED').sort()).toEqual(['ISOLATED', 'MAIN']);
  });

  test('shows pages nothing but the sidebar frame', () => {
    expect(built['web_accessible_resources']).toEqual([
      expect.objectContaining({
        resources: ['sidebar.html'],
        matches: ['https://*.freshdesk.com/*'],
      }),
    ]);
  });

  test('carries no host of the tests', () => {
    expect(JSON.stringify(built)).not.toMatch(/localhost|127\.0\.0\.1|acme/);
  });
});
