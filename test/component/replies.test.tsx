import { act, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFakeBackground, type FakeBackground } from '../fixtures/ui/fake-background';
import { renderSidebar } from '../fixtures/ui/render-sidebar';
import { incidentIssue, REF, ticketView } from '../fixtures/ui/views';
import type { InsertReport } from '@/lib/contract/views';

const replies = async () => within(await screen.findByRole('region', { name: 'Replies' }));
const inserted: InsertReport = {
  how: 'inserted',
  target: 'reply',
  recipients: ['Ana Ruiz', 'Li', 'Sam'],
  verified: true,
};
const change = () => ticketView({ view: { categoryId: 'change' } });

describe('inserting', () => {
  test('one press when nothing is blank, and the result says where it went', async () => {
    const background = createFakeBackground({
      'ticket.view': change,
      'reply.insert': () => inserted,
    });
    const { user } = renderSidebar(background);
    const card = await replies();
    await user.click(card.getByRole('button', { name: 'Insert Request queued' }));
    expect(background.inputsOf('reply.insert')).toEqual([
      { ref: REF, templateId: 'queued', answers: {}, target: 'reply' },
    ]);
    expect(
      await card.findByText(
        'It is in the reply to Ana Ruiz + 2. Read it, then press Send in Freshdesk.',
      ),
    ).toBeVisible();
  });

  test('what is not known is asked in place; nothing goes in while a blank is open', async () => {
    const background = createFakeBackground({
      'ticket.view': () =>
        ticketView({ facts: { requester: null }, view: { categoryId: 'change' } }),
      'reply.insert': () => inserted,
    });
    const { user } = renderSidebar(background);
    const card = await replies();
    await user.click(card.getByRole('button', { name: 'Insert… Request queued' }));
    const form = within(card.getByRole('form', { name: 'Request queued' }));
    expect(form.getByRole('region', { name: 'Preview' })).toHaveTextContent(
      'Hello { First name },',
    );
    expect(form.getByText('Still to fill in: First name')).toBeVisible();
    expect(form.getByRole('button', { name: 'Insert' })).toBeDisabled();
    await user.type(form.getByRole('textbox', { name: 'First name' }), '<b>Ana</b>');
    expect(form.getByRole('region', { name: 'Preview' })).toHaveTextContent('Hello <b>Ana</b>,');
    await user.keyboard('{Enter}');
    expect(background.inputsOf('reply.insert')).toEqual([
      {
        ref: REF,
        templateId: 'queued',
        answers: { 'requester.firstName': '<b>Ana</b>' },
        target: 'reply',
      },
    ]);
  });

  test('answers of the last time are offered again, not sent unseen', async () => {
    const background = createFakeBackground({
      'ticket.view': () =>
        ticketView({
          view: { categoryId: 'incident' },
          progress: { issues: [incidentIssue], answers: { context: 'a full disk' } },
        }),
    });
    const { user } = renderSidebar(background);
    await user.click(await screen.findByRole('button', { name: 'Insert… Incident acknowledged' }));
    expect(background.inputsOf('reply.insert')).toHaveLength(0);
    expect(screen.getByRole('textbox', { name: 'What is it related to?' })).toHaveValue(
      'a full disk',
    );
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('form')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Insert… Incident acknowledged' })).toHaveFocus();
  });

  test('a private text goes to a note', async () => {
    const background = createFakeBackground({
      'reply.insert': () => ({ ...inserted, target: 'note', recipients: [] }),
    });
    const { user } = renderSidebar(background);
    const card = await replies();
    await user.click(card.getByRole('button', { name: /Note for the other steward/ }));
    const form = within(card.getByRole('form'));
    await user.type(form.getByRole('textbox'), 'logs read');
    expect(form.getByText(/private note. Nobody outside sees it/)).toBeVisible();
    await user.click(form.getByRole('button', { name: 'Insert' }));
    expect(background.inputsOf('reply.insert')[0]?.target).toBe('note');
    expect(await card.findByText(/press Add note in Freshdesk/)).toBeVisible();
  });

  test('when the editor cannot be reached the text is never lost', async () => {
    const background = createFakeBackground({
      'ticket.view': change,
      'reply.insert': () => ({
        how: 'clipboard',
        html: '<div>Hello Ana,</div>',
        text: 'Hello Ana,',
        reason: 'The reply editor was not found.',
      }),
    });
    const { user } = renderSidebar(background);
    const card = await replies();
    await user.click(card.getByRole('button', { name: 'Insert Request queued' }));
    expect(await card.findByText('The reply editor was not found.')).toBeVisible();
    // jsdom has no rich clipboard and no copy command, as in a frame whose page forbids both.
    await user.click(card.getByRole('button', { name: 'Copy' }));
    expect(await card.findByText(/The browser refused/)).toBeVisible();
    expect(card.getByRole('textbox', { name: 'Request queued' })).toHaveValue('Hello Ana,');
  });

  test('a refusal stays in place with its next step', async () => {
    const background = createFakeBackground({ 'ticket.view': change });
    background.fail('reply.insert', {
      code: 'conflict',
      message: 'The page shows another ticket.',
    });
    const { user } = renderSidebar(background);
    const card = await replies();
    await user.click(card.getByRole('button', { name: 'Insert Request queued' }));
    expect(await card.findByRole('alert')).toHaveTextContent('The page shows another ticket.');
  });
});

describe('until the reply has left', () => {
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const ready = (firstRespondedAt: string | null = null) =>
    ticketView({
      facts: { firstRespondedAt },
      view: { categoryId: 'change' },
      progress: { ticks: { read: { at: '2026-11-23T10:00:00Z', by: 'Bo' } } },
    });
  const reads = (background: FakeBackground) =>
    background.inputsOf('ticket.view').filter(({ refresh }) => refresh === true).length;

  test('the same text is not asked for twice, and the ticket is read until Send was pressed', async () => {
    const background = createFakeBackground({
      'ticket.view': () => ready(),
      'reply.insert': () => inserted,
    });
    const { user, container } = renderSidebar(background);
    const card = await replies();
    expect(container.getElementsByClassName('sw-button--filled')).toHaveLength(1);
    await user.click(card.getByRole('button', { name: 'Insert Request queued' }));
    await card.findByText(/It is in the reply/);
    expect(container.getElementsByClassName('sw-button--filled')).toHaveLength(0);
    expect(reads(background)).toBe(0);

    background.answer('ticket.view', () => ready('2026-11-23T10:43:00Z'));
    await act(() => vi.advanceTimersByTimeAsync(15_000));
    expect(reads(background)).toBe(1);
    expect(card.queryByText(/It is in the reply/)).not.toBeInTheDocument();
    const next = within(screen.getByRole('region', { name: 'Next' }));
    expect(next.getByText('Try for 30 minutes').closest('li')).toHaveAttribute(
      'aria-current',
      'step',
    );
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(reads(background)).toBe(1);
  });

  test('coming over from Freshdesk’s page looks at once', async () => {
    const background = createFakeBackground({
      'ticket.view': () => ready(),
      'reply.insert': () => inserted,
    });
    const { user } = renderSidebar(background);
    const card = await replies();
    await user.click(card.getByRole('button', { name: 'Insert Request queued' }));
    await card.findByText(/It is in the reply/);
    // Over in Freshdesk's page for a while: nothing of it is seen here.
    await act(() => vi.advanceTimersByTimeAsync(5_000));
    await user.hover(screen.getByRole('main'));
    await user.hover(card.getByText('Request queued'));
    expect(reads(background)).toBe(1);
  });

  test('a reply that nobody sends is not looked for forever', async () => {
    const background = createFakeBackground({
      'ticket.view': () => ready(),
      'reply.insert': () => inserted,
    });
    const { user } = renderSidebar(background);
    const card = await replies();
    await user.click(card.getByRole('button', { name: 'Insert Request queued' }));
    await card.findByText(/It is in the reply/);
    await act(() => vi.advanceTimersByTimeAsync(30 * 60_000));
    expect(reads(background)).toBe(40);
  });
});

describe('which replies', () => {
  test('those of other categories stand apart until asked for', async () => {
    const { user } = renderSidebar(createFakeBackground({ 'ticket.view': change }));
    const card = await replies();
    expect(card.getByText('2 for this ticket')).toBeVisible();
    expect(card.queryByText('Incident acknowledged')).not.toBeInTheDocument();
    await user.click(card.getByRole('button', { name: 'Other replies (1)' }));
    expect(card.getByText('Incident acknowledged')).toBeVisible();
  });

  test('the checklist’s step inserts the same text', async () => {
    const background = createFakeBackground({
      'ticket.view': () =>
        ticketView({
          view: { categoryId: 'change' },
          progress: { ticks: { read: { at: '2026-11-23T10:00:00Z', by: 'Bo' } } },
        }),
      'reply.insert': () => inserted,
    });
    const { user } = renderSidebar(background);
    const next = within(await screen.findByRole('region', { name: 'Next' }));
    expect(next.getByText('Opens a reply to Ana Ruiz + 2 cc. Nothing is sent.')).toBeVisible();
    await user.click(next.getByRole('button', { name: 'Insert reply' }));
    expect(background.inputsOf('reply.insert')[0]?.templateId).toBe('queued');
  });
});
