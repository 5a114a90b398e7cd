import { act, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Pack } from '@/lib/pack/schema';
import { builtinPack } from '@/lib/pack/load';
import { createFakeBackground } from '../fixtures/ui/fake-background';
import { fixturePack } from '../fixtures/ui/pack';
import { renderSidebar } from '../fixtures/ui/render-sidebar';
import { hoursFromNow, NOW, ticketView } from '../fixtures/ui/views';

beforeAll(() => {
  process.env['TZ'] = 'Europe/London';
});

const MINUTE_MS = 60_000;

type Overrides = Parameters<typeof ticketView>[0];

async function show(overrides: Overrides = {}, pack: Pack = fixturePack) {
  const view = ticketView(overrides);
  const background = createFakeBackground({
    'ticket.view': () => view,
    'pack.active': () => pack,
    'ticket.active': () => ({ counted: true, progress: view.progress }),
  });
  const rendered = renderSidebar(background);
  const card = await screen.findByRole('region', { name: 'Clocks' });
  return { ...rendered, background, card: within(card), region: card };
}

/** One clock in short, by its name: the item of the list. */
function line(card: HTMLElement, name: string): HTMLElement {
  const item = within(card).getByText(name).closest('li');
  if (item === null) throw new Error(`${name} is no line`);
  return item;
}

describe('a clock in short', () => {
  test('says its state, what is left, and when it is due here and where the calendar is', async () => {
    const { region } = await show();
    const first = line(region, 'First response');
    expect(first).toHaveTextContent('23 h left');
    expect(first).toHaveTextContent('running');
    expect(first).toHaveTextContent('by tomorrow 09:42 · 10:42 in Berlin');
    const bar = within(first).getByRole('meter', { name: 'First response, time used' });
    expect(bar).toHaveAttribute('value', '0.04');
  });

  test('names the day there when it is another one', async () => {
    // Due at half past eleven in the evening here, which is the next day in Berlin.
    const { region } = await show({ facts: { createdAt: '2026-11-23T23:30:00Z' } });
    expect(line(region, 'First response')).toHaveTextContent(
      'by Tue 24 Nov 23:30 · Wed 00:30 in Berlin'.replace('Tue 24 Nov', 'tomorrow'),
    );
  });

  test('says how it was met, and that it was late', async () => {
    const { region } = await show({
      facts: { firstRespondedAt: hoursFromNow(-0.25), agentRespondedAt: hoursFromNow(-0.25) },
    });
    expect(line(region, 'First response')).toHaveTextContent('met in 45 m of 24 h');
    expect(within(line(region, 'First response')).queryByRole('meter')).not.toBeInTheDocument();
  });

  test('says by how much it is overdue, and since when', async () => {
    const { region } = await show({ facts: { createdAt: hoursFromNow(-24 * 7) } });
    expect(line(region, 'First response')).toHaveTextContent('overdue by 96 h');
    expect(line(region, 'First response')).toHaveTextContent('since ');
  });

  test('stands still until working time begins', async () => {
    const objectives = fixturePack.objectives.map((one) => ({ ...one, targetMinutes: 30 * 1440 }));
    const { region, ticker } = await show({}, { ...fixturePack, objectives });
    act(() => ticker.set(new Date('2026-11-28T12:00:00Z')));
    expect(line(region, 'First response')).toHaveTextContent('stopped until tomorrow 23:00');
  });

  test('that waits on the requester says so, and knows no end', async () => {
    const objectives = fixturePack.objectives.map((one) => ({
      ...one,
      metBy: ['resolved' as const],
      pausedWhile: ['waiting-on-requester' as const],
    }));
    const at = hoursFromNow(-0.5);
    const { region, user } = await show(
      {
        facts: {
          firstRespondedAt: at,
          agentRespondedAt: at,
          exchange: [{ by: 'agent', at }],
        },
      },
      { ...fixturePack, objectives },
    );
    const first = line(region, 'First response');
    expect(first).toHaveTextContent('stopped: waiting on the requester');
    await user.click(within(first).getByRole('button'));
    const rows = within(first).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual([
      'Mon 23 Nov 10:42–11:1230 m',
      'since Mon 23 Nov 11:12waiting on the requester',
    ]);
    expect(first).toHaveTextContent('When it will be due is known once it goes on.');
  });
});

describe('the sum', () => {
  test('stands line by line with the rule, over a weekend', async () => {
    const { card, user, region } = await show({ facts: { createdAt: '2026-11-20T15:00:00Z' } });
    await user.click(within(line(region, 'First response')).getByRole('button'));
    const rows = within(line(region, 'First response')).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual([
      'Fri 20 Nov 16:00–24:008 h',
      'Sat 21 Nov, Sun 22 Novclosed',
      'Mon 23 Nov 00:00 → due 16:0016 h',
    ]);
    expect(card.getByText(/24 h, counted in “Monday to Friday” \(Europe\/Berlin\)/)).toBeVisible();
    expect(
      card.getByText(/Due Mon 23 Nov 16:00 in Europe\/Berlin: Mon 23 Nov 15:00 your time/),
    ).toBeVisible();
  });

  test('says that a day was a holiday', async () => {
    const calendars = fixturePack.calendars.map((one) => ({ ...one, holidays: ['2026-11-20'] }));
    const { user, region } = await show(
      { facts: { createdAt: '2026-11-19T15:00:00Z' } },
      { ...fixturePack, calendars },
    );
    await user.click(within(line(region, 'First response')).getByRole('button'));
    expect(line(region, 'First response')).toHaveTextContent('closed (holiday)');
  });
});

describe('Freshdesk’s own due times', () => {
  test('stand beside ours with the difference, or with the word that there is none of ours', async () => {
    const { card } = await show();
    const theirs = card.getByRole('list', { name: 'Freshdesk’s own due times' });
    expect(
      within(theirs)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      'Freshdesk: answer tomorrow 07:422 h earlier than ours',
      'Freshdesk: resolution Thu 08:42none of ours',
    ]);
  });

  test('leave out the answer once it was given, and say when there are none', async () => {
    const { card } = await show({
      facts: { firstRespondedAt: hoursFromNow(-0.5), freshdeskResolutionDueAt: null },
    });
    expect(card.queryByText(/Freshdesk: answer/)).not.toBeInTheDocument();
    expect(card.getByText('Freshdesk has set no due times.')).toBeVisible();
  });
});

describe('reduced capacity', () => {
  const reducedCapacity: Pack['reducedCapacity'] = [
    {
      id: 'week',
      name: 'Conference week',
      days: { kind: 'dates', from: '2026-11-23', to: '2026-11-27' },
      clocks: 'run',
    },
  ];

  test('is said while it lasts, with its end here and there', async () => {
    const { card, ticker } = await show({}, { ...fixturePack, reducedCapacity });
    expect(card.getByText(/^Reduced capacity until/)).toHaveTextContent(
      'Reduced capacity until Fri 23:00 (Sat 00:00 in Berlin): Conference week',
    );
    act(() => ticker.set(new Date('2026-11-27T23:00:00Z')));
    expect(card.queryByText(/^Reduced capacity/)).not.toBeInTheDocument();
  });
});

describe('a tick', () => {
  /** What a change of the present did to the page. */
  async function mutationsOf(region: HTMLElement, change: () => void): Promise<MutationRecord[]> {
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((seen) => records.push(...seen));
    observer.observe(region.ownerDocument.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    act(change);
    records.push(...observer.takeRecords());
    observer.disconnect();
    await Promise.resolve();
    return records;
  }

  const running = {
    facts: { createdAt: hoursFromNow(-7.25) },
    progress: {},
  } satisfies Overrides;

  test('of a second changes the one text that shows seconds, and its bar’s words', async () => {
    const { region, ticker, card } = await show(running);
    act(() => ticker.set(new Date(NOW.getTime() + 1_000)));
    expect(card.getByRole('timer')).toHaveTextContent('44 m 59 s');
    const records = await mutationsOf(region, () => ticker.set(new Date(NOW.getTime() + 2_000)));
    expect(card.getByRole('timer')).toHaveTextContent('44 m 58 s');
    const big = region.querySelector('.sb-big');
    expect(records.length).toBeGreaterThan(0);
    for (const { target, type } of records) {
      expect(big?.contains(target)).toBe(true);
      expect(type).not.toBe('childList');
    }
    const texts = records.filter(
      ({ type, target }) => type === 'characterData' && !isMeter(target),
    );
    expect(texts.map(({ target }) => target.textContent)).toEqual(['44 m 58 s']);
  });

  test('that changes no word changes nothing at all', async () => {
    const { region, ticker } = await show();
    act(() => ticker.set(new Date(NOW.getTime() + 20_000)));
    const records = await mutationsOf(region, () => ticker.set(new Date(NOW.getTime() + 50_000)));
    expect(records).toEqual([]);
  });

  test('of a minute changes the texts of the clocks that run, and puts nothing in or out', async () => {
    const { region, ticker } = await show();
    const records = await mutationsOf(region, () =>
      ticker.set(new Date(NOW.getTime() + MINUTE_MS)),
    );
    const texts = records.filter(
      ({ type, target }) => type === 'characterData' && !isMeter(target),
    );
    expect(texts.map(({ target }) => target.textContent)).toEqual(['6 h 59 m', '22 h 59 m left']);
    expect(records.filter(({ type }) => type === 'childList')).toEqual([]);
  });

  function isMeter(target: Node): boolean {
    const element = target instanceof Element ? target : target.parentElement;
    return element?.closest('.sw-meter') != null;
  }
});

test('every clock of the built-in process can be drawn with its sum', async () => {
  const { region, user } = await show(
    {
      facts: {
        type: 'Incident',
        firstRespondedAt: hoursFromNow(-2),
        agentRespondedAt: hoursFromNow(-2),
      },
      progress: {
        timeboxStartedAt: hoursFromNow(-0.5),
        timeboxActiveMs: 10 * MINUTE_MS,
        timeboxActiveAt: hoursFromNow(-0.25),
      },
      view: { categoryId: 'incident' },
    },
    builtinPack(),
  );
  const timebox = line(region, 'Thirty minutes');
  expect(timebox).toHaveTextContent('20 m left');
  expect(timebox).toHaveTextContent('stopped until you are back');
  for (const button of within(region).getAllByRole('button', { expanded: false }))
    await user.click(button);
  expect(timebox).toHaveTextContent('away 20 m');
  expect(region).toHaveTextContent('3 h, by the clock on the wall (Europe/Berlin)');
});
