import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { accessibilityProblems } from '../fixtures/ui/render-sidebar';
import { createOptionsBackground, field, fill, openOptions, section } from './options-support';

const part = () => within(section('GitHub').getByRole('form', { name: 'Access to GitHub' }));

describe('a token', () => {
  test('is tested and stored by one press, and gone from the page', async () => {
    const background = createOptionsBackground();
    const { user, container } = await openOptions(background);
    expect(part().getByText(/^No token stored/)).toBeVisible();
    expect(field('Token')).toHaveAttribute('type', 'password');
    expect(part().getByRole('button', { name: 'Use this token' })).toBeDisabled();
    await user.type(field('Token'), ' github_pat_secret {Enter}');
    expect(await part().findByText('Connected as octo-ana to GitHub.')).toBeVisible();
    expect(background.inputsOf('settings.connectGithub')).toEqual([{ token: 'github_pat_secret' }]);
    expect(field('Token')).toHaveValue('');
    expect(document.body.innerHTML).not.toContain('github_pat_secret');
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('refused: the reason in place, what was typed stays', async () => {
    const background = createOptionsBackground();
    background.fail('settings.connectGithub', {
      code: 'not-authorised',
      message: 'GitHub does not accept this token.',
    });
    const { user, container } = await openOptions(background);
    await user.type(field('Token'), 'old{Enter}');
    expect(await part().findByRole('alert')).toHaveTextContent(
      'GitHub does not accept this token.',
    );
    expect(field('Token')).toHaveValue('old');
    expect(part().queryByText(/^Connected/)).not.toBeInTheDocument();
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('forgotten by one press', async () => {
    const background = createOptionsBackground({}, true, 'octo-ana');
    const { user } = await openOptions(background);
    expect(part().getByText('Connected as octo-ana to GitHub.')).toBeVisible();
    await user.click(part().getByRole('button', { name: 'Forget the token' }));
    expect(await part().findByText(/^No token stored/)).toBeVisible();
    expect(background.stored().connection.githubLogin).toBeNull();
    expect(part().queryByRole('button', { name: 'Forget the token' })).not.toBeInTheDocument();
  });

  test('GitHub’s page for a new one asks for the owner of the repository as typed', async () => {
    await openOptions(createOptionsBackground());
    const owner = (): string | null => {
      const link = part().getByRole<HTMLAnchorElement>('link', { name: 'Make a token on GitHub' });
      expect(link).toHaveAttribute('rel', 'noreferrer');
      return new URL(link.href).searchParams.get('target_name');
    };
    expect(owner()).toBe('acme');
    fill('Repository', 'tidepool-hubs/infra');
    await waitFor(() => expect(owner()).toBe('tidepool-hubs'));
  });
});

test('the other pages of Steward are one press away', async () => {
  await openOptions(createOptionsBackground());
  const pages = within(screen.getByRole('navigation', { name: 'Pages of Steward' }));
  expect(
    pages.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]),
  ).toEqual([
    ['What needs us now', '/list.html'],
    ['Diagnostics', '/diagnostics.html'],
  ]);
});
