import { parseArgs } from 'node:util';
import type { Account, Layout, PageOptions } from './types.ts';

/** What the command line of `npm run sandbox` asks for. */
export type SandboxCommand =
  | { kind: 'help' }
  | {
      kind: 'start';
      account: Partial<Account>;
      page: Partial<PageOptions>;
      /** Folder of an unpacked extension; a browser is opened with it. */
      extensionDir: string | undefined;
      /** Open a browser also without an extension. */
      opensBrowser: boolean;
      headless: boolean;
      profileDir: string | undefined;
      port: number;
    }
  | { kind: 'wrong'; message: string };

export const HELP = `Usage: npm run sandbox -- [options]

Starts stand-ins for Freshdesk, GitHub and Slack under their real names, behind a proxy on this machine.

The page
  --layout 2019|2024|2026      generation of Freshdesk's agent page (2026)
  --theme light|dark           colours of the page (light)
  --requester light|shadow     where the requester's block lives (light)
  --wide-bars                  bars of the page are as wide as the window, whatever narrows the page
  --language en|pt             language of the agent's page (en)

The account
  --role agent|admin           rights of the agent (agent)
  --age 2022|2026              age of the account: shapes of its answers (2026)
  --empty                      no tickets

Running
  --extension DIR              open a browser with this unpacked extension
  --open                       open a browser without an extension
  --headless                   do not show the browser's window
  --profile DIR                keep the browser's profile in this folder
  --port N                     port of the proxy (a free one)
  --help                       show this text
`;

const TEXT = { type: 'string' } as const;
const FLAG = { type: 'boolean' } as const;

const OPTIONS = {
  layout: TEXT,
  theme: TEXT,
  requester: TEXT,
  'wide-bars': FLAG,
  language: TEXT,
  role: TEXT,
  age: TEXT,
  empty: FLAG,
  extension: TEXT,
  open: FLAG,
  headless: FLAG,
  profile: TEXT,
  port: TEXT,
  help: FLAG,
} as const;

/** The value as one of a closed set. */
const oneOf = <T extends string>(name: string, value: string, allowed: readonly T[]): T => {
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  throw new Error(`--${name} is ${allowed.join(' or ')}, not "${value}".`);
};

const portOf = (value: string): number => {
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65_535) return port;
  throw new Error(`--port is a number up to 65535, not "${value}".`);
};

const readCommand = (args: readonly string[]): SandboxCommand => {
  const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: true });
  if (values.help === true) return { kind: 'help' };
  const page: Partial<PageOptions> = {};
  const account: Partial<Account> = {};
  const { layout, theme, requester, language, role, age } = values;
  if (layout !== undefined) page.layout = oneOf<Layout>('layout', layout, ['2019', '2024', '2026']);
  if (theme !== undefined) page.theme = oneOf('theme', theme, ['light', 'dark']);
  if (requester !== undefined) page.requester = oneOf('requester', requester, ['light', 'shadow']);
  if (language !== undefined) page.language = oneOf('language', language, ['en', 'pt']);
  if (values['wide-bars'] === true) page.wideBars = true;
  if (role !== undefined) account.role = oneOf('role', role, ['agent', 'admin']);
  if (age !== undefined) account.age = oneOf('age', age, ['2022', '2026']);
  if (values.empty === true) account.empty = true;
  return {
    kind: 'start',
    account,
    page,
    extensionDir: values.extension,
    opensBrowser: values.open === true || values.extension !== undefined,
    headless: values.headless === true,
    profileDir: values.profile,
    port: portOf(values.port ?? '0'),
  };
};

/**
 * Reads the command line, without the program's own name. A flag that does not exist, a value that is not allowed or a
 * missing value gives one sentence that says so.
 */
export const parseSandboxArguments = (args: readonly string[]): SandboxCommand => {
  try {
    return readCommand(args);
  } catch (error) {
    // What Node says of a wrong flag is clear in its first sentence; the rest is about quoting.
    const [first = 'The command line cannot be read'] =
      error instanceof Error ? error.message.split(/\. |\n/) : [];
    return { kind: 'wrong', message: `${first.replace(/\.$/, '')}.` };
  }
};
