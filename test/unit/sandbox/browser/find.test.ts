import { describe, expect, it } from 'vitest';
import { findBrowser, findFirefox } from '../../../sandbox/browser/find.ts';
import type { Machine } from '../../../sandbox/browser/machine.ts';

type Setting = Partial<Omit<Machine, 'run'>> & {
  programs?: string[];
  files?: Record<string, string>;
  folders?: Record<string, string[]>;
  /** What a command line brings onto the machine; an absent one fails. */
  installs?: Record<string, string>;
};

const machineWith = (setting: Setting) => {
  const programs = new Set(setting.programs);
  const ran: string[] = [];
  const said: string[] = [];
  const machine: Machine = {
    env: { PATH: '/usr/bin:/usr/local/bin' },
    platform: 'linux',
    home: '/u/ann',
    isRoot: false,
    isProgram: (path) => programs.has(path),
    list: (folder) => setting.folders?.[folder] ?? [],
    read: (path) => setting.files?.[path] ?? '',
    say: (line) => void said.push(line),
    run: (program, args) => {
      const command = [program, ...args].join(' ');
      ran.push(command.replace(/^.*cli\.js/, 'cli.js'));
      const found = Object.entries(setting.installs ?? {}).find(([end]) => command.endsWith(end));
      if (found === undefined) return Promise.resolve(1);
      programs.add(found[1]);
      return Promise.resolve(0);
    },
    ...setting,
  };
  return { machine, ran, said };
};

const DEBIAN = { '/etc/os-release': 'PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n' };
const UBUNTU = { '/etc/os-release': 'ID=ubuntu\nID_LIKE=debian\n' };
const CACHE = '/u/ann/.cache/ms-playwright';

describe('findBrowser', () => {
  it('follows STEWARD_BROWSER, and says when there is nothing', async () => {
    const env = { STEWARD_BROWSER: '/opt/mine/browser' };
    const programs = ['/opt/mine/browser', '/usr/bin/chromium'];
    await expect(findBrowser(machineWith({ env, programs }).machine)).resolves.toMatchObject({
      path: '/opt/mine/browser',
    });
    await expect(findBrowser(machineWith({ env }).machine)).rejects.toThrow(/STEWARD_BROWSER/);
  });

  it('prefers any Chromium to branded browsers, and Chrome to Edge', async () => {
    const folders = {
      [CACHE]: ['chromium-999', 'chromium-1255', 'chromium_headless_shell-1300', 'ffmpeg-1'],
    };
    const inCache = [999, 1255].map(
      (revision) => `${CACHE}/chromium-${revision}/chrome-linux64/chrome`,
    );
    const all = [
      '/usr/bin/microsoft-edge',
      '/usr/bin/google-chrome',
      ...inCache,
      '/usr/bin/chromium',
    ];
    const pick = async (programs: string[]) =>
      await findBrowser(machineWith({ programs, folders }).machine);
    expect(await pick(all)).toMatchObject({ path: '/usr/bin/chromium', isBranded: false });
    expect(await pick(all.slice(0, 4))).toMatchObject({ path: inCache[1], isBranded: false });
    expect(await pick(all.slice(0, 2))).toMatchObject({
      path: '/usr/bin/google-chrome',
      isBranded: true,
    });
    const edge = await pick(all.slice(0, 1));
    expect(edge.path).toBe('/usr/bin/microsoft-edge');
    expect(edge.why).toContain('no Chromium');
  });

  it('knows the usual places of macOS and Windows', async () => {
    const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    const windows = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
    await expect(
      findBrowser(machineWith({ platform: 'darwin', env: {}, programs: [mac] }).machine),
    ).resolves.toMatchObject({ path: mac });
    await expect(
      findBrowser(
        machineWith({
          platform: 'win32',
          env: { PROGRAMFILES: 'C:\\Program Files' },
          programs: [windows],
        }).machine,
      ),
    ).resolves.toMatchObject({ path: windows });
  });

  it('installs the Debian package as root on Debian', async () => {
    const { machine, ran, said } = machineWith({
      isRoot: true,
      files: DEBIAN,
      programs: ['/usr/bin/apt-get'],
      installs: { 'apt-get update': '/var/lib/lists', chromium: '/usr/bin/chromium' },
    });
    await expect(findBrowser(machine)).resolves.toMatchObject({ path: '/usr/bin/chromium' });
    expect(ran).toEqual(['apt-get update', 'apt-get install -y --no-install-recommends chromium']);
    expect(said.join('\n')).toContain('Installing the Debian package chromium');
  });

  it.each([
    ['as an ordinary user', { isRoot: false, files: DEBIAN }],
    ['on Ubuntu, whose package is an empty shell around a snap', { isRoot: true, files: UBUNTU }],
  ])('takes the download of Playwright %s', async (_name, setting) => {
    const path = `${CACHE}/chromium-1255/chrome-linux64/chrome`;
    const { machine, ran } = machineWith({
      ...setting,
      programs: ['/usr/bin/apt-get'],
      folders: { [CACHE]: ['chromium-1255'] },
      installs: { chromium: path },
    });
    await expect(findBrowser(machine)).resolves.toMatchObject({ path });
    expect(ran).toEqual([`cli.js install ${setting.isRoot ? '--with-deps ' : ''}chromium`]);
  });

  it('says what to do when nothing can be installed', async () => {
    await expect(findBrowser(machineWith({}).machine)).rejects.toThrow(
      /install Chromium, or set STEWARD_BROWSER/,
    );
  });
});

describe('findFirefox', () => {
  it('finds an installed one, or gives the reason why there is none', async () => {
    await expect(
      findFirefox(machineWith({ programs: ['/usr/bin/firefox'] }).machine),
    ).resolves.toMatchObject({ found: true, path: '/usr/bin/firefox' });
    const none = await findFirefox(machineWith({}).machine);
    expect(none).toMatchObject({ found: false, reason: expect.stringContaining('not installed') });
  });
});
