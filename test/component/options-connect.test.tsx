import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { FreshdeskCheck } from '@/lib/contract/views';
import { createOptionsBackground, field, fill, openOptions } from './options-support';

const button = (name: string): HTMLElement => screen.getByRole('button', { name });

describe('connecting', () => {
  test.each([
    'acme',
    'acme.freshdesk.com',
    'https://acme.freshdesk.com/a/tickets/12',
    ' ACME.freshdesk.com ',
  ])('the account goes to the background as it was typed: %j', async (host) => {
    const background = createOptionsBackground({ freshdeskHost: null });
    const { user } = await openOptions(background);
    expect(button('Connect')).toBeDisabled();
    await user.type(field('Freshdesk account'), host);
    expect(button('Connect')).toBeDisabled();
    await user.type(field('API key'), ' secret{Enter}');
    await screen.findByText(/^Connected as/);
    expect(background.inputsOf('settings.connectFreshdesk')).toEqual([
      { host: host.trim(), key: 'secret' },
    ]);
  });

  test('success: who it is and what that key sees; the key is gone from the page', async () => {
    const background = createOptionsBackground({ freshdeskHost: null });
    const { user, container } = await openOptions(background);
    expect(screen.getByText(/^No key stored/)).toBeVisible();
    await user.type(field('Freshdesk account'), 'acme');
    await user.type(field('API key'), 'secret-of-ada');
    await user.click(button('Connect'));
    expect(
      await screen.findByText(
        'Connected as Ada to acme.freshdesk.com, who sees tickets of its groups.',
      ),
    ).toBeVisible();
    expect(field('API key')).toHaveValue('');
    expect(field('API key')).toHaveAttribute('placeholder', 'A key is stored');
    expect(container.innerHTML).not.toContain('secret-of-ada');
    expect(screen.queryByText(/^No key stored/)).not.toBeInTheDocument();
  });

  test('a wrong key is said, and stays to be mended', async () => {
    const background = createOptionsBackground({ freshdeskHost: null });
    background.fail('settings.connectFreshdesk', {
      code: 'not-authorised',
      message: 'Freshdesk does not accept this key.',
    });
    const { user } = await openOptions(background);
    await user.type(field('Freshdesk account'), 'acme');
    await user.type(field('API key'), 'wrong');
    await user.click(button('Connect'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Freshdesk does not accept this key.',
    );
    expect(field('API key')).toHaveValue('wrong');
    expect(screen.queryByText(/^Connected/)).not.toBeInTheDocument();
    expect(background.stored().connection.hasFreshdeskKey).toBe(false);
  });

  test('while one test runs a second press does nothing', async () => {
    const background = createOptionsBackground();
    let finish: (check: FreshdeskCheck) => void = () => undefined;
    background.answer(
      'settings.connectFreshdesk',
      () => new Promise<FreshdeskCheck>((resolve) => (finish = resolve)),
    );
    const { user } = await openOptions(background);
    await user.type(field('API key'), 'secret');
    await user.click(button('Connect'));
    await waitFor(() => expect(button('Connect')).toHaveAttribute('aria-busy', 'true'));
    await user.click(button('Connect'));
    await user.type(field('API key'), '{Enter}');
    finish({ agentName: 'Ada', agentEmail: '', scope: 'all tickets' });
    await waitFor(() => expect(field('API key')).toHaveValue(''));
    expect(background.inputsOf('settings.connectFreshdesk')).toHaveLength(1);
  });
});

describe('a stored key', () => {
  test('is never shown, typed dots only, and can be tested again without being pasted', async () => {
    const background = createOptionsBackground({}, true);
    const { user } = await openOptions(background);
    expect(field('API key')).toHaveValue('');
    expect(field('API key')).toHaveAttribute('type', 'password');
    expect(screen.getByText('Connected as Bo to acme.freshdesk.com.')).toBeVisible();
    await user.click(button('Test connection'));
    await screen.findByText(/who sees tickets of its groups/);
    expect(background.inputsOf('settings.connectFreshdesk')).toEqual([
      { host: 'acme.freshdesk.com' },
    ]);
  });

  test('can be forgotten; what that means is said', async () => {
    const background = createOptionsBackground({}, true);
    const { user } = await openOptions(background);
    await user.click(button('Test connection'));
    await screen.findByText(/who sees/);
    await user.click(button('Forget the key'));
    expect(await screen.findByText(/^No key stored/)).toBeVisible();
    expect(screen.queryByText(/^Connected/)).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Forget the key' })).not.toBeInTheDocument();
    expect(background.inputsOf('settings.forgetFreshdeskKey')).toHaveLength(1);
  });

  test('that cannot be forgotten is still said to be there', async () => {
    const background = createOptionsBackground({}, true);
    background.fail('settings.forgetFreshdeskKey', {
      code: 'unexpected',
      message: 'The browser could not remove the key.',
    });
    const { user } = await openOptions(background);
    await user.click(button('Forget the key'));
    expect(await screen.findByRole('alert')).toHaveTextContent('could not remove the key');
    expect(button('Forget the key')).toBeVisible();
  });
});

describe('what connecting changes is not undone by the next save', () => {
  test('the account and the name the background took over', async () => {
    const background = createOptionsBackground({ freshdeskHost: null, stewardName: '' });
    const { user } = await openOptions(background);
    await user.type(field('Freshdesk account'), 'acme');
    await user.type(field('API key'), 'secret{Enter}');
    await screen.findByText(/^Connected as Ada/);
    expect(field('Your name in ticks and notes')).toHaveValue('Ada');
    fill('Default hours a month', '4');
    await waitFor(() => expect(background.lastSave()?.budgetDefaultHours).toBe(4));
    expect(background.lastSave()).toMatchObject({
      freshdeskHost: 'acme.freshdesk.com',
      stewardName: 'Ada',
    });
  });

  test('a name typed while the test runs wins over the agent’s', async () => {
    const background = createOptionsBackground({ freshdeskHost: null, stewardName: '' });
    let finish: (check: FreshdeskCheck) => void = () => undefined;
    background.answer(
      'settings.connectFreshdesk',
      () => new Promise<FreshdeskCheck>((resolve) => (finish = resolve)),
    );
    const { user } = await openOptions(background);
    await user.type(field('Freshdesk account'), 'acme');
    await user.type(field('API key'), 'secret{Enter}');
    await user.type(field('Your name in ticks and notes'), 'Ada L.');
    background.store({ freshdeskHost: 'acme.freshdesk.com', stewardName: 'Ada' });
    finish({ agentName: 'Ada', agentEmail: '', scope: 'all tickets' });
    await waitFor(() => expect(field('API key')).toHaveValue(''));
    await waitFor(() => expect(background.stored().settings.stewardName).toBe('Ada L.'));
    expect(field('Your name in ticks and notes')).toHaveValue('Ada L.');
    expect(background.stored().settings.freshdeskHost).toBe('acme.freshdesk.com');
  });

  test('a save that crossed the connecting: the agent’s name comes back', async () => {
    const background = createOptionsBackground({ freshdeskHost: null, stewardName: '' });
    background.answer('settings.connectFreshdesk', () => ({
      agentName: 'Ada',
      agentEmail: '',
      scope: 'all tickets',
    }));
    const { user } = await openOptions(background);
    await user.type(field('Freshdesk account'), 'acme');
    await user.type(field('API key'), 'secret');
    fireEvent.submit(button('Connect'));
    await waitFor(() => expect(field('Your name in ticks and notes')).toHaveValue('Ada'));
    await waitFor(() => expect(background.stored().settings.stewardName).toBe('Ada'));
  });

  test('a name that is there already stays', async () => {
    const background = createOptionsBackground({ stewardName: 'Bo from Kelp' });
    const { user } = await openOptions(background);
    await user.type(field('API key'), 'secret{Enter}');
    await screen.findByText(/^Connected as Ada/);
    expect(field('Your name in ticks and notes')).toHaveValue('Bo from Kelp');
    expect(background.inputsOf('settings.save')).toHaveLength(0);
  });
});
