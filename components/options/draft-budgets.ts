import type { Settings } from '@/lib/contract/views';
import { hoursOf } from './fields';
import type { Reader } from './reader';

/** Support hours as typed. */
export type BudgetsDraft = {
  readonly budgetDefaultHours: string;
  readonly budgetCompanyField: string;
  readonly budgets: readonly { readonly company: string; readonly hours: string }[];
};

type BudgetSettings = Pick<
  Settings,
  'budgetDefaultHours' | 'budgetCompanyField' | 'budgetHoursByCompany'
>;

/** The form for stored budgets. */
export function budgetsDraftOf(settings: Settings): BudgetsDraft {
  return {
    budgetDefaultHours:
      settings.budgetDefaultHours === null ? '' : `${settings.budgetDefaultHours}`,
    budgetCompanyField: settings.budgetCompanyField ?? '',
    budgets: Object.entries(settings.budgetHoursByCompany).map(([company, hours]) => ({
      company,
      hours: `${hours}`,
    })),
  };
}

/** Hours by community. A line that cannot be read is named, and what is stored for its community stays. */
function hoursByCompany(
  lines: BudgetsDraft['budgets'],
  stored: Settings['budgetHoursByCompany'],
): { readonly hours: Settings['budgetHoursByCompany']; readonly problem: string | null } {
  const byCompany = new Map<string, number>();
  let problem: string | null = null;
  for (const [index, line] of lines.entries()) {
    const company = line.company.trim();
    if (company === '' && line.hours.trim() === '') continue;
    const hours = hoursOf(line.hours);
    if (byCompany.has(company)) {
      problem ??= `${company} stands in two lines: the first one counts.`;
    } else if (company === '' || hours === null) {
      problem ??= `Line ${index + 1} needs a community and its hours, such as 3.5.`;
      const kept = Object.hasOwn(stored, company) ? stored[company] : undefined;
      if (kept !== undefined) byCompany.set(company, kept);
    } else byCompany.set(company, hours);
  }
  return { hours: Object.fromEntries(byCompany), problem };
}

/** The budgets a form stands for. */
export function readBudgets(
  draft: BudgetsDraft,
  stored: Settings,
  { read, short }: Reader<keyof BudgetsDraft>,
): BudgetSettings {
  const { hours, problem } = hoursByCompany(draft.budgets, stored.budgetHoursByCompany);
  const companyField = draft.budgetCompanyField.trim();
  return {
    budgetDefaultHours:
      draft.budgetDefaultHours.trim() === ''
        ? null
        : read(
            'budgetDefaultHours',
            hoursOf(draft.budgetDefaultHours),
            stored.budgetDefaultHours,
            'Use hours such as 3 or 2.5.',
          ),
    budgetCompanyField:
      short('budgetCompanyField', companyField, stored.budgetCompanyField ?? '') || null,
    budgetHoursByCompany:
      problem === null ? hours : read<typeof hours>('budgets', null, hours, problem),
  };
}
