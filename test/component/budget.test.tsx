import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createFakeBackground } from '../fixtures/ui/fake-background';
import { renderSidebar } from '../fixtures/ui/render-sidebar';
import { budget, ticketView } from '../fixtures/ui/views';

const card = async () => within(await screen.findByRole('region', { name: 'Support budget' }));

test('hours used and left, with the entries and their source on demand', async () => {
  const { user } = renderSidebar(createFakeBackground());
  const section = await card();
  expect(await section.findByText('2.1 of 3.4 h')).toBeVisible();
  expect(section.getByText('1.3 h left')).toBeVisible();
  expect(section.getByText('25 m booked on this ticket.')).toBeVisible();
  await user.click(section.getByRole('button', { name: 'Entries' }));
  expect(section.getAllByRole('listitem')).toHaveLength(3);
  expect(section.getByText(/incident, free/)).toBeVisible();
  expect(section.getByText('The allotment is the team’s default.')).toBeVisible();
});

test('a used-up budget says by how much', async () => {
  renderSidebar(createFakeBackground({ 'budget.view': () => ({ ...budget, usedMinutes: 264 }) }));
  const section = await card();
  expect(await section.findByText('1 h over')).toBeVisible();
});

test('no community: says so and asks for nothing', async () => {
  const background = createFakeBackground({
    'ticket.view': () => ticketView({ facts: { company: null } }),
  });
  renderSidebar(background);
  const section = await card();
  expect(section.getByText(/belongs to no community/)).toBeVisible();
  expect(background.inputsOf('budget.view')).toHaveLength(0);
});
