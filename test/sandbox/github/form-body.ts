import type { FormElement } from './template.ts';

/** A text field of a submitted page; empty when it is not there or is a file. */
export const textOf = (answers: FormData, name: string): string => {
  const value = answers.get(name);
  return typeof value === 'string' ? value : '';
};

const NOTHING = '_No response_';

const section = (
  element: Exclude<FormElement, { kind: 'markdown' }>,
  answers: FormData,
): string => {
  switch (element.kind) {
    case 'input':
    case 'textarea': {
      const text = textOf(answers, element.id).replaceAll('\r\n', '\n').trim();
      // An unanswered field with a language has been an empty block since about the start of 2025.
      if (element.render !== undefined) return `\`\`\`${element.render}\n${text}\n\`\`\``;
      return text === '' ? NOTHING : text;
    }
    case 'dropdown': {
      const chosen = answers
        .getAll(element.id)
        .map(String)
        .filter((option) => option !== '');
      if (chosen.length > 0) return chosen.join(', ');
      return element.isMultiple ? NOTHING : 'None';
    }
    case 'checkboxes':
    default: {
      const ticked = new Set(answers.getAll(element.id).map(String));
      return element.options
        .map(({ label }) => `- [${ticked.has(label) ? 'x' : ' '}] ${label}`)
        .join('\n');
    }
  }
};

/** The text that GitHub makes of a submitted form: every element but `markdown`, answered or not. */
export const renderFormBody = (elements: readonly FormElement[], answers: FormData): string =>
  elements
    .flatMap((element) =>
      element.kind === 'markdown' ? [] : [`### ${element.label}\n\n${section(element, answers)}`],
    )
    .join('\n\n');
