import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { OptionsPage } from '@/components/options/OptionsPage';
import { createFakeBackground, never } from '../fixtures/ui/fake-background';
import { fixturePack } from '../fixtures/ui/pack';
import { accessibilityProblems, renderWith } from '../fixtures/ui/render-sidebar';
import { createOptionsBackground, field, fill, openOptions, section } from './options-support';

const group = () =>
  within(section('Support budgets').getByRole('group', { name: 'Hours by community' }));

describe('before the form', () => {
  test('loading is said', async () => {
    const { container } = renderWith(
      createFakeBackground({ 'settings.view': never }),
      <OptionsPage />,
    );
    expect(screen.getByRole('status', { name: 'Reading the settings' })).toBeInTheDocument();
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test.each(['settings.view', 'pack.written'] as const)(
    '%s fails: the reason, and a way on',
    async (command) => {
      const background = createOptionsBackground();
      background.fail(command, { code: 'unexpected', message: 'Steward cannot read this.' });
      const { user, container } = renderWith(background, <OptionsPage />);
      expect(await screen.findByRole('alert')).toHaveTextContent('Steward cannot read this.');
      expect(screen.queryByRole('region')).not.toBeInTheDocument();
      expect(screen.queryByRole('status')).not.toBeInTheDocument();
      expect(await accessibilityProblems(container)).toEqual([]);
      background.answer('settings.view', background.stored);
      background.answer('pack.written', () => fixturePack);
      await user.click(screen.getByRole('button', { name: 'Read again' }));
      expect(await screen.findByRole('region', { name: 'Team' })).toBeVisible();
      expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    },
  );
});

describe('GitHub', () => {
  test.each(['https://github.com/acme/hubs/issues/3', 'git@github.com:acme/hubs.git', 'acme/hubs'])(
    'a repository pasted as %s is stored by its name',
    async (pasted) => {
      const background = createOptionsBackground();
      const { user } = await openOptions(background);
      await user.click(field('Repository'));
      await user.paste(pasted);
      await waitFor(() => expect(background.stored().settings.githubRepository).toBe('acme/hubs'));
      expect(field('Repository')).toHaveValue(pasted);
    },
  );

  test('emptied, the process’s own repository is used, and named', async () => {
    const background = createOptionsBackground({ githubRepository: 'acme/hubs' });
    const { user } = await openOptions(background);
    expect(field('Repository')).toHaveAccessibleDescription(/acme\/infrastructure, as the process/);
    await user.clear(field('Repository'));
    await waitFor(() => expect(background.lastSave()?.githubRepository).toBeNull());
  });

  test('whether everybody can read it', async () => {
    const background = createOptionsBackground();
    const { user } = await openOptions(background);
    const box = screen.getByRole('checkbox', { name: /^Everybody can read this repository/ });
    expect(box).toBeChecked();
    await user.click(box);
    await waitFor(() => expect(background.stored().settings.githubRepositoryIsPublic).toBe(false));
  });
});

describe('budgets', () => {
  test('communities are added, changed and removed; a comma or a point divides', async () => {
    const background = createOptionsBackground({ budgetHoursByCompany: { Reef: 3 } });
    const hoursStored = () => background.stored().settings.budgetHoursByCompany;
    const { user } = await openOptions(background);
    expect(group().getByLabelText('Community 1')).toHaveValue('Reef');
    await user.click(group().getByRole('button', { name: 'Add a community' }));
    await user.type(group().getByLabelText('Community 2'), 'Kelp');
    await user.type(group().getByLabelText('Hours of community 2'), '2,5');
    await waitFor(() => expect(hoursStored()).toEqual({ Reef: 3, Kelp: 2.5 }));
    await user.clear(group().getByLabelText('Hours of community 1'));
    await user.type(group().getByLabelText('Hours of community 1'), '1.25');
    await waitFor(() => expect(hoursStored()).toEqual({ Reef: 1.25, Kelp: 2.5 }));
    await user.click(group().getByRole('button', { name: 'Remove Reef' }));
    await waitFor(() => expect(hoursStored()).toEqual({ Kelp: 2.5 }));
    expect(group().getByLabelText('Hours of community 1')).toHaveValue('2,5');
    await user.click(group().getByRole('button', { name: 'Remove Kelp' }));
    await waitFor(() => expect(hoursStored()).toEqual({}));
    expect(group().queryByRole('textbox')).not.toBeInTheDocument();
  });

  test('a line that cannot be read is named, and keeps the hours it had', async () => {
    const background = createOptionsBackground({ budgetHoursByCompany: { Reef: 3, Kelp: 1 } });
    const { user } = await openOptions(background);
    fill('Hours of community 2', 'two');
    expect(group().getByRole('status')).toHaveTextContent(
      'Line 2 needs a community and its hours, such as 3.5.',
    );
    fill('Hours of community 1', '4');
    await waitFor(() =>
      expect(background.stored().settings.budgetHoursByCompany).toEqual({ Reef: 4, Kelp: 1 }),
    );
    expect(await screen.findByText('Saved, but for the fields marked above')).toBeVisible();
    await user.clear(field('Hours of community 2'));
    expect(field('Hours of community 2')).toHaveValue('');
  });

  test('the default: one figure, or an engineer’s month shared among communities', async () => {
    const background = createOptionsBackground({ budgetCompanyField: 'hours' });
    await openOptions(background);
    expect(field('Default hours a month')).toHaveAccessibleDescription(/34 h .* 10 .* 3.4 h each/);
    fill('Default hours a month', '4,5');
    fill('Company field with the hours', '');
    await waitFor(() =>
      expect(background.lastSave()).toMatchObject({
        budgetDefaultHours: 4.5,
        budgetCompanyField: null,
      }),
    );
  });
});

describe('for everybody', () => {
  afterEach(() => document.documentElement.removeAttribute('data-theme'));

  test.each(['light', 'dark'])(
    'axe finds nothing: %s, with problems on the page',
    async (theme) => {
      document.documentElement.dataset['theme'] = theme;
      const background = createOptionsBackground({ budgetHoursByCompany: { Reef: 3 } }, true);
      const { container } = await openOptions(background);
      expect(await accessibilityProblems(container)).toEqual([]);
      for (const label of ['Repository', 'Time zone of the team', 'Default hours a month'])
        fill(label, 'nonsense?');
      fill('Handover time', '');
      fill('Hours of community 1', '');
      background.fail('settings.forgetFreshdeskKey', { code: 'unexpected', message: 'No.' });
      screen.getByRole('button', { name: 'Forget the key' }).click();
      await screen.findByRole('alert');
      expect(await accessibilityProblems(container)).toEqual([]);
    },
  );

  test('Tab goes through everything in the order of the page, and back', async () => {
    const background = createOptionsBackground(
      {
        budgetHoursByCompany: { Reef: 3 },
        workingTime: {
          calendarId: 'custom',
          customHours: { mon: [['09:00', '17:00']] },
          holidays: [
            { date: '2026-12-25', name: 'Christmas Day' },
            { date: '2026-05-01', name: 'Labour Day' },
          ],
          reducedCapacity: null,
        },
        notices: { kinds: [], hours: { sun: [['09:00', '17:00']] }, timeZone: null },
      },
      true,
      'octo-ana',
    );
    const { user } = await openOptions(background);
    const weekOf = (day: string) => [
      `${day} from`,
      `${day} to`,
      `Remove ${day} 09:00–17:00`,
      `Add hours on ${day}`,
    ];
    const order = [
      'What needs us now',
      'Diagnostics',
      'Freshdesk account',
      'API key',
      'Test connection',
      'Forget the key',
      'Repository',
      /^Everybody can read this repository/,
      'Token',
      'Make a token on GitHub',
      'Forget the token',
      'Your name in ticks and notes',
      'Roster',
      'First shift starts on',
      'Joins on that day',
      'Handover time',
      'Time zone of the team',
      'Custom hours Mon 09:00–17:00',
      ...weekOf('Monday'),
      ...['Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
        (day) => `Add hours on ${day}`,
      ),
      'Copy Monday to all weekdays',
      'Remove Christmas Day, Fri 25 Dec',
      '1 past holiday',
      'Date',
      'Name of the holiday',
      'Add',
      'Import from an iCalendar file',
      'Clocks in Weekends',
      'Remove Weekends',
      'Clocks in Last week of the year',
      'Remove Last week of the year',
      'Add a period',
      'Next update in an incident, every … hours',
      'A new request came in',
      'An answer is due soon, or late',
      'An incident’s next update is due soon, or late',
      'A requester answered',
      'A resolved ticket may be closed',
      ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'].map(
        (day) => `Add hours on ${day}`,
      ),
      ...weekOf('Sunday'),
      'Copy Monday to all weekdays',
      'Your time zone',
      'Default hours a month',
      'Company field with the hours',
      'Community 1',
      'Hours of community 1',
      'Remove Reef',
      'Add a community',
    ];
    for (const name of order) {
      await user.tab();
      expect(document.activeElement).toHaveAccessibleName(name);
    }
    await user.tab();
    expect(document.body).toHaveFocus();
    await user.tab({ shift: true });
    expect(document.activeElement).toHaveAccessibleName('Add a community');
  });

  test('the whole form by keyboard', async () => {
    const background = createOptionsBackground({ freshdeskHost: null, stewardName: '' });
    const { user } = await openOptions(background);
    while (document.activeElement !== field('Freshdesk account')) await user.tab();
    await user.keyboard('acme{Tab}secret{Enter}');
    await screen.findByText(/^Connected as Ada/);
    const box = screen.getByRole('checkbox', { name: /^Everybody can read/ });
    while (document.activeElement !== box) await user.tab();
    await user.keyboard(' ');
    await waitFor(() => expect(background.lastSave()?.githubRepositoryIsPublic).toBe(false));
    expect(background.lastSave()?.freshdeskHost).toBe('acme.freshdesk.com');
  });
});
