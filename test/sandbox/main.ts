import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HELP, parseSandboxArguments, type SandboxCommand } from './arguments.ts';
import { type Chromium, launchChromium } from './browser/chromium.ts';
import { FRESHDESK_HOST, type Sandbox, startSandbox } from './start.ts';

type Start = Extract<SandboxCommand, { kind: 'start' }>;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (text: string): void => void process.stderr.write(`${text}\n`);

const introduction = ({ proxyUrl, freshdesk, github, slack }: Sandbox): string => `
The sandbox runs. Its proxy is ${proxyUrl}

  Tickets      https://${FRESHDESK_HOST}/a/tickets
  Issues       https://github.com/${github.repos.public}/issues

  To paste into Steward's settings
    Freshdesk API key   ${freshdesk.keys.agent}   (an administrator's: ${freshdesk.keys.admin})
    GitHub token        ${github.tokens.steward}
    GitHub repository   ${github.repos.public}   (for shared data: ${github.repos.private})
    Slack webhook       ${slack.webhookUrl}

  To use a browser of your own, give it the proxy and let it accept the certificate:
    chromium --proxy-server=${proxyUrl} --ignore-certificate-errors --user-data-dir=/tmp/steward-sandbox \\
      https://${FRESHDESK_HOST}/a/tickets

Ctrl-C stops it.`;

const launch = (command: Start, proxyUrl: string): Promise<Chromium> =>
  launchChromium({
    proxyUrl,
    headless: command.headless,
    ...(command.extensionDir === undefined ? {} : { extensionDir: command.extensionDir }),
    ...(command.profileDir === undefined ? {} : { profileDir: resolve(command.profileDir) }),
    ...(command.page.theme === undefined ? {} : { colorScheme: command.page.theme }),
  });

const showTickets = async (chromium: Chromium, command: Start): Promise<void> => {
  say(`\nBrowser: ${chromium.browser.why}`);
  const page = chromium.context.pages()[0] ?? (await chromium.context.newPage());
  await page.goto(`https://${FRESHDESK_HOST}/a/tickets`);
  if (command.extensionDir === undefined) return;
  say(`Extension: chrome-extension://${await chromium.extensionId()}/`);
};

const run = async (command: Start): Promise<void> => {
  const sandbox = await startSandbox({
    account: command.account,
    page: command.page,
    port: command.port,
  });
  let launching: Promise<Chromium> | undefined;
  let stopping: Promise<void> | undefined;
  const endAll = async (): Promise<void> => {
    // A browser that is still starting has to be waited for, or it would outlive this process.
    await launching?.then((chromium) => chromium.close()).catch(() => undefined);
    await sandbox.stop();
    for (const { url, error } of sandbox.failures) {
      complain(`The sandbox failed at ${url}: ${String(error)}`);
    }
  };
  const stop = (): Promise<void> => (stopping ??= endAll());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
  say(introduction(sandbox));
  if (!command.opensBrowser) return;
  try {
    launching = launch(command, sandbox.proxyUrl);
    const chromium = await launching;
    chromium.context.once('close', () => void stop());
    await showTickets(chromium, command);
  } catch (error) {
    const isWanted = stopping !== undefined;
    await stop();
    if (!isWanted) throw error;
  }
};

const main = async (): Promise<number> => {
  const command = parseSandboxArguments(process.argv.slice(2));
  if (command.kind === 'help') {
    say(HELP);
    return 0;
  }
  if (command.kind === 'wrong') {
    complain(`${command.message} See npm run sandbox -- --help`);
    return 2;
  }
  const { extensionDir } = command;
  if (extensionDir !== undefined && !existsSync(join(extensionDir, 'manifest.json'))) {
    complain(
      `There is no manifest.json in ${extensionDir}; build the extension first (npm run build).`,
    );
    return 2;
  }
  await run(command);
  return 0;
};

try {
  process.exitCode = await main();
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
