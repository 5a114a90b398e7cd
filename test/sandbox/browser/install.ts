import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Machine } from './machine.ts';

/** Debian and what derives from it, but not Ubuntu, whose `chromium` package only points to a snap. */
const hasRealDebs = (machine: Machine): boolean => {
  const release = machine.read('/etc/os-release');
  return /^ID(_LIKE)?=.*debian/m.test(release) && !/^ID(_LIKE)?=.*ubuntu/m.test(release);
};

/**
 * Installs a Debian package when that is possible here: root, apt, and a distribution that packages browsers.
 * @returns whether the package manager reported success
 */
export const installDeb = async (machine: Machine, name: string): Promise<boolean> => {
  if (machine.platform !== 'linux' || !machine.isRoot || !hasRealDebs(machine)) return false;
  if (!machine.isProgram('/usr/bin/apt-get')) return false;
  machine.say(`Installing the Debian package ${name}; this takes a minute or two.`);
  if ((await machine.run('apt-get', ['update'])) !== 0) {
    machine.say('apt-get update failed; trying the package lists that are there.');
  }
  return (await machine.run('apt-get', ['install', '-y', '--no-install-recommends', name])) === 0;
};

/** Downloads Playwright's Chromium into its cache, with system libraries where that is allowed. */
export const installPlaywrightChromium = async (machine: Machine): Promise<boolean> => {
  const home = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  machine.say("Downloading Chromium with Playwright's installer (about 180 MB).");
  const deps = machine.platform === 'linux' && machine.isRoot ? ['--with-deps'] : [];
  const cli = join(home, 'cli.js');
  return (await machine.run(process.execPath, [cli, 'install', ...deps, 'chromium'])) === 0;
};
