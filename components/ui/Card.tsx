import { ChevronRight } from 'lucide-react';
import { useId, type ReactElement, type ReactNode } from 'react';

type Props = {
  readonly title: string;
  /** Stands at the end of the title line (a count, a chip). */
  readonly aside?: ReactNode;
  /** Present for a section that folds; folded sections keep their title and aside. */
  readonly fold?: { readonly folded: boolean; readonly onToggle: () => void };
  readonly children: ReactNode;
};

/** A section of the sidebar: a region named by its heading. */
export function Card({ title, aside, fold, children }: Props): ReactElement {
  const titleId = useId();
  const bodyId = useId();
  return (
    <section className="sw-card" aria-labelledby={titleId}>
      <div className="sw-card__head">
        <h2 className="sw-card__title" id={titleId}>
          {fold === undefined ? (
            title
          ) : (
            <button
              type="button"
              className="sw-card__fold"
              aria-expanded={!fold.folded}
              aria-controls={bodyId}
              onClick={fold.onToggle}
            >
              <ChevronRight className="sw-chevron" size={12} aria-hidden />
              {title}
            </button>
          )}
        </h2>
        {aside !== undefined && <span className="sw-push sw-small sw-cut">{aside}</span>}
      </div>
      <div className="sw-card__body" id={bodyId} hidden={fold?.folded === true}>
        {children}
      </div>
    </section>
  );
}
