import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepMounted } from '@/lib/freshdesk-page/keeper';
import { soon } from './support';

let end: AbortController;
let element: HTMLElement;

beforeEach(() => {
  end = new AbortController();
  element = document.createElement('steward-sidebar');
  keepMounted(element, end.signal);
});
afterEach(() => end.abort());

const isMounted = (): boolean => element.parentElement === document.documentElement;

test('is put back when the page throws it out', async () => {
  expect(isMounted()).toBe(true);
  element.remove();
  await soon();
  expect(isMounted()).toBe(true);
});

test('stays when the app replaces the whole body in one go', async () => {
  document.body.replaceWith(document.createElement('body'));
  await soon();
  expect(isMounted()).toBe(true);
});

test('comes back from a place where it does not belong', async () => {
  document.body.append(element);
  await soon();
  expect(isMounted()).toBe(true);
});

test('gives up against a script that never stops', async () => {
  for (let round = 0; round < 40; round += 1) {
    element.remove();
    await soon();
  }
  expect(isMounted()).toBe(false);
});

test('is gone at the end and is not put back', async () => {
  end.abort();
  await soon();
  expect(element.isConnected).toBe(false);
});
