import { beforeEach, expect, test, vi } from 'vitest';
import { createTicker, type TickerPage } from '@/lib/client/ticker';

const START = new Date('2026-11-23T10:42:17.300Z');

function createPage() {
  let visibility: DocumentVisibilityState = 'visible';
  const target = new EventTarget();
  const page: TickerPage = {
    get visibilityState() {
      return visibility;
    },
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
  };
  const show = (state: DocumentVisibilityState): void => {
    visibility = state;
    target.dispatchEvent(new Event('visibilitychange'));
  };
  return { page, show };
}

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  return () => void vi.useRealTimers();
});

test('ticks on the turn of the minute', () => {
  const ticker = createTicker(() => new Date(), createPage().page);
  const listener = vi.fn<() => void>();
  ticker.subscribe('minute', listener);
  vi.advanceTimersByTime(42_000);
  expect(listener).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(listener).toHaveBeenCalledOnce();
  expect(ticker.now().toISOString()).toMatch(/10:43:00/);
  vi.advanceTimersByTime(120_000);
  expect(listener).toHaveBeenCalledTimes(3);
});

test('seconds only while somebody needs them, and minute listeners are left alone', () => {
  const ticker = createTicker(() => new Date(), createPage().page);
  const minute = vi.fn<() => void>();
  const second = vi.fn<() => void>();
  ticker.subscribe('minute', minute);
  const stop = ticker.subscribe('second', second);
  vi.advanceTimersByTime(5_000);
  expect(second).toHaveBeenCalledTimes(5);
  expect(minute).not.toHaveBeenCalled();
  stop();
  vi.advanceTimersByTime(30_000);
  expect(second).toHaveBeenCalledTimes(5);
  expect(vi.getTimerCount()).toBe(1);
});

test('rests while the page is hidden, and ticks at once when it comes back', () => {
  const { page, show } = createPage();
  const ticker = createTicker(() => new Date(), page);
  const listener = vi.fn<() => void>();
  ticker.subscribe('minute', listener);
  show('hidden');
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(600_000);
  expect(listener).not.toHaveBeenCalled();
  show('visible');
  expect(listener).toHaveBeenCalledOnce();
  expect(ticker.now().toISOString()).toMatch(/10:52:17/);
});

test('no listener, no timer', () => {
  const ticker = createTicker(() => new Date(), createPage().page);
  const stop = ticker.subscribe('second', vi.fn<() => void>());
  expect(vi.getTimerCount()).toBe(1);
  stop();
  expect(vi.getTimerCount()).toBe(0);
});

test('the present stays the same object between ticks, as React asks of a store', () => {
  const ticker = createTicker(() => new Date(), createPage().page);
  ticker.subscribe('minute', vi.fn<() => void>());
  const before = ticker.now();
  vi.advanceTimersByTime(10_000);
  expect(ticker.now()).toBe(before);
});
