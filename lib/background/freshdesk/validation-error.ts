import { fieldLabel } from './field-label';

/** One thing that Freshdesk found wrong with a request. */
export type ApiProblem = {
  readonly field?: string | null | undefined;
  readonly code?: string | null | undefined;
  readonly message: string;
};

type Labels = Readonly<Record<string, string>>;

const MAX_QUOTE = 160;

function quoted(message: string): string {
  const text = message.trim().replace(/\.$/, '');
  return text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE)}…` : text;
}

function namesOf(problems: readonly ApiProblem[], labels: Labels | undefined): string {
  const names = problems.map(({ field }) => `“${fieldLabel(field ?? '', labels)}”`);
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Values that Freshdesk would accept, as its message lists them; a help for the eye only. */
function allowedValues(message: string): string {
  const values = /one of these values: '(.+)'/s.exec(message)?.[1];
  return values === undefined ? '' : ` (allowed: ${quoted(values.replaceAll(',', ', '))})`;
}

function oneProblem(problem: ApiProblem, labels: Labels | undefined): string {
  const name = problem.field == null ? null : `“${fieldLabel(problem.field, labels)}”`;
  if (name === null) return `Freshdesk refused the request: ${quoted(problem.message)}.`;
  switch (problem.code) {
    case 'invalid_value':
      return problem.message.includes('one of these values')
        ? `Freshdesk does not know this value for ${name}${allowedValues(problem.message)}: choose another, or have an administrator add it.`
        : `Freshdesk does not accept the value of ${name}: ${quoted(problem.message)}.`;
    case 'datatype_mismatch':
      return `Freshdesk expects another kind of value for ${name}: ${quoted(problem.message)}.`;
    case 'invalid_field':
      return `Freshdesk does not know the field ${name} here: the account's form may have changed.`;
    case 'readonly_field':
    case 'inaccessible_field':
      return `Freshdesk does not let you change ${name}: change it in Freshdesk, or ask an administrator.`;
    case 'incompatible_field':
    case 'inconsistent_state':
      return `${name} does not fit the ticket's other values: ${quoted(problem.message)}.`;
    case 'duplicate_value':
      return `Another record already has this value for ${name}: choose a different one.`;
    default:
      return `Freshdesk refused ${name}: ${quoted(problem.message)}.`;
  }
}

/**
 * One sentence for a refused request: what is wrong with which field, and what to do. Required fields come first,
 * because an update is checked against the whole ticket form: a blank required field blocks every change until someone
 * fills it (`missing_field`, whose text can look like that of a wrong value).
 */
export function validationMessage(problems: readonly ApiProblem[], labels?: Labels): string {
  const missing = problems.filter(({ code, field }) => code === 'missing_field' && field != null);
  if (missing.length > 0) {
    const [fields, them] =
      missing.length === 1 ? ['the required field', 'it'] : ['the required fields', 'them'];
    return `Freshdesk needs ${fields} ${namesOf(missing, labels)} first: fill ${them} in the ticket's properties in Freshdesk, then try again.`;
  }
  const [first, ...others] = problems;
  if (first === undefined) return 'Freshdesk refused the request without saying why.';
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return oneProblem(first, labels).replace(/\.$/, `${more}.`);
}
