import { useId, type ReactElement, type ReactNode } from 'react';

/** A part of the options page: what it is for beside what can be set. */
export function Section(props: {
  readonly title: string;
  readonly intro: string;
  readonly children: ReactNode;
}): ReactElement {
  const id = useId();
  return (
    <section className="so-section" aria-labelledby={id}>
      <div className="so-section__intro">
        <h2 id={id}>{props.title}</h2>
        <p>{props.intro}</p>
      </div>
      <div className="so-section__body">{props.children}</div>
    </section>
  );
}
