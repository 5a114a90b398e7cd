import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createFakeBackground } from '../fixtures/ui/fake-background';
import { renderSidebar } from '../fixtures/ui/render-sidebar';
import { hoursFromNow, NOW, progress, REF, ticketView } from '../fixtures/ui/views';

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
