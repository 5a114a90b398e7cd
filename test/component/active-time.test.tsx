import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TicketProgress } from '@/lib/contract/ticket';
import type { Pack } from '@/lib/pack/schema';
import { createFakeBackground, type FakeBackground } from '../fixtures/ui/fake-background';
import { fixturePack } from '../fixtures/ui/pack';
import { renderSidebar } from '../fixtures/ui/render-sidebar';
import { NOW, progress, REF, tabState, ticketView } from '../fixtures/ui/views';

const MINUTE_MS = 60_000;

const pack: Pack = {
  ...fixturePack,
  objectives: [
    ...fixturePack.objectives,
    {
      id: 'try',
      name: 'Thirty minutes',
      purpose: 'to try it',
      startsAt: 'timebox-started',
      metBy: ['engineering-issue-linked', 'resolved'],
      targetMinutes: 30,
      calendar: 'active',
      warnAt: 0.8,
    },
  ],
};

const running: TicketProgress = {
  ...progress,
  ticks: { read: { at: NOW.toISOString(), by: 'Bo' } },
  timeboxStartedAt: NOW.toISOString(),
  timeboxActiveMs: 0,
  timeboxActiveAt: NOW.toISOString(),
};

let visibility: DocumentVisibilityState = 'visible';

function become(next: DocumentVisibilityState): void {
  visibility = next;
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
}

beforeEach(() => {
  visibility = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const words = (background: FakeBackground) => background.inputsOf('ticket.active').length;

async function show(started: TicketProgress, facts: Parameters<typeof ticketView>[0] = {}) {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  let counted = started;
  const view = () => ticketView({ ...facts, view: { categoryId: 'change' }, progress: counted });
  const background = createFakeBackground({
    'pack.active': () => pack,
    'ticket.view': view,
    'ticket.startTimebox': ({ running: on }) => (counted = on ? running : progress),
    'ticket.active': () => {
      counted = { ...counted, timeboxActiveMs: (counted.timeboxActiveMs ?? 0) + 20_000 };
      return { counted: true, progress: counted };
    },
  });
  const rendered = renderSidebar(background);
  await screen.findByRole('region', { name: 'Clocks' });
  return { ...rendered, background };
}

const pass = async (ms: number) =>
  await act(async () => void (await vi.advanceTimersByTimeAsync(ms)));

test('a running timebox says every 20 seconds that the steward is there, until it is stopped', async () => {
  const { background } = await show({ ...progress, ticks: running.ticks });
  await pass(MINUTE_MS);
  expect(words(background)).toBe(0);
  const next = within(screen.getByRole('region', { name: 'Next' }));
  fireEvent.click(next.getByRole('button', { name: 'Start 30:00' }));
  expect(await next.findByRole('timer')).toBeVisible();
  await pass(0);
  const before = words(background);
  expect(before).toBeGreaterThan(0);
  await pass(2 * MINUTE_MS);
  expect(words(background)).toBe(before + 6);
  expect(background.inputsOf('ticket.active').at(-1)).toEqual({ ref: REF });
  background.answer('ticket.tick', () => progress);
  fireEvent.click(next.getByRole('button', { name: 'Stop' }));
  await next.findByRole('button', { name: 'Start 30:00' });
  const stopped = words(background);
  await pass(2 * MINUTE_MS);
  expect(words(background)).toBe(stopped);
});

test('what the background counted is shown', async () => {
  const { background } = await show({ ...running, timeboxActiveMs: 10 * MINUTE_MS });
  await pass(0);
  const minutes = 10 + words(background) / 3;
  const shown = `${Math.floor(minutes)}:${String(Math.round((minutes % 1) * 60)).padStart(2, '0')}`;
  const next = within(screen.getByRole('region', { name: 'Next' }));
  expect(await next.findByText(shown)).toBeVisible();
});

test('nothing is said while the page is hidden, a last word when it goes, a first one when it comes', async () => {
  const { background } = await show(running);
  await pass(0);
  const before = words(background);
  become('hidden');
  expect(words(background)).toBe(before + 1);
  await pass(10 * MINUTE_MS);
  expect(words(background)).toBe(before + 1);
  become('visible');
  expect(words(background)).toBe(before + 2);
  await pass(20_000);
  expect(words(background)).toBe(before + 3);
});

test('a page that is hidden from the start says nothing', async () => {
  visibility = 'hidden';
  const { background } = await show(running);
  await pass(MINUTE_MS);
  expect(words(background)).toBe(0);
});

test('it counts in the collapsed sidebar too', async () => {
  const { background } = await show(running);
  background.answer('tab.current', () => ({
    ...tabState,
    layout: { ...tabState.layout, collapsed: true },
  }));
  act(() => background.notify({ changed: 'tab' }));
  await screen.findByRole('button', { name: 'Open Steward for ticket 4242' });
  const before = words(background);
  await pass(MINUTE_MS);
  expect(words(background)).toBe(before + 3);
});

test('a timebox that was met says nothing more', async () => {
  const resolved = {
    status: { code: 4, label: 'Resolved', phase: 'resolved' as const },
    resolvedAt: NOW.toISOString(),
  };
  const { background } = await show(running, { facts: resolved });
  await pass(MINUTE_MS);
  expect(words(background)).toBe(0);
});

test('the timebox stands still, and says so, while nobody is on the ticket', async () => {
  const { ticker, background } = await show({ ...running, timeboxActiveMs: 3 * MINUTE_MS });
  background.fail('ticket.active', { code: 'unavailable', message: 'Asleep.' });
  await pass(0);
  const next = within(screen.getByRole('region', { name: 'Next' }));
  const shown = next.getByRole('timer').textContent;
  act(() => ticker.set(new Date(NOW.getTime() + 30_000)));
  expect(next.getByRole('timer').textContent).not.toBe(shown);
  act(() => ticker.set(new Date(NOW.getTime() + 61_000)));
  expect(next.getByText('stopped until you are back on this ticket')).toBeVisible();
  expect(next.getByRole('timer').textContent).toBe(shown);
});
