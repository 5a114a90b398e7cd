import { screen, within } from '@testing-library/react';
import { ListPage } from '@/components/list/ListPage';
import type { ClosingView, ListView, Snooze } from '@/lib/contract/list';
import type { TicketRef } from '@/lib/contract/ticket';
import { createFakeBackground, type FakeBackground } from '../fixtures/ui/fake-background';
import { listPack, listView } from '../fixtures/ui/list';
import { renderWith, type Rendered } from '../fixtures/ui/render-sidebar';
import { NOW } from '../fixtures/ui/views';

export type ListBackground = FakeBackground & {
  /** The list changes in the background, which says so. */
  readonly store: (change: Partial<ListView>) => void;
  readonly stored: () => ListView;
};

const sameTicket = (a: TicketRef, b: TicketRef): boolean => a.host === b.host && a.id === b.id;

/** A background that keeps the list as the real one does: what is put aside or closed is so in the next answer. */
export function createListBackground(change: Partial<ListView> = {}): ListBackground {
  let view = listView(change);
  const put = (closing: ClosingView): ClosingView => {
    const others = view.closings.filter(({ id }) => id !== closing.id);
    view = { ...view, closings: [...others, closing] };
    return closing;
  };
  const background = createFakeBackground({
    'pack.active': () => listPack,
    'list.view': () => view,
    'list.sync': () => view.sync,
    'list.open': () => ({ opened: true }),
    'list.snooze': ({ ref, until }) => {
      const others: readonly Snooze[] = view.snoozes.filter((one) => !sameTicket(one.ref, ref));
      view = { ...view, snoozes: until === null ? others : [...others, { ref, until }] };
      return { until };
    },
    'ticket.close': ({ ref, issueUrl }) =>
      put({
        id: `closing-${ref.id}`,
        ref,
        issueUrl,
        closesAt: new Date(NOW.getTime() + 10_000).toISOString(),
        state: 'waiting',
        problem: null,
      }),
    'ticket.undoClose': ({ id }) => {
      const closing = view.closings.find((one) => one.id === id);
      if (closing === undefined) throw new Error(`No closing ${id}`);
      return put({ ...closing, state: 'undone' });
    },
  });
  return {
    ...background,
    stored: () => view,
    store: (part) => {
      view = { ...view, ...part };
      background.notify({ changed: 'list' });
    },
  };
}

/** Opens the page at a hash and waits for its rows (or for what stands in their place). */
export async function openList(background: FakeBackground, hash = ''): Promise<Rendered> {
  globalThis.history.replaceState(null, '', `/list.html${hash}`);
  const rendered = renderWith(background, <ListPage />);
  // By its words: a look for roles goes through every row, and there may be thousands.
  await screen.findByText('Part of the list');
  return rendered;
}

/** The rows as drawn, first to last. */
export function rows(): readonly HTMLElement[] {
  const list = screen.queryByRole('list', { name: /Tickets, the most urgent/ });
  return list === null ? [] : within(list).getAllByRole('listitem');
}

/** The numbers of the drawn tickets, first to last. */
export const numbers = (): readonly number[] =>
  rows().map((row) => Number(/#(\d+)/.exec(row.textContent)?.[1]));

export function row(id: number): HTMLElement {
  const found = rows().find((one) => one.textContent.includes(`#${id} `));
  if (found === undefined) throw new Error(`No row of ticket ${id}`);
  return found;
}

/** The link by which a row holds the focus. */
export const linkOf = (id: number): HTMLElement =>
  within(row(id)).getByRole('link', { name: new RegExp(`^#${id} `) });

export const tab = (name: RegExp): HTMLElement => screen.getByRole('radio', { name });
