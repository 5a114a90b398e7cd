import { useId, type ReactElement } from 'react';
import { Button, type ButtonLook } from '@/components/ui/Button';
import type { Pack } from '@/lib/pack/schema';

type Props = {
  readonly pack: Pack;
  readonly chosenId: string | null;
  /** The one being written now. */
  readonly busyId: string | null;
  /** The one the incident test points to. */
  readonly emphasisedId: string | null;
  readonly onChoose: (categoryId: string) => void;
  /** Hover or focus: the line below says what this one would write. */
  readonly onPoint: (categoryId: string | null) => void;
};

/** One button for each category of the pack; its definition is its description. */
export function CategoryButtons(props: Props): ReactElement {
  const { pack, chosenId, busyId, emphasisedId, onChoose, onPoint } = props;
  const id = useId();
  const look = (categoryId: string): ButtonLook => {
    if (categoryId === chosenId) return 'chosen';
    return categoryId === emphasisedId ? 'filled' : 'quiet';
  };
  return (
    <fieldset className="sb-categories">
      <legend className="sw-sr">Category</legend>
      {pack.categories.map((category) => (
        <div key={category.id} className="sb-categories__one">
          <Button
            look={look(category.id)}
            size="large"
            aria-pressed={category.id === chosenId}
            aria-describedby={`${id}-${category.id}`}
            title={category.definition}
            busy={category.id === busyId}
            onClick={() => onChoose(category.id)}
            onPointerEnter={() => onPoint(category.id)}
            onPointerLeave={() => onPoint(null)}
            onFocus={() => onPoint(category.id)}
            onBlur={() => onPoint(null)}
          >
            {category.shortName}
          </Button>
          <span className="sw-sr" id={`${id}-${category.id}`}>
            {category.definition}
          </span>
        </div>
      ))}
    </fieldset>
  );
}
