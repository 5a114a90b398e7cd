import { installDeb, installPlaywrightChromium } from './install.ts';
import { type Machine, thisMachine } from './machine.ts';
import { type Place, playwrightPlaces, usualPlaces } from './places.ts';

/** A browser to use, with one sentence that says which one it is and why it was chosen. */
export type Found = { path: string; isBranded: boolean; why: string };

/** No Firefox is no error: what needs it is left out, for this reason. */
export type FirefoxSearch =
  | { found: true; path: string; why: string }
  | { found: false; reason: string };

const firstProgram = (machine: Machine, places: readonly Place[]): Place | undefined =>
  places.find(({ path }) => machine.isProgram(path));

const searchChromium = (machine: Machine): Found | undefined => {
  const open = firstProgram(machine, [
    ...usualPlaces(machine, 'Chromium'),
    ...playwrightPlaces(machine),
  ]);
  if (open !== undefined) {
    return {
      path: open.path,
      isBranded: false,
      why: `${open.name} at ${open.path}: it loads unpacked extensions from the command line.`,
    };
  }
  const branded = firstProgram(machine, [
    ...usualPlaces(machine, 'Google Chrome'),
    ...usualPlaces(machine, 'Microsoft Edge'),
  ]);
  if (branded === undefined) return undefined;
  return {
    path: branded.path,
    isBranded: true,
    why:
      `${branded.name} at ${branded.path}, because there is no Chromium; from version 137 on it loads unpacked ` +
      'extensions only as long as it honours a switch for that.',
  };
};

/**
 * The Chromium-like browser to use: `STEWARD_BROWSER`, an installed Chromium, one that Playwright has downloaded, Chrome,
 * Edge; when there is none, one is installed (Debian package as root on Debian, else Playwright's download).
 * @throws an Error with one sentence on what to do when there is none and none can be installed
 */
export const findBrowser = async (machine: Machine = thisMachine()): Promise<Found> => {
  const given = machine.env['STEWARD_BROWSER'];
  if (given !== undefined && given !== '') {
    if (!machine.isProgram(given)) {
      throw new Error(`STEWARD_BROWSER is ${given}, and there is no program; correct or unset it.`);
    }
    const isBranded = /google|chrome(?!-linux|-mac|-win)|edge/i.test(given.replaceAll('\\', '/'));
    return { path: given, isBranded, why: `${given}, as STEWARD_BROWSER says.` };
  }
  const present = searchChromium(machine);
  if (present !== undefined) return present;
  machine.say('No Chromium, Chrome or Edge was found on this machine.');
  for (const install of [
    () => installDeb(machine, 'chromium'),
    () => installPlaywrightChromium(machine),
  ]) {
    if (!(await install())) continue;
    const installed = searchChromium(machine);
    if (installed !== undefined) return installed;
  }
  throw new Error(
    'No browser was found and none could be installed: install Chromium, or set STEWARD_BROWSER to the path of one.',
  );
};

/** Firefox: `STEWARD_FIREFOX`, an installed one, or the Debian package `firefox-esr` where that can be installed. */
export const findFirefox = async (machine: Machine = thisMachine()): Promise<FirefoxSearch> => {
  const given = machine.env['STEWARD_FIREFOX'];
  if (given !== undefined && given !== '') {
    return machine.isProgram(given)
      ? { found: true, path: given, why: `${given}, as STEWARD_FIREFOX says.` }
      : { found: false, reason: `STEWARD_FIREFOX is ${given}, and there is no program.` };
  }
  const search = (): Place | undefined => firstProgram(machine, usualPlaces(machine, 'Firefox'));
  const present = search() ?? ((await installDeb(machine, 'firefox-esr')) ? search() : undefined);
  return present === undefined
    ? {
        found: false,
        reason: 'Firefox is not installed, and this machine gives no way to install it.',
      }
    : { found: true, path: present.path, why: `Firefox at ${present.path}.` };
};
