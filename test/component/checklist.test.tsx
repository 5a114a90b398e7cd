import { act, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { TicketProgress } from '@/lib/contract/ticket';
import type { Pack } from '@/lib/pack/schema';
import { createFakeBackground } from '../fixtures/ui/fake-background';
import { fixturePack } from '../fixtures/ui/pack';
import { renderSidebar } from '../fixtures/ui/render-sidebar';
import { hoursFromNow, incidentIssue, NOW, progress, REF, ticketView } from '../fixtures/ui/views';

const next = async () => within(await screen.findByRole('region', { name: 'Next' }));
const tick = { read: { at: hoursFromNow(-0.5), by: 'Cleo' } };
const change = (more: Parameters<typeof ticketView>[0] = {}) =>
  ticketView({
    ...more,
    facts: { type: 'Change Request', ...more.facts },
    view: { categoryId: 'change', ...more.view },
    progress: { ticks: tick, ...more.progress },
  });

test('counts what is done, and folds it with who and when', async () => {
  const { user } = renderSidebar(createFakeBackground({ 'ticket.view': () => change() }));
  const card = await next();
  expect(card.getByText('2 of 7 done')).toBeVisible();
  await user.click(card.getByRole('button', { name: '2 done' }));
  expect(card.getByText('Read and understand').closest('li')).toHaveTextContent('Cleo, 10:12');
  expect(card.getByText('Say what it is').closest('li')).toHaveTextContent('Change request');
});

test('the next step’s button ticks a step that has no action of its own', async () => {
  const background = createFakeBackground({
    'ticket.tick': () => ({ ...progress, ticks: tick }),
  });
  const { user } = renderSidebar(background);
  const card = await next();
  await user.click(card.getByRole('button', { name: 'Done' }));
  expect(background.inputsOf('ticket.tick')).toEqual([{ ref: REF, stepId: 'read', done: true }]);
  expect(await card.findByText('1 of 2 done')).toBeVisible();
});

test('a tick by hand can be taken back; evidence cannot', async () => {
  const background = createFakeBackground({
    'ticket.view': () => change(),
    'ticket.tick': () => progress,
  });
  const { user } = renderSidebar(background);
  const card = await next();
  await user.click(card.getByRole('button', { name: '2 done' }));
  expect(card.queryByRole('checkbox', { name: 'Say what it is' })).not.toBeInTheDocument();
  await user.click(card.getByRole('checkbox', { name: 'Read and understand' }));
  expect(background.inputsOf('ticket.tick')).toEqual([{ ref: REF, stepId: 'read', done: false }]);
});

test('the timebox starts by a press, counts up, and says when it is over', async () => {
  const started = { ...progress, ticks: tick, timeboxStartedAt: NOW.toISOString() };
  const background = createFakeBackground({
    'ticket.view': () => change(),
    'ticket.startTimebox': () => started,
  });
  const { user, ticker } = renderSidebar(background);
  const card = await next();
  await user.click(card.getByRole('button', { name: 'Start 30:00' }));
  expect(background.inputsOf('ticket.startTimebox')).toEqual([{ ref: REF, running: true }]);
  expect(await card.findByRole('timer')).toHaveTextContent('0:00');
  act(() => ticker.set(new Date(NOW.getTime() + 65_000)));
  expect(card.getByRole('timer')).toHaveTextContent('1:05');
  expect(card.queryByText(/minutes are up/)).not.toBeInTheDocument();
  act(() => ticker.set(new Date(NOW.getTime() + 30 * 60_000)));
  expect(card.getByText(/30 minutes are up/)).toBeVisible();
  expect(card.getByRole('button', { name: 'Stop' })).toBeVisible();
});

describe('while a timebox runs', () => {
  /** The step counts as done from its start, as in a pack that ticks by evidence; a clock starts with it. */
  const packWithEvidence: Pack = {
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
        calendar: 'weekdays',
        warnAt: 0.8,
      },
    ],
    checklists: fixturePack.checklists.map((checklist) => ({
      ...checklist,
      steps: checklist.steps.map((step) =>
        step.id === 'try' ? { ...step, evidence: ['timebox-started'] } : step,
      ),
    })),
  };
  const answered = { facts: { firstRespondedAt: hoursFromNow(-0.2) } } as const;
  const trying = (more: Partial<TicketProgress> = {}) =>
    change({ ...answered, progress: { timeboxStartedAt: NOW.toISOString(), ...more } });
  const start = (view = trying()) =>
    createFakeBackground({ 'pack.active': () => packWithEvidence, 'ticket.view': () => view });

  test('its step stays at the top with Stop; nothing else asks for a press', async () => {
    const { container } = renderSidebar(start());
    const card = await next();
    expect(card.getByText('Try for 30 minutes').closest('li')).toHaveAttribute(
      'aria-current',
      'step',
    );
    expect(card.getByRole('button', { name: 'Stop' })).toBeVisible();
    expect(card.getByText('Open an engineering issue').closest('li')).not.toHaveAttribute(
      'aria-current',
    );
    expect(container.getElementsByClassName('sw-button--filled')).toHaveLength(0);
    expect(card.getByText('3 of 7 done')).toBeVisible();
  });

  test('when it is up, what follows is asked for beside it', async () => {
    const { ticker } = renderSidebar(start());
    const card = await next();
    act(() => ticker.set(new Date(NOW.getTime() + 30 * 60_000)));
    expect(card.getByText(/30 minutes are up/)).toBeVisible();
    const issue = within(
      card.getByText('Open an engineering issue').closest('li') ?? document.body,
    );
    expect(issue.getByRole('button', { name: /^Open/ })).toHaveClass('sw-button--filled');
  });

  test('Stop means tried: the step is ticked, the time ends, the next step follows', async () => {
    const background = start();
    const tried = { ...tick, try: { at: hoursFromNow(0), by: 'Bo' } };
    const after = { ...progress, ticks: tried };
    background.answer('ticket.tick', () => after);
    background.answer('ticket.startTimebox', () => after);
    const { user } = renderSidebar(background);
    const card = await next();
    await user.click(card.getByRole('button', { name: 'Stop' }));
    expect(background.inputsOf('ticket.tick')).toEqual([{ ref: REF, stepId: 'try', done: true }]);
    expect(background.inputsOf('ticket.startTimebox')).toEqual([{ ref: REF, running: false }]);
    expect(card.getByText('Open an engineering issue').closest('li')).toHaveAttribute(
      'aria-current',
      'step',
    );
    expect(card.getByText('4 of 7 done')).toBeVisible();
  });

  test('it is over once the issue it leads to is linked', async () => {
    renderSidebar(start(trying({ issues: [{ ...incidentIssue, kind: 'engineering' }] })));
    const card = await next();
    expect(card.queryByRole('button', { name: 'Stop' })).not.toBeInTheDocument();
    expect(card.getByText('Prioritise it with the team').closest('li')).toHaveAttribute(
      'aria-current',
      'step',
    );
  });

  test('a step that comes before it stays the next one', async () => {
    renderSidebar(start(change({ progress: { timeboxStartedAt: NOW.toISOString() } })));
    const card = await next();
    const steps = card.getAllByRole('listitem').filter((item) => item.ariaCurrent === 'step');
    expect(steps.map((step) => step.textContent)).toEqual([
      expect.stringContaining('Tell the community it is queued'),
      expect.stringContaining('Try for 30 minutes'),
    ]);
  });
});

test('a tick that fails says so at its step', async () => {
  const background = createFakeBackground();
  background.fail('ticket.tick', { code: 'unexpected', message: 'It could not be stored.' });
  const { user } = renderSidebar(background);
  const card = await next();
  await user.click(card.getByRole('button', { name: 'Done' }));
  expect(await card.findByRole('alert')).toHaveTextContent('It could not be stored.');
});

test('sections remember that they were folded from ticket to ticket', async () => {
  const background = createFakeBackground();
  const { user } = renderSidebar(background);
  await next();
  await user.click(screen.getByRole('button', { name: 'Next' }));
  const ref = { ...REF, id: 9 };
  background.answer('tab.current', () => ({
    ticket: ref,
    theme: 'light',
    layout: { mode: 'beside', widthPx: 360, collapsed: false },
  }));
  background.answer('ticket.view', () => ticketView({ facts: { ref, subject: 'The next one' } }));
  act(() => background.notify({ changed: 'tab' }));
  await screen.findByText('The next one');
  expect(screen.getByRole('button', { name: 'Next' })).toHaveAttribute('aria-expanded', 'false');
});
