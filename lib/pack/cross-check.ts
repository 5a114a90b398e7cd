import { checkCalendars } from './check-calendars';
import { checkReducedCapacity } from './check-capacity';
import { checkObjectives } from './check-objectives';
import { checkTemplates } from './check-templates';
import type { PackProblem } from './problem';
import type { Pack } from './schema';

function duplicates(path: string, ids: readonly string[]): PackProblem[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index
      ? [{ path: `${path}[${index}].id`, message: `“${id}” is used twice.` }]
      : [],
  );
}

const idsOf = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id);

function missing(path: string, kind: string, id: string, known: readonly string[]): PackProblem[] {
  return known.includes(id) ? [] : [{ path, message: `There is no ${kind} “${id}”.` }];
}

function checkIds(pack: Pack): PackProblem[] {
  // Ticks are kept by step id alone, so an id must be unique over all checklists.
  const steps = pack.checklists.flatMap(({ steps: own }) => idsOf(own));
  return [
    ...duplicates('calendars', idsOf(pack.calendars)),
    ...duplicates('reducedCapacity', idsOf(pack.reducedCapacity ?? [])),
    ...duplicates('objectives', idsOf(pack.objectives)),
    ...duplicates('categories', idsOf(pack.categories)),
    ...duplicates('incidentTest', idsOf(pack.incidentTest)),
    ...duplicates('checklists', idsOf(pack.checklists)),
    ...duplicates('checklists[].steps', steps),
    ...duplicates('templates', idsOf(pack.templates)),
    ...duplicates('github.incident.sections', idsOf(pack.github.incident.sections)),
    ...duplicates('github.engineering.sections', idsOf(pack.github.engineering.sections)),
  ];
}

function checkReferences(pack: Pack): PackProblem[] {
  const calendars = idsOf(pack.calendars);
  const categories = idsOf(pack.categories);
  const checklists = idsOf(pack.checklists);
  const templates = idsOf(pack.templates);
  const steps = pack.checklists.flatMap(({ steps: own }) => idsOf(own));
  const inCategories = (path: string, ids: readonly string[] | undefined): PackProblem[] =>
    (ids ?? []).flatMap((id, index) =>
      missing(`${path}.categories[${index}]`, 'category', id, categories),
    );
  return [
    ...missing('triage', 'checklist', pack.triage, checklists),
    ...pack.categories.flatMap(({ checklist, closeAfter = [] }, index) => [
      ...missing(`categories[${index}].checklist`, 'checklist', checklist, checklists),
      ...closeAfter.flatMap((id, place) =>
        missing(`categories[${index}].closeAfter[${place}]`, 'step', id, steps),
      ),
    ]),
    ...pack.objectives.flatMap((objective, index) => {
      const path = `objectives[${index}]`;
      const step = objective.metByStep;
      return [
        ...missing(`${path}.calendar`, 'calendar', objective.calendar, [
          ...calendars,
          'always',
          'active',
        ]),
        ...(step === undefined ? [] : missing(`${path}.metByStep`, 'step', step, steps)),
        ...inCategories(path, objective.categories),
      ];
    }),
    ...pack.checklists.flatMap(({ steps: own }, list) =>
      own.flatMap((step, index) => {
        const path = `checklists[${list}].steps[${index}]`;
        const { action } = step;
        return [
          ...inCategories(path, step.categories),
          ...(action?.kind === 'insert'
            ? missing(`${path}.action.template`, 'template', action.template, templates)
            : []),
          ...(action?.kind === 'link' && !action.url.startsWith('https://')
            ? [{ path: `${path}.action.url`, message: 'A link must begin with https://.' }]
            : []),
        ];
      }),
    ),
    ...pack.templates.flatMap((template, index) =>
      inCategories(`templates[${index}]`, template.categories),
    ),
  ];
}

/** Two categories that write the same cannot be told apart on a ticket, and one that writes nothing never shows. */
function checkCategories(pack: Pack): PackProblem[] {
  const written = pack.categories.map(({ set }) =>
    JSON.stringify([set.type?.toLowerCase() ?? null, [...(set.tags ?? [])].sort()]),
  );
  return pack.categories.flatMap(({ set }, index): PackProblem[] => {
    const path = `categories[${index}].set`;
    if (set.type === undefined && (set.tags ?? []).length === 0) {
      return [{ path, message: 'A category must set a type or a tag, to be seen on the ticket.' }];
    }
    const earlier = written.indexOf(written[index] ?? '');
    return earlier < index
      ? [{ path, message: `It sets the same type and tags as categories[${earlier}].` }]
      : [];
  });
}

/** Everything that the shape alone cannot tell: ids, references, calendars, template names. */
export function crossCheck(pack: Pack): readonly PackProblem[] {
  return [
    ...checkIds(pack),
    ...checkReferences(pack),
    ...checkCategories(pack),
    ...checkCalendars(pack),
    ...checkReducedCapacity(pack),
    ...checkObjectives(pack),
    ...checkTemplates(pack),
  ];
}
