import type { Page, Worker } from 'playwright-core';
import type { Steward } from './steward.ts';
import { until } from './until.ts';

/** The parts of the browser's API that these tests reach for in the background. */
type Chrome = {
  action: { getBadgeText(details: object): Promise<string> };
  notifications: {
    getAll(): Promise<Record<string, true>>;
    onButtonClicked: { dispatch(id: string, index: number): void };
    onClicked: { dispatch(id: string): void };
  };
  alarms: { onAlarm: { dispatch(alarm: { name: string }): void } };
};
declare const chrome: Chrome;

/** One of Steward's own pages in a new tab. */
export async function openPage(
  steward: Steward,
  name: 'list' | 'popup' | 'diagnostics',
): Promise<Page> {
  const page = await steward.chromium.context.newPage();
  await page.goto(`chrome-extension://${await steward.chromium.extensionId()}/${name}.html`);
  return page;
}

/** The list, once every ticket has been read. */
export async function openList(steward: Steward): Promise<Page> {
  const page = await openPage(steward, 'list');
  await page.getByText(/tickets? need/).waitFor();
  await page.getByText(/^As of/).waitFor();
  return page;
}

const worker = async ({ chromium }: Steward): Promise<Worker> => await chromium.serviceWorker();

/** What stands on Steward's button in the toolbar. */
export async function badge(steward: Steward): Promise<string> {
  return await (await worker(steward)).evaluate(() => chrome.action.getBadgeText({}));
}

/** Ids of the notifications on the screen. */
export async function notifications(steward: Steward): Promise<readonly string[]> {
  return await (
    await worker(steward)
  ).evaluate(async () => Object.keys(await chrome.notifications.getAll()));
}

/** Presses a button of the one notification on the screen: 0 the first, 1 the second. */
export async function pressNotification(steward: Steward, button: number): Promise<void> {
  await (
    await worker(steward)
  ).evaluate(async (index) => {
    const [id] = Object.keys(await chrome.notifications.getAll());
    if (id !== undefined) chrome.notifications.onButtonClicked.dispatch(id, index);
  }, button);
}

/** Lets an alarm fire now, as the browser would when its time has come. */
export async function fireAlarm(steward: Steward, name: string): Promise<void> {
  await (
    await worker(steward)
  ).evaluate((alarm) => {
    chrome.alarms.onAlarm.dispatch({ name: alarm });
  }, name);
}

/** A part of the list, such as “Unread”, with the number of its tickets. */
export const partOf = (list: Page, part: string) =>
  list.locator('label', { hasText: new RegExp(`^${part} \\d+$`) });

/** The number that stands on a part of the list (“Unread 10”). */
export async function countOf(list: Page, part: string): Promise<number> {
  return Number(/\d+/.exec(await partOf(list, part).innerText())?.[0] ?? Number.NaN);
}

/** A row of the list. */
export const rowOf = (list: Page, id: number) =>
  list.getByRole('listitem').filter({ has: list.getByText(`#${id}`, { exact: true }) });

/** Sets the steward's own hours to the whole week, so that a test may run at night. */
export async function alwaysAtWork(steward: Steward): Promise<void> {
  const page = await steward.chromium.context.newPage();
  await page.goto(`chrome-extension://${await steward.chromium.extensionId()}/options.html`);
  await page.getByText('Connected as').waitFor();
  await page.evaluate(async () => {
    type View = { value: { settings: { notices: object } } };
    type Send = (message: object) => Promise<View>;
    const { sendMessage } = (
      globalThis as unknown as { chrome: { runtime: { sendMessage: Send } } }
    ).chrome.runtime;
    const day = [['00:00', '24:00']];
    const hours = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };
    const { value } = await sendMessage({ steward: 1, command: 'settings.view', input: {} });
    const notices = { ...value.settings.notices, hours };
    const settings = { ...value.settings, notices };
    await sendMessage({ steward: 1, command: 'settings.save', input: { settings } });
  });
  await page.close();
}

/** Waits until the badge shows this. */
export async function badgeShows(steward: Steward, text: string): Promise<void> {
  await until(`the badge shows “${text}”`, async () => (await badge(steward)) === text);
}
