import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import { NOW, hoursFromNow } from '../fixtures/ui/views';
import {
  answerSoon,
  closing,
  lateIncident,
  listTicket,
  mayClose,
  oneOfEach,
  theyWrote,
} from '../fixtures/ui/list';
import { accessibilityProblems } from '../fixtures/ui/render-sidebar';
import { createListBackground, numbers, openList, row, rows, tab } from './list-support';

beforeAll(() => {
  process.env['TZ'] = 'Europe/London';
});

const MINUTE_MS = 60_000;

describe('the order and the words', () => {
  test('what needs us now stands first, most urgent on top', async () => {
    await openList(createListBackground());
    expect(numbers()).toEqual([4100, 4190, 4210, 4242, 3900]);
  });

  test.each([
    [4100, 'Late', 'Update due', /Update overdue by 20 m.*since 10:22/],
    [4190, 'Soon', 'Answer due', /Answer due in 2 h.*12:42/],
    [4210, 'Now', 'Waiting on us', /Waits on us since 08:42/],
    [4242, 'Now', 'Unread', /Reading due in 7 h.*17:42/],
    [3900, 'Now', 'May close', /May be closed since/],
    [4150, 'Later', 'Waiting on them', /May be closed in 47 h/],
    [4170, 'Later', 'Waiting on them', /Waits on them since yesterday 14:42/],
  ])('ticket %i says %s, %s and why', async (id, level, lane, wait) => {
    await openList(createListBackground(), '#show=all');
    expect(within(row(id)).getByText(level)).toBeVisible();
    expect(within(row(id)).getByText(lane)).toBeVisible();
    expect(row(id)).toHaveTextContent(wait);
  });

  test('a row names community, requester, steward, category and issue, and opens the ticket in a tab', async () => {
    await openList(createListBackground());
    expect(row(4100)).toHaveTextContent(/Harbour Institute.*Ana Ruiz.*Cleo.*Incident/);
    expect(row(4242)).toHaveTextContent(/Nobody assigned.*Not categorised/);
    const ticket = within(row(4100)).getByRole('link', { name: /Nobody can start a server/ });
    expect(ticket).toHaveAttribute('href', 'https://acme.freshdesk.com/a/tickets/4100');
    expect(ticket).toHaveAttribute('target', '_blank');
    expect(within(row(4100)).getByRole('link', { name: 'Issue #311' })).toHaveAttribute(
      'href',
      'https://github.com/acme/infrastructure/issues/311',
    );
  });

  test('time moves the words and the order without asking for the tickets again', async () => {
    const background = createListBackground();
    const { ticker } = await openList(background);
    const asked = background.inputsOf('list.view').length;
    act(() => ticker.set(new Date(NOW.getTime() + 5 * MINUTE_MS)));
    expect(row(4100)).toHaveTextContent('overdue by 25 m');
    act(() => ticker.set(new Date(NOW.getTime() + 180 * MINUTE_MS)));
    expect(row(4190)).toHaveTextContent('Answer overdue by 1 h');
    expect(background.inputsOf('list.view')).toHaveLength(asked);
  });

  test('a tick draws only the rows whose words have changed', async () => {
    const { ticker } = await openList(createListBackground());
    const still = row(4210).outerHTML;
    const changed: Node[] = [];
    const observer = new MutationObserver((records) =>
      changed.push(...records.map(({ target }) => target)),
    );
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    act(() => ticker.set(new Date(NOW.getTime() + MINUTE_MS)));
    await waitFor(() => expect(changed.length).toBeGreaterThan(0));
    observer.disconnect();
    expect(row(4210).outerHTML).toBe(still);
    expect(changed.filter((node) => row(4210).contains(node))).toEqual([]);
    expect(changed.every((node) => node.nodeType === Node.TEXT_NODE)).toBe(true);
  });
});

describe('filters', () => {
  test('each part of the list says how many tickets it holds', async () => {
    await openList(
      createListBackground({ snoozes: [{ ref: theyWrote.facts.ref, until: hoursFromNow(2) }] }),
    );
    const names = screen.getAllByRole('radio').map((one) => one.closest('label')?.textContent);
    expect(names).toEqual([
      'Needs us now 4',
      'Update due 1',
      'Answer due 1',
      'Unread 1',
      'Waiting on us 0',
      'May close 1',
      'Waiting on them 2',
      'Put aside 1',
      'All 7',
    ]);
  });

  test('a part, a community and a search narrow the list, and the hash keeps them', async () => {
    const { user, unmount } = await openList(createListBackground());
    await user.click(tab(/^All/));
    expect(numbers()).toHaveLength(7);
    await user.selectOptions(screen.getByLabelText('Community'), 'Northern Observatory');
    expect(numbers()).toEqual([4190, 4150]);
    await user.type(screen.getByRole('searchbox'), 'LOGIN');
    expect(numbers()).toEqual([4150]);
    expect(location.hash).toBe('#show=all&community=5&find=LOGIN');
    unmount();
    await openList(createListBackground(), location.hash);
    expect(numbers()).toEqual([4150]);
    expect(tab(/^All/)).toBeChecked();
  });

  test('stewards can be chosen, also nobody; clearing shows everything again', async () => {
    const { user } = await openList(createListBackground());
    await user.selectOptions(screen.getByLabelText('Steward'), 'Bo');
    expect(numbers()).toEqual([4210, 3900]);
    await user.selectOptions(screen.getByLabelText('Steward'), 'Nobody assigned');
    expect(numbers()).toEqual([4190, 4242]);
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(numbers()).toHaveLength(5);
  });

  test('accents and case do not matter, numbers are found, and no match says so', async () => {
    const named = listTicket(77, {
      facts: { requester: { id: 1, name: 'José Ângelo', email: null } },
    });
    const { user } = await openList(createListBackground({ tickets: [...oneOfEach, named] }));
    const search = screen.getByRole('searchbox');
    await user.type(search, 'angelo JOSE');
    expect(numbers()).toEqual([77]);
    await user.clear(search);
    await user.type(search, '#4190');
    expect(numbers()).toEqual([4190]);
    await user.type(search, 'zzz');
    expect(screen.getByText('No ticket matches these filters.')).toBeVisible();
  });

  test('a filter of a ticket that is gone still stands in the list of choices', async () => {
    await openList(createListBackground(), '#steward=Zoe');
    expect(screen.getByLabelText('Steward')).toHaveDisplayValue('Zoe (no ticket)');
  });
});

describe('many tickets and hostile ones', () => {
  test('of 5,000 tickets a hundred rows are drawn, and a hundred more on request', async () => {
    const tickets = Array.from({ length: 5_000 }, (_, index) => listTicket(index + 1));
    const { container } = await openList(createListBackground({ tickets }));
    // Looked up without roles, which takes seconds among so many rows here.
    const drawn = container.getElementsByClassName('sl-row');
    expect(drawn).toHaveLength(100);
    expect(screen.getByText(/^Needs us now/)).toHaveTextContent('Needs us now 5,000');
    fireEvent.click(screen.getByText('Show 100 more'));
    expect(drawn).toHaveLength(200);
    fireEvent.click(screen.getByText('Unread', { selector: 'label' }));
    expect(drawn).toHaveLength(100);
  }, 20_000);

  test('a subject can neither turn the line round, nor bring markup, nor fill the page', async () => {
    const evil = listTicket(66, {
      facts: { subject: `\u202E<img src=x onerror=alert(1)>\u0000 ${'long '.repeat(210_000)}` },
    });
    const { container } = await openList(createListBackground({ tickets: [evil] }));
    expect(row(66).textContent).toContain('<img src=x onerror=alert(1)> long');
    expect(row(66).textContent).not.toMatch(/\u202E/);
    expect(row(66).textContent.length).toBeLessThan(600);
    expect(container.getElementsByTagName('img')).toHaveLength(1);
  });
});

describe('for everybody', () => {
  test('axe finds nothing, with rows of every kind, a closing and one put aside', async () => {
    const background = createListBackground({
      closings: [closing(mayClose)],
      snoozes: [{ ref: answerSoon.facts.ref, until: hoursFromNow(3) }],
    });
    const { container, user } = await openList(background, '#show=all');
    await user.click(within(row(4100)).getByRole('button', { name: 'Put aside ticket 4100' }));
    expect(rows()).toHaveLength(7);
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('the count is told to those who do not see the tabs', async () => {
    await openList(createListBackground({ tickets: [lateIncident] }));
    expect(screen.getByText('1 ticket needs you now')).toBeInTheDocument();
  });
});
