import { describe, expect, it } from 'vitest';
import { HELP, parseSandboxArguments } from '../../sandbox/arguments.ts';

const STANDARD = {
  kind: 'start',
  account: {},
  page: {},
  extensionDir: undefined,
  opensBrowser: false,
  headless: false,
  profileDir: undefined,
  port: 0,
};

describe('the command line of the sandbox', () => {
  it('starts with the defaults when nothing is asked for', () => {
    expect(parseSandboxArguments([])).toEqual(STANDARD);
  });

  it('understands every option that its help names', () => {
    const args =
      '--layout 2024 --theme dark --requester shadow --wide-bars --language pt --role admin --age 2022 --empty ' +
      '--extension .output/chrome-mv3 --headless --profile /tmp/p --port 8080';
    expect(parseSandboxArguments(args.split(' '))).toEqual({
      kind: 'start',
      account: { role: 'admin', age: '2022', empty: true },
      page: { layout: '2024', theme: 'dark', requester: 'shadow', wideBars: true, language: 'pt' },
      extensionDir: '.output/chrome-mv3',
      opensBrowser: true,
      headless: true,
      profileDir: '/tmp/p',
      port: 8080,
    });
    expect(parseSandboxArguments(['--open'])).toEqual({ ...STANDARD, opensBrowser: true });
    const named = [...HELP.matchAll(/^ +(--[a-z-]+)/gm)].map(([, name]) => name);
    expect(named.filter((name) => !`${args} --open --help`.includes(String(name)))).toEqual([]);
  });

  it('shows help whatever else is asked for', () => {
    expect(parseSandboxArguments(['--help', '--theme', 'dark'])).toEqual({ kind: 'help' });
  });

  it.each([
    [['--bogus'], "Unknown option '--bogus'."],
    [['--layout', '2020'], '--layout is 2019 or 2024 or 2026, not "2020".'],
    [['--theme'], "Option '--theme <value>' argument missing."],
    [['--port', '-1'], expect.stringContaining('--port')],
    [['--port', '70000'], '--port is a number up to 65535, not "70000".'],
    [['stray'], "Unexpected argument 'stray'."],
  ])('says in one sentence what is wrong with %j', (args, message) => {
    expect(parseSandboxArguments(args)).toEqual({ kind: 'wrong', message });
  });
});
