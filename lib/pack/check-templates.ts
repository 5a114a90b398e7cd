import type { PackProblem } from './problem';
import { ISSUE_VALUES, TEMPLATE_VALUES, type IssueKind, type Pack, type Template } from './schema';

const NAME = /\{\{\s*([^{}]*?)\s*\}\}/gu;
const LINK = /\[[^\][]+\]\(([^()]+)\)/gu;

const namesIn = (text: string): string[] => [...text.matchAll(NAME)].map((match) => match[1] ?? '');

function checkTemplate(template: Template, path: string): PackProblem[] {
  const fields = template.fields.map(({ name }) => name);
  const paragraphs = [
    ...(template.greeting === undefined
      ? []
      : [{ at: `${path}.greeting`, text: template.greeting }]),
    ...template.body.map((text, index) => ({ at: `${path}.body[${index}]`, text })),
  ];
  const used = paragraphs.flatMap(({ text }) => namesIn(text));
  const inText = paragraphs.flatMap(({ at, text }): PackProblem[] => {
    const unknown = namesIn(text).filter((name) => !fields.includes(name));
    const links = [...text.matchAll(LINK)].map((match) => match[1] ?? '');
    return [
      ...unknown.map((name) => ({ path: at, message: `{{${name}}} has no field.` })),
      ...links
        .filter((link) => !/^(https:\/\/|mailto:|\{\{)/.test(link))
        .map((link) => ({ path: at, message: `The link ${link} must begin with https://.` })),
    ];
  });
  const inFields = fields.flatMap((name, index): PackProblem[] => {
    const at = `${path}.fields[${index}]`;
    if (fields.indexOf(name) < index) return [{ path: at, message: `“${name}” stands twice.` }];
    if (!used.includes(name)) return [{ path: at, message: `“${name}” is not in the text.` }];
    return [];
  });
  return [...inText, ...inFields];
}

function checkIssue(issue: IssueKind, path: string): PackProblem[] {
  const known: readonly string[] = [
    ...TEMPLATE_VALUES,
    ...ISSUE_VALUES,
    ...issue.fields.map(({ name }) => name),
  ];
  const check = (at: string, text: string): PackProblem[] =>
    namesIn(text)
      .filter((name) => !known.includes(name))
      .map((name) => ({ path: at, message: `There is no value “${name}” for an issue.` }));
  return [
    ...check(`${path}.titlePattern`, issue.titlePattern),
    ...issue.sections.flatMap(({ content }, index) =>
      check(`${path}.sections[${index}].content`, content),
    ),
  ];
}

/** Every name in a text has a field or a value, every field is used, links are safe. */
export function checkTemplates(pack: Pack): PackProblem[] {
  return [
    ...pack.templates.flatMap((template, index) => checkTemplate(template, `templates[${index}]`)),
    ...checkIssue(pack.github.incident, 'github.incident'),
    ...checkIssue(pack.github.engineering, 'github.engineering'),
  ];
}
