import type { ReactElement } from 'react';
import { Status } from '@/components/ui/Status';
import type { Pack } from '@/lib/pack/schema';

export type TestAnswers = Readonly<Record<string, 'yes' | 'no'>>;

type Props = {
  readonly pack: Pack;
  readonly answers: TestAnswers;
  readonly onAnswer: (answers: TestAnswers) => void;
};

function verdict(pack: Pack, answers: TestAnswers): string {
  if (Object.values(answers).includes('yes')) return 'One yes is enough: treat it as an incident.';
  const allNo = pack.incidentTest.every(({ id }) => answers[id] === 'no');
  return allNo ? 'No to all: not an incident.' : 'One yes is enough to call it an incident.';
}

/** The questions that decide whether this is an incident, and what each category means. */
export function IncidentTest({ pack, answers, onAnswer }: Props): ReactElement {
  return (
    <div className="sw-stack sb-test">
      {pack.incidentTest.map(({ id, question }) => (
        <fieldset key={id} className="sb-test__question">
          <legend>{question}</legend>
          {(['yes', 'no'] as const).map((answer) => (
            <label key={answer} className="sb-test__answer">
              <input
                type="radio"
                name={`test-${id}`}
                checked={answers[id] === answer}
                onChange={() => onAnswer({ ...answers, [id]: answer })}
              />
              {answer === 'yes' ? 'Yes' : 'No'}
            </label>
          ))}
        </fieldset>
      ))}
      <Status className="sw-small">{verdict(pack, answers)}</Status>
      <dl className="sb-definitions">
        {pack.categories.map((category) => (
          <div key={category.id}>
            <dt>{category.name}</dt>
            <dd className="sw-small">
              {category.definition}
              {category.examples.length > 0 && (
                <ul className="sb-definitions__examples">
                  {category.examples.map((example) => (
                    <li key={example}>{example}</li>
                  ))}
                </ul>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
