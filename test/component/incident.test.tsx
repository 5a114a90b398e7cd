import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { LinkedIssue } from '@/lib/contract/ticket';
import { createFakeBackground } from '../fixtures/ui/fake-background';
import { renderSidebar } from '../fixtures/ui/render-sidebar';
import { hoursFromNow, incidentIssue, REF, ticketView } from '../fixtures/ui/views';

const section = (name: string): HTMLElement => screen.getByRole('region', { name });
const loaded = (): Promise<HTMLElement> => screen.findByRole('region', { name: 'Clocks' });

const incidentView = () =>
  ticketView({
    facts: { type: 'Incident', priority: 4 },
    view: { categoryId: 'incident' },
    progress: { issues: [incidentIssue] },
  });

test('an incident shows its issue and its words right after the category', async () => {
  renderSidebar(createFakeBackground({ 'ticket.view': incidentView }));
  await loaded();
  const names = screen.getAllByRole('region').map((region) => region.getAttribute('aria-label'));
  expect(names.indexOf('Incident')).toBe(2);
  expect(within(section('Incident')).getByRole('link', { name: 'Issue #311' })).toHaveAttribute(
    'href',
    incidentIssue.url,
  );
  expect(
    within(section('Incident')).getByRole('button', { name: 'Insert… Incident acknowledged' }),
  ).toBeVisible();
});

test('one place at a time asks for what an incident needs', async () => {
  const read = { read: { at: hoursFromNow(-0.5), by: 'Cleo' } };
  const at = (issues: readonly LinkedIssue[]) =>
    ticketView({
      facts: { type: 'Incident' },
      view: { categoryId: 'incident' },
      progress: { ticks: read, issues },
    });
  const background = createFakeBackground({ 'ticket.view': () => at([]) });
  const { container } = renderSidebar(background);
  await loaded();
  expect(within(section('Incident')).getByText('no issue yet')).toBeVisible();
  expect(within(section('Incident')).queryByRole('button')).not.toBeInTheDocument();
  const filled = (): readonly (string | null)[] =>
    [...container.getElementsByClassName('sw-button--filled')].map((one) => one.textContent);
  expect(filled()).toEqual(['Open issue…']);

  background.answer('ticket.view', () => at([incidentIssue]));
  act(() => background.notify({ changed: 'ticket', ref: REF }));
  await screen.findByRole('link', { name: 'Issue #311' });
  expect(within(section('Incident')).queryByRole('button')).not.toBeInTheDocument();
  expect(filled()).toEqual(['Insert reply…']);
  expect(
    within(section('Replies')).getByRole('button', { name: 'Insert… Incident acknowledged' }),
  ).toBeVisible();
});
