import { useState, type ReactElement } from 'react';
import { Card } from '@/components/ui/Card';
import { Disclosure } from '@/components/ui/Disclosure';
import { Field } from '@/components/ui/Field';
import type { Template } from '@/lib/pack/schema';
import { useFold } from '../folds';
import { useScene } from '../scene';
import { fits } from './fits';
import { ReplyLine } from './ReplyLine';
import { useDueWord } from './useDueWord';

/** From this many templates on a filter is worth its line. */
const FILTER_FROM = 7;

function List({ templates }: { readonly templates: readonly Template[] }): ReactElement {
  return (
    <ul className="sb-lines">
      {templates.map((template) => (
        <ReplyLine key={template.id} template={template} />
      ))}
    </ul>
  );
}

/** The team's ready texts: those that fit this ticket, the others on demand. */
export function Replies(): ReactElement {
  const { pack, view, category } = useScene();
  const shownAbove = useDueWord();
  const [filter, setFilter] = useState('');
  const fold = useFold('replies');
  const wanted = filter.trim().toLowerCase();
  // In an incident the text that is due stands at the top of the sidebar already.
  const here = pack.templates.filter(({ id }) => id !== shownAbove?.id);
  const matching = here.filter(({ name, body }) =>
    `${name} ${body.join(' ')}`.toLowerCase().includes(wanted),
  );
  const fitting = matching.filter((template) => fits(template, view.categoryId));
  const others = matching.filter((template) => !fits(template, view.categoryId));
  return (
    <Card title="Replies" fold={fold} aside={`${fitting.length} for this ticket`}>
      {pack.templates.length >= FILTER_FROM && (
        <Field label="Find a reply" value={filter} onChange={setFilter} />
      )}
      {fitting.length === 0 && (
        <p className="sw-small">
          {category === null
            ? 'Say what it is, and its replies stand here.'
            : 'No reply fits here.'}
        </p>
      )}
      <List templates={fitting} />
      {others.length > 0 && (
        <Disclosure label={`Other replies (${others.length})`}>
          <List templates={others} />
        </Disclosure>
      )}
    </Card>
  );
}
