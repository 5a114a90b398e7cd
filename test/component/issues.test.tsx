import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createFakeBackground } from '../fixtures/ui/fake-background';
import { fixturePack } from '../fixtures/ui/pack';
import { renderSidebar } from '../fixtures/ui/render-sidebar';
import {
  draft,
  incidentIssue,
  progress,
  REF,
  settings,
  settingsView,
  ticketView,
} from '../fixtures/ui/views';

const issues = async () => within(await screen.findByRole('region', { name: 'Issues' }));
const linked = () => ticketView({ progress: { issues: [incidentIssue] } });

test('the first press shows the issue, the second opens GitHub', async () => {
  const background = createFakeBackground({
    'issue.draft': ({ answers }) => ({ ...draft, title: `[Support] ${answers['title'] ?? ''}` }),
  });
  const { user } = renderSidebar(background);
  const card = await issues();
  await user.click(card.getByRole('button', { name: 'Open engineering issue…' }));
  expect(background.inputsOf('issue.open')).toHaveLength(0);
  const form = within(await card.findByRole('form', { name: 'Engineering issue' }));
  expect(form.getByText(/the requester’s name, addresses and message stay out/)).toBeVisible();
  await user.clear(form.getByRole('textbox', { name: 'Title' }));
  await user.type(form.getByRole('textbox', { name: 'Title' }), 'New package');
  await waitFor(() => expect(form.getByText('[Support] New package')).toBeVisible());
  expect(form.getByRole('textbox', { name: 'Title' })).toHaveFocus();
  await user.click(form.getByRole('button', { name: 'Open on GitHub' }));
  expect(background.inputsOf('issue.open')).toEqual([
    { ref: REF, kind: 'engineering', answers: { title: 'New package' } },
  ]);
  expect(await card.findByText(/GitHub’s form is open in a new tab/)).toBeVisible();
});

test('the subject is offered as the title', async () => {
  const background = createFakeBackground({
    'settings.view': () => ({
      ...settingsView,
      settings: { ...settings, githubRepositoryIsPublic: false },
    }),
  });
  const { user } = renderSidebar(background);
  const card = await issues();
  await user.click(card.getByRole('button', { name: 'Open engineering issue…' }));
  expect(await card.findByRole('textbox', { name: 'Title' })).toHaveValue(
    'Hub will not start for the spring course',
  );
});

test('a linked issue is noted on the ticket once', async () => {
  const background = createFakeBackground({ 'ticket.view': linked });
  const { user } = renderSidebar(background);
  const card = await issues();
  expect(card.getByRole('link', { name: '#311' })).toHaveAttribute('href', incidentIssue.url);
  const note = card.getByRole('button', { name: /private note/ });
  await user.click(note);
  expect(background.inputsOf('issue.note')).toEqual([{ ref: REF, url: incidentIssue.url }]);
  expect(await card.findByText(/Added as a private note/)).toBeVisible();
  expect(note).toBeDisabled();
});

test('without a key the note says what it needs', async () => {
  const background = createFakeBackground({
    'ticket.view': () =>
      ticketView({ progress: { issues: [incidentIssue] }, view: { canWrite: false } }),
  });
  renderSidebar(background);
  const card = await issues();
  expect(card.getByRole('button', { name: /needs your API key/ })).toBeDisabled();
});

test('unlinking forgets the link only', async () => {
  const background = createFakeBackground({
    'ticket.view': linked,
    'issue.unlink': () => progress,
  });
  const { user } = renderSidebar(background);
  const card = await issues();
  await user.click(card.getByRole('button', { name: /Forget #311 here/ }));
  expect(background.inputsOf('issue.unlink')).toEqual([{ ref: REF, url: incidentIssue.url }]);
  expect(await card.findByText('none linked')).toBeVisible();
});

test('an issue that was forgotten by mistake comes back by one press', async () => {
  const background = createFakeBackground({
    'ticket.view': linked,
    'issue.unlink': () => progress,
    'issue.link': () => ({ ...progress, issues: [incidentIssue] }),
  });
  const { user } = renderSidebar(background);
  const card = await issues();
  await user.click(card.getByRole('button', { name: /Forget #311 here/ }));
  await user.click(await card.findByRole('button', { name: 'Undo' }));
  expect(background.inputsOf('issue.link')).toEqual([
    { ref: REF, kind: incidentIssue.kind, url: incidentIssue.url },
  ]);
  expect(await card.findByText('1 linked')).toBeVisible();
  expect(card.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
});

test('an issue of another repository is marked as such', async () => {
  const elsewhere = { ...incidentIssue, repository: 'other/place' };
  const view = ticketView({ progress: { issues: [elsewhere] } });
  renderSidebar(createFakeBackground({ 'ticket.view': () => view }));
  const card = await issues();
  const own = settings.githubRepository ?? fixturePack.github.repository;
  expect(card.getByText(`, not in ${own}`)).toBeVisible();
});

test('a pasted link is checked here and cleaned', async () => {
  const background = createFakeBackground({
    'issue.link': () => ({ ...progress, issues: [incidentIssue] }),
  });
  const { user } = renderSidebar(background);
  const card = await issues();
  await user.click(card.getByRole('button', { name: 'Link an issue that exists' }));
  const field = card.getByRole('textbox', { name: 'Link of the issue' });
  await user.type(field, 'https://evil.example/issues/1');
  await user.click(card.getByRole('button', { name: 'Link' }));
  expect(field).toHaveAccessibleDescription('Paste the link of a GitHub issue.');
  expect(background.inputsOf('issue.link')).toHaveLength(0);
  await user.clear(field);
  await user.type(field, `  ${incidentIssue.url}?x=1#issuecomment-9{Enter}`);
  expect(background.inputsOf('issue.link')).toEqual([
    { ref: REF, kind: 'engineering', url: incidentIssue.url },
  ]);
  expect(await card.findByText('1 linked')).toBeVisible();
});
