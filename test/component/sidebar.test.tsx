import { act, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import { createFakeBackground, never, type FakeBackground } from '../fixtures/ui/fake-background';
import { accessibilityProblems, renderSidebar } from '../fixtures/ui/render-sidebar';
import { hoursFromNow, incidentIssue, NOW, REF, tabState, ticketView } from '../fixtures/ui/views';

beforeAll(() => {
  process.env['TZ'] = 'Europe/London';
});

const section = (name: string): HTMLElement => screen.getByRole('region', { name });
const loaded = (): Promise<HTMLElement> => screen.findByRole('region', { name: 'Clocks' });

const incidentView = () =>
  ticketView({
    facts: { type: 'Incident', priority: 4 },
    view: { categoryId: 'incident' },
    progress: { issues: [incidentIssue] },
  });

describe('the four questions at a glance', () => {
  test('ticket, community, duty, time left and next step are on the page', async () => {
    renderSidebar(createFakeBackground());
    await loaded();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Hub will not start');
    expect(screen.getByText('Tidepool University')).toBeVisible();
    expect(await screen.findByText('Dee joins Wed 2 Dec')).toBeVisible();
    expect(within(section('Clocks')).getByRole('timer')).toHaveTextContent('7 h');
    expect(within(section('Clocks')).getByText('left to read it')).toBeVisible();
    const next = within(section('Next')).getByText('Read and understand').closest('li');
    expect(next).toHaveAttribute('aria-current', 'step');
    expect(screen.getByText('now')).toBeVisible();
  });

  test('only one button is filled', async () => {
    const { container } = renderSidebar(createFakeBackground());
    await loaded();
    expect(container.getElementsByClassName('sw-button--filled')).toHaveLength(1);
  });

  test('a clock explains its sum, its calendar and both zones', async () => {
    const { user } = renderSidebar(createFakeBackground());
    await loaded();
    await user.click(within(section('Clocks')).getByRole('button', { name: 'Why?' }));
    expect(within(section('Clocks')).getByText(/counted in “Monday to Friday”/)).toHaveTextContent(
      'Europe/Berlin',
    );
    expect(within(section('Clocks')).getByRole('row')).toHaveTextContent(/Mon 23 Nov 10:42.*8 h/);
    await user.keyboard('{Escape}');
    expect(screen.queryByText(/counted in/)).not.toBeInTheDocument();
  });

  test('Freshdesk’s own due time stands beside ours with the difference', async () => {
    renderSidebar(createFakeBackground());
    await loaded();
    expect(within(section('Clocks')).getByText(/2 h earlier/)).toBeVisible();
  });

  test('Freshdesk’s own due time says when it has passed', async () => {
    const view = ticketView({ facts: { freshdeskFirstResponseDueAt: hoursFromNow(-1) } });
    renderSidebar(createFakeBackground({ 'ticket.view': () => view }));
    await loaded();
    expect(within(section('Clocks')).getByText(/was due 09:42/)).toBeVisible();
  });

  test('the clock moves with time and turns to late', async () => {
    const { ticker } = renderSidebar(createFakeBackground());
    await loaded();
    act(() => ticker.set(new Date(NOW.getTime() + 6.5 * 3_600_000)));
    expect(within(section('Clocks')).getByRole('timer')).toHaveTextContent('30 m 00 s');
    act(() => ticker.set(new Date(NOW.getTime() + 9 * 3_600_000)));
    expect(within(section('Clocks')).getByText('overdue')).toBeVisible();
    expect(within(section('Clocks')).getByRole('timer')).toHaveTextContent('2 h');
  });
});

describe('states', () => {
  test('loading shows the ticket number and stand-ins', async () => {
    renderSidebar(createFakeBackground({ 'ticket.view': never }));
    expect(await screen.findByText('#4242')).toBeVisible();
    expect(screen.getByRole('status', { name: 'Reading the ticket' })).toBeInTheDocument();
  });

  test('not configured: a sentence and one next step', async () => {
    const background = createFakeBackground();
    background.fail('ticket.view', { code: 'not-configured', message: 'No way to Freshdesk yet.' });
    const { user } = renderSidebar(background);
    expect(await screen.findByText('No way to Freshdesk yet.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Open settings' }));
    expect(background.inputsOf('settings.open')).toHaveLength(1);
  });

  test('stale data stays, says since when, and why', async () => {
    const view = ticketView({
      view: {
        freshness: {
          fetchedAt: hoursFromNow(-2),
          transport: 'key',
          problem: {
            code: 'rate-limited',
            message: 'The limit is used up.',
            retryAt: hoursFromNow(0.1),
          },
        },
      },
    });
    renderSidebar(createFakeBackground({ 'ticket.view': () => view }));
    await loaded();
    expect(screen.getByText(/as of 08:42/)).toBeVisible();
    expect(screen.getByText('The limit is used up.')).toBeVisible();
    expect(screen.getByText('Again from 10:48.')).toBeVisible();
  });

  test('duty and budget say what is missing without hiding the rest', async () => {
    const background = createFakeBackground({
      'duty.now': () => ({ configured: false, missing: 'There is no roster yet.' }),
    });
    background.fail('budget.view', {
      code: 'not-authorised',
      message: 'The plan has no time entries.',
    });
    renderSidebar(background);
    await loaded();
    expect(await screen.findByText('Who is on duty is not set up yet.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Add the team' })).toBeVisible();
    expect(await screen.findByText('The plan has no time entries.')).toBeVisible();
  });

  test('after an update of the extension: reload this tab', async () => {
    const background = createFakeBackground();
    renderSidebar(background);
    await loaded();
    act(() => background.becomeOutdated());
    expect(screen.getByText('Steward was updated. Reload this tab to go on.')).toBeVisible();
  });

  test('hostile text stays text, in one line, without direction tricks', async () => {
    const subject = `<img src=x onerror=alert(1)> \u202Egnp.exe\u0000 ${'A'.repeat(100_000)}`;
    const { container } = renderSidebar(
      createFakeBackground({ 'ticket.view': () => ticketView({ facts: { subject } }) }),
    );
    await loaded();
    const heading = screen.getByRole('heading', { level: 1 }).textContent;
    expect(heading).toMatch(/^<img src=x onerror=alert\(1\)> gnp\.exe A+…$/u);
    expect(heading.length).toBeLessThanOrEqual(300);
    expect(container.getElementsByTagName('img')).toHaveLength(0);
  });

  test('an issue address that is not GitHub’s is never a link', async () => {
    const issue = { ...incidentIssue, url: 'javascript:alert(1)' };
    renderSidebar(
      createFakeBackground({ 'ticket.view': () => ticketView({ progress: { issues: [issue] } }) }),
    );
    await loaded();
    expect(screen.queryByRole('link', { name: '#311' })).not.toBeInTheDocument();
  });
});

describe('tab', () => {
  test('collapsing asks the background, and the rail keeps clock, count and way back', async () => {
    const background = createFakeBackground({
      'ticket.view': () => ticketView({ facts: { createdAt: hoursFromNow(-30) } }),
    });
    const { user } = renderSidebar(background);
    await loaded();
    await user.click(screen.getByRole('button', { name: 'More' }));
    await user.click(screen.getByRole('button', { name: 'Collapse to a rail' }));
    const open = await screen.findByRole('button', { name: 'Open Steward for ticket 4242' });
    expect(open).toHaveFocus();
    expect(background.inputsOf('tab.setLayout')).toEqual([{ collapsed: true }]);
    expect(
      screen.getByRole('img', { name: 'Read and understand: overdue by 3 h 42 m' }),
    ).toBeVisible();
    await user.click(open);
    expect(await loaded()).toBeVisible();
  });

  test('another ticket in the tab replaces this one', async () => {
    const background = createFakeBackground();
    renderSidebar(background);
    await loaded();
    const ref = { ...REF, id: 7 };
    background.answer('tab.current', () => ({ ...tabState, ticket: ref, theme: 'dark' }));
    background.answer('ticket.view', () => ticketView({ facts: { ref, subject: 'Another one' } }));
    act(() => background.notify({ changed: 'tab' }));
    expect(await screen.findByText('Another one')).toBeVisible();
    expect(screen.queryByText('#4242')).not.toBeInTheDocument();
    expect(document.documentElement).toHaveAttribute('data-theme', 'dark');
  });

  test('a page of its own asks for no tab and cannot collapse', async () => {
    const background = createFakeBackground();
    const { user } = renderSidebar(background, REF);
    await loaded();
    expect(background.inputsOf('tab.current')).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'More' }));
    expect(screen.getByRole('button', { name: 'Settings' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /Collapse/ })).not.toBeInTheDocument();
  });

  test('Escape closes the menu and gives the focus back', async () => {
    const { user } = renderSidebar(createFakeBackground());
    await loaded();
    const more = screen.getByRole('button', { name: 'More' });
    await user.click(more);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('button', { name: 'Settings' })).not.toBeInTheDocument();
    expect(more).toHaveFocus();
  });

  test('a notice reads the ticket again', async () => {
    const background = createFakeBackground();
    renderSidebar(background);
    await loaded();
    background.answer('ticket.view', () => ticketView({ facts: { subject: 'Changed outside' } }));
    act(() => background.notify({ changed: 'ticket', ref: REF }));
    expect(await screen.findByText('Changed outside')).toBeVisible();
  });
});

describe('accessibility', () => {
  const states: readonly [string, () => FakeBackground][] = [
    ['fresh', () => createFakeBackground()],
    ['incident', () => createFakeBackground({ 'ticket.view': incidentView })],
    [
      'resolved without community or key',
      () =>
        createFakeBackground({
          'ticket.view': () =>
            ticketView({
              facts: {
                company: null,
                requester: null,
                status: { code: 4, label: 'Resolved', phase: 'resolved' },
                resolvedAt: hoursFromNow(-4),
              },
              view: { categoryId: 'change', canWrite: false },
            }),
        }),
    ],
    [
      'rail',
      () =>
        createFakeBackground({
          'tab.current': () => ({ ...tabState, layout: { ...tabState.layout, collapsed: true } }),
        }),
    ],
  ];
  test.each(states)('axe finds nothing: %s', async (name, create) => {
    const { container, user } = renderSidebar(create());
    if (name === 'rail') await screen.findByRole('heading', { name: /collapsed/ });
    else {
      await loaded();
      for (const folded of screen.getAllByRole('button', { expanded: false })) {
        if (folded.isConnected && !['More'].includes(folded.getAttribute('aria-label') ?? ''))
          await user.click(folded);
      }
    }
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});
