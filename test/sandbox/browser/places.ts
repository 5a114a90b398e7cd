import { posix, win32 } from 'node:path';
import type { Machine } from './machine.ts';

/** A place where a browser may be. Branded builds restrict `--load-extension`, others do not. */
export type Place = { path: string; name: string; isBranded: boolean };

const LINUX = {
  Chromium: ['chromium', 'chromium-browser'],
  'Google Chrome': ['google-chrome', 'google-chrome-stable', 'google-chrome-beta'],
  'Microsoft Edge': ['microsoft-edge', 'microsoft-edge-stable'],
  Firefox: ['firefox-esr', 'firefox'],
} as const;

const MAC = {
  Chromium: ['Chromium.app/Contents/MacOS/Chromium'],
  'Google Chrome': ['Google Chrome.app/Contents/MacOS/Google Chrome'],
  'Microsoft Edge': ['Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  Firefox: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Nightly.app/Contents/MacOS/firefox'],
} as const;

const WINDOWS = {
  Chromium: ['Chromium\\Application\\chrome.exe'],
  'Google Chrome': ['Google\\Chrome\\Application\\chrome.exe'],
  'Microsoft Edge': ['Microsoft\\Edge\\Application\\msedge.exe'],
  Firefox: ['Mozilla Firefox\\firefox.exe'],
} as const;

export type BrowserName = keyof typeof LINUX;

/** Usual paths of a browser on this kind of machine, the most likely first; they need not exist. */
export const usualPlaces = (
  { platform, env, home }: Machine,
  name: BrowserName,
): readonly Place[] => {
  const isBranded = name === 'Google Chrome' || name === 'Microsoft Edge';
  const place = (path: string): Place => ({ path, name, isBranded });
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return roots
      .filter((root) => root !== undefined)
      .flatMap((root) => WINDOWS[name].map((rest) => place(win32.join(root, rest))));
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', posix.join(home, 'Applications')];
    return roots.flatMap((root) => MAC[name].map((rest) => place(posix.join(root, rest))));
  }
  const folders = [...(env['PATH'] ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return LINUX[name].flatMap((file) =>
    [...new Set(folders)].filter(Boolean).map((folder) => place(posix.join(folder, file))),
  );
};

const IN_PLAYWRIGHT_FOLDER = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe',
] as const;

const playwrightRoot = ({ env, platform, home }: Machine): string => {
  const given = env['PLAYWRIGHT_BROWSERS_PATH'];
  if (given !== undefined && given !== '' && given !== '0') return given;
  if (platform === 'win32') return win32.join(env['LOCALAPPDATA'] ?? home, 'ms-playwright');
  return posix.join(home, platform === 'darwin' ? 'Library/Caches' : '.cache', 'ms-playwright');
};

/** Chromium builds that Playwright has downloaded, the newest first. They accept `--load-extension`. */
export const playwrightPlaces = (machine: Machine): readonly Place[] => {
  const root = playwrightRoot(machine);
  const paths = machine.platform === 'win32' ? win32 : posix;
  return machine
    .list(root)
    .flatMap((name) => {
      const revision = /^chromium-(\d+)$/.exec(name)?.[1];
      return revision === undefined ? [] : [{ name, revision: Number(revision) }];
    })
    .sort((a, b) => b.revision - a.revision)
    .flatMap(({ name }) =>
      IN_PLAYWRIGHT_FOLDER.map((rest) => ({
        path: paths.join(root, name, rest),
        name: "Playwright's Chromium",
        isBranded: false,
      })),
    );
};
