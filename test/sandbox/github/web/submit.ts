import type { Call } from '../emulator.ts';
import { renderFormBody, textOf } from '../form-body.ts';
import type { Person } from '../people.ts';
import type { Template } from '../template.ts';

const names = (value: unknown): string[] => {
  const list: unknown = JSON.parse(typeof value === 'string' && value !== '' ? value : '[]');
  return Array.isArray(list) ? list.map(String) : [];
};

/**
 * Creates the issue of a submitted new-issue page in the viewer's name.
 * @returns its number, or undefined when the repository refuses it
 */
export const submitIssue = async (
  call: Call,
  viewer: Person,
  repo: string,
  answers: FormData,
  templates: readonly Template[],
): Promise<number | undefined> => {
  const template = templates.find(({ fileName }) => fileName === answers.get('issue[template]'));
  const body =
    template?.kind === 'form'
      ? renderFormBody(template.elements, answers)
      : textOf(answers, 'issue[body]').replaceAll('\r\n', '\n');
  const response = await call(viewer, 'POST', `/repos/${repo}/issues`, {
    title: textOf(answers, 'issue[title]'),
    body,
    labels: names(answers.get('issue[labels]')),
    assignees: names(answers.get('issue[assignees]')),
  });
  if (!response.ok) return undefined;
  return ((await response.json()) as { number: number }).number;
};
