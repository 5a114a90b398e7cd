import { act, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { createFakeBackground, never } from '../fixtures/ui/fake-background';
import { renderSidebar } from '../fixtures/ui/render-sidebar';
import { NOW, REF, ticketView } from '../fixtures/ui/views';

const triage = async () => within(await screen.findByRole('region', { name: 'What is it?' }));

describe('choosing a category', () => {
  test('the line below says what a press writes, before the press', async () => {
    const { user } = renderSidebar(createFakeBackground());
    const card = await triage();
    await user.hover(card.getByRole('button', { name: 'Incident' }));
    expect(
      card.getByText('Sets type Incident, priority Urgent and tag incident. No mail is sent.'),
    ).toBeVisible();
  });

  test('every button carries its definition', async () => {
    renderSidebar(createFakeBackground());
    const card = await triage();
    expect(card.getByRole('button', { name: 'Change' })).toHaveAccessibleDescription(
      /nothing is broken/,
    );
  });

  test('one press writes, says what was written, and counts the undo down', async () => {
    const background = createFakeBackground();
    const { user, ticker } = renderSidebar(background);
    const card = await triage();
    background.answer('ticket.view', () => ticketView({ view: { categoryId: 'incident' } }));
    await user.click(card.getByRole('button', { name: 'Incident' }));
    expect(background.inputsOf('ticket.categorise')).toEqual([
      { ref: REF, categoryId: 'incident' },
    ]);
    // The section stays open where it was pressed, with the way back in it.
    expect(
      await screen.findByText(/Set type Incident and priority Urgent\. No mail/),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: /Undo/ })).toHaveTextContent('10 s');
    act(() => ticker.set(new Date(NOW.getTime() + 3_000)));
    expect(screen.getByRole('button', { name: /Undo/ })).toHaveTextContent('7 s');
    act(() => ticker.set(new Date(NOW.getTime() + 10_000)));
    expect(screen.queryByRole('button', { name: /Undo/ })).not.toBeInTheDocument();
  });

  test('undo sends the token back and says the ticket is as before', async () => {
    const background = createFakeBackground({ 'ticket.undoCategorise': () => ticketView() });
    background.answer('ticket.view', () => ticketView());
    const { user } = renderSidebar(background);
    const card = await triage();
    await user.click(card.getByRole('button', { name: 'Change' }));
    await user.click(await card.findByRole('button', { name: /Undo/ }));
    expect(background.inputsOf('ticket.undoCategorise')).toEqual([
      { ref: REF, undoToken: 'token' },
    ]);
    await user.unhover(card.getByRole('button', { name: 'Change' }));
    await user.click(card.getByRole('heading'));
    expect(await card.findByText(/Taken back/)).toBeVisible();
  });

  test('while a write is under way a second press writes nothing', async () => {
    const background = createFakeBackground({ 'ticket.categorise': never });
    const { user } = renderSidebar(background);
    const card = await triage();
    await user.click(card.getByRole('button', { name: 'Change' }));
    await user.click(card.getByRole('button', { name: 'Incident' }));
    expect(background.inputsOf('ticket.categorise')).toHaveLength(1);
    expect(card.getByText('Writing to Freshdesk…')).toBeVisible();
  });

  test('a failure stays in place with a retry of the same category', async () => {
    const background = createFakeBackground();
    background.fail('ticket.categorise', { code: 'unavailable', message: 'Freshdesk is away.' });
    const { user } = renderSidebar(background);
    const card = await triage();
    await user.click(card.getByRole('button', { name: 'Guidance' }));
    expect(await card.findByRole('alert')).toHaveTextContent('Freshdesk is away.');
    await user.click(card.getByRole('button', { name: 'Try again' }));
    expect(background.inputsOf('ticket.categorise').map(({ categoryId }) => categoryId)).toEqual([
      'guidance',
      'guidance',
    ]);
  });

  test('without an API key nothing is tried: it says how to do it by hand', async () => {
    const background = createFakeBackground({
      'ticket.view': () => ticketView({ view: { canWrite: false } }),
    });
    const { user } = renderSidebar(background);
    const card = await triage();
    expect(card.getByText(/needs your Freshdesk API key/)).toBeVisible();
    await user.click(card.getByRole('button', { name: 'Change' }));
    expect(
      card.getByText(/set type Change Request and tag change, then press Update/),
    ).toBeVisible();
    expect(background.inputsOf('ticket.categorise')).toHaveLength(0);
    await user.click(card.getByRole('button', { name: 'Or add your API key' }));
    expect(background.inputsOf('settings.open')).toHaveLength(1);
  });
});

test('a yes in the incident test gives the page’s one accent to Incident', async () => {
  const { user, container } = renderSidebar(createFakeBackground());
  const card = await triage();
  await user.click(card.getByRole('button', { name: /Which one/ }));
  const question = card.getByRole('group', { name: /out of reach/ });
  await user.click(within(question).getByRole('radio', { name: 'Yes' }));
  expect(card.getByText(/One yes is enough: treat it as an incident/)).toBeVisible();
  const filled = container.getElementsByClassName('sw-button--filled');
  expect([...filled].map(({ textContent }) => textContent)).toEqual(['Incident']);
  await user.click(within(question).getByRole('radio', { name: 'No' }));
  const other = card.getByRole('group', { name: /fail to start/ });
  await user.click(within(other).getByRole('radio', { name: 'No' }));
  expect(card.getByText('No to all: not an incident.')).toBeVisible();
});
