import type { BrowserContext, CDPSession, Frame, Page } from 'playwright-core';

/** Processor time of a page's own main thread while it loaded: all tasks, and JavaScript's share of them. */
export type Busy = { taskMs: number; scriptMs: number };

const POLL_MS = 200;
/** Less than this within a poll is the measuring itself. */
const QUIET_MS = 5;
/** So many quiet polls in a row are the end of loading. */
const QUIET_POLLS = 4;
const TIMEOUT_MS = 60_000;

async function read(session: CDPSession): Promise<Busy> {
  const { metrics } = await session.send('Performance.getMetrics');
  const inMs = (name: string): number =>
    1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0);
  return { taskMs: inMs('TaskDuration'), scriptMs: inMs('ScriptDuration') };
}

/**
 * Loads an address in a new tab and sums what its main thread did until nothing more happens. The sidebar's frame runs
 * in the extension's own process, so that only what Steward does in the page itself is counted.
 * @param isThere resolves when the page shows what it is opened for; its waiting must cost every page the same.
 */
export async function busyWhileLoading(
  context: BrowserContext,
  url: string,
  isThere: (page: Page) => Promise<unknown>,
): Promise<Busy> {
  const page = await context.newPage();
  try {
    const session = await context.newCDPSession(page);
    // Processor time, not time by the clock: what else runs on the machine is not counted.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(url);
    await isThere(page);
    const deadline = Date.now() + TIMEOUT_MS;
    let last = await read(session);
    let quiet = 0;
    while (quiet < QUIET_POLLS) {
      if (Date.now() > deadline) throw new Error(`${url} did not come to rest.`);
      await page.waitForTimeout(POLL_MS);
      const next = await read(session);
      quiet = next.taskMs - last.taskMs < QUIET_MS ? quiet + 1 : 0;
      last = next;
    }
    return last;
  } finally {
    await page.close();
  }
}

/** When the page and the sidebar in it were first drawn with what they are for, in ms since navigation began. */
export type Shown = { pageMs: number; sidebarMs: number | null };

/** What has to be there, as selectors: in the page, and in the sidebar's frame. */
export type Marks = { page: string; sidebar: string };

/** Runs in every document before its own scripts and notes the moment of the first frame with the mark in it. */
function noteWhenShown(marks: Marks): void {
  const mark = location.protocol === 'chrome-extension:' ? marks.sidebar : marks.page;
  const seek = (): void => {
    if (document.querySelector(mark) === null) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      Object.assign(window, { shownAt: performance.timeOrigin + performance.now() }),
    );
  };
  const observer = new MutationObserver(seek);
  observer.observe(document, { childList: true, subtree: true });
  seek();
}

type Noted = Window & { shownAt?: number };

async function shownAt(frame: Frame): Promise<number> {
  await frame.waitForFunction(() => (window as Noted).shownAt !== undefined, undefined, {
    timeout: TIMEOUT_MS,
    polling: 100,
  });
  return await frame.evaluate(() => (window as Noted).shownAt ?? Number.NaN);
}

/** Opens an address in a new tab and answers when page and sidebar were there; without Steward, the page alone. */
export async function timeUntilShown(
  context: BrowserContext,
  url: string,
  marks: Marks,
  hasSidebar: boolean,
): Promise<Shown> {
  const page = await context.newPage();
  try {
    await page.addInitScript(noteWhenShown, marks);
    await page.goto(url);
    const startedAt = await page.evaluate(() => performance.timeOrigin);
    const pageMs = (await shownAt(page.mainFrame())) - startedAt;
    if (!hasSidebar) return { pageMs, sidebarMs: null };
    const frame = await sidebarFrame(page);
    return { pageMs, sidebarMs: (await shownAt(frame)) - startedAt };
  } finally {
    await page.close();
  }
}

/** The sidebar's frame in a page, as soon as there is one. */
export async function sidebarFrame(page: Page): Promise<Frame> {
  const deadline = Date.now() + TIMEOUT_MS;
  while (Date.now() < deadline) {
    const frame = page.frames().find((one) => one.url().endsWith('/sidebar.html'));
    if (frame !== undefined) return frame;
    await page.waitForTimeout(50);
  }
  throw new Error('The sidebar did not appear.');
}
