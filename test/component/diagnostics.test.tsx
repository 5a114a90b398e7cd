import { fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import { DiagnosticsPage } from '@/components/diagnostics/DiagnosticsPage';
import { axisEnd, lastHours, PLOT_HOURS } from '@/components/diagnostics/hours';
import { reportText } from '@/components/diagnostics/report';
import type { DiagnosticsView } from '@/lib/contract/list';
import { createFakeBackground } from '../fixtures/ui/fake-background';
import { completeSync } from '../fixtures/ui/list';
import { accessibilityProblems, renderWith } from '../fixtures/ui/render-sidebar';
import { hoursFromNow, NOW } from '../fixtures/ui/views';

beforeAll(() => {
  process.env['TZ'] = 'Europe/London';
});

const view: DiagnosticsView = {
  version: '0.1.0',
  host: 'acme.freshdesk.com',
  hours: [
    { hour: '2026-11-23T08:00:00.000Z', list: 11, other: 0, cost: 13, refused: 0 },
    { hour: '2026-11-23T10:00:00.000Z', list: 20, other: 16, cost: 41, refused: 1 },
  ],
  rate: { remaining: 88, total: 100, at: NOW.toISOString() },
  sync: {
    ...completeSync,
    problem: { code: 'unavailable', message: 'Ticket 4242 of Ana Ruiz was refused.' },
  },
  ticketsKept: 312,
  alarms: [{ name: 'sync', at: hoursFromNow(0.1) }],
  tabs: [
    { tabId: 1, host: 'acme.freshdesk.com', anchors: { header: '#header', 'reply editor': null } },
    { tabId: 2, host: 'acme.freshdesk.com', anchors: null },
  ],
};

const open = (change: Partial<DiagnosticsView> = {}) =>
  renderWith(
    createFakeBackground({ 'diagnostics.view': () => ({ ...view, ...change }) }),
    <DiagnosticsPage />,
  );
const section = async (name: string): Promise<HTMLElement> =>
  await screen.findByRole('region', { name });

describe('the diagnostics page', () => {
  test('plots the calls of two days, the list’s own below the others, with the limit', async () => {
    open();
    const calls = await section('Calls to Freshdesk by hour');
    expect(
      within(calls).getByText(/47 calls to Freshdesk in the last 48 hours/),
    ).toBeInTheDocument();
    const bars = [...calls.getElementsByClassName('sd-plot__list')];
    expect(bars).toHaveLength(PLOT_HOURS);
    const last = Number(bars.at(-1)?.getAttribute('height'));
    const before = Number(bars.at(-3)?.getAttribute('height'));
    expect(last / before).toBeCloseTo(20 / 11);
    const other = calls.getElementsByClassName('sd-plot__other')[PLOT_HOURS - 1];
    expect(Number(other?.getAttribute('y')) + Number(other?.getAttribute('height'))).toBeCloseTo(
      Number(bars.at(-1)?.getAttribute('y')),
    );
    expect(within(calls).getByText(/12 an hour/)).toBeVisible();
  });

  test('says the same in a table, newest first', async () => {
    open();
    const table = within(await section('Calls to Freshdesk by hour')).getByRole('table', {
      hidden: true,
    });
    const lines = within(table).getAllByRole('row', { hidden: true });
    expect(lines[1]).toHaveTextContent('Mon 23 Nov 10:002016411');
    expect(lines[2]).toHaveTextContent('Mon 23 Nov 08:00110130');
  });

  test('tells the state of list, limit and plans', async () => {
    open();
    const state = await section('State');
    expect(within(state).getByText('88 of 100, as of 10:42')).toBeVisible();
    expect(within(state).getByText('Complete, 1,240 tickets read')).toBeVisible();
    expect(within(state).getByText('312')).toBeVisible();
    expect(within(state).getByText('sync 10:48')).toBeVisible();
  });

  test('names what was not found on each open page', async () => {
    open();
    const tabs = await section('Open Freshdesk tabs');
    expect(within(tabs).getByText(/1 of 2 places found; missing: reply editor/)).toBeVisible();
    expect(within(tabs).getByText(/no answer\. Reload that tab/)).toBeVisible();
  });

  test('nothing known yet is said, not shown as nought', async () => {
    const { container } = open({ hours: [], rate: null, host: null, alarms: [], tabs: [] });
    expect(await screen.findByText('Not stated yet')).toBeVisible();
    expect(screen.getByText('None connected')).toBeVisible();
    expect(screen.getByText('No Freshdesk tab is open.')).toBeVisible();
    expect(screen.getByText('No calls in the last 48 hours.')).toBeVisible();
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('axe finds nothing, and a failed read can be tried again', async () => {
    const { container } = open();
    await section('State');
    expect(await accessibilityProblems(container)).toEqual([]);
    const background = createFakeBackground();
    background.fail('diagnostics.view', { code: 'unavailable', message: 'No answer.' });
    renderWith(background, <DiagnosticsPage />);
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
  });

  test('a clipboard that is out of reach leaves the text to be selected', async () => {
    open();
    fireEvent.click(await screen.findByRole('button', { name: 'Copy as text' }));
    const text = await screen.findByRole('textbox', { name: 'Report' });
    expect(text).toHaveDisplayValue(/Steward 0\.1\.0/);
  });
});

describe('the report', () => {
  const report = reportText(view, 'Test/1');

  test('holds what helps', () => {
    expect(report).toContain('Rate: 88 of 100 a minute left');
    expect(report).toContain('problem: unavailable');
    expect(report).toContain('tab 1: 1 of 2 anchors; missing: reply editor');
    expect(report).toContain('2026-11-23T10:00:00.000Z  20  16  41  1');
  });

  test('names no account, no person and no ticket', () => {
    expect(report).not.toMatch(/acme|Ana|Ruiz|4242/);
  });
});

describe('hours', () => {
  test('an hour without calls has its place; older ones fall out', () => {
    const shown = lastHours([{ ...view.hours[0], hour: hoursFromNow(-100) } as never], NOW);
    expect(shown).toHaveLength(PLOT_HOURS);
    expect(shown.every(({ list }) => list === 0)).toBe(true);
    expect(shown.at(-1)?.hour).toBe('2026-11-23T10:00:00.000Z');
  });

  test.each([
    [0, 20],
    [20, 20],
    [21, 50],
    [51, 100],
    [4_999, 5_000],
  ])('an axis for %i ends at %i', (most, end) => {
    expect(axisEnd(most)).toBe(end);
  });
});
