import { createContext, use, useState } from 'react';

/** Which sections are folded. Lives as long as the frame, so it holds from ticket to ticket. */
export type Folds = {
  readonly folded: Readonly<Record<string, boolean>>;
  readonly set: (section: string, folded: boolean) => void;
};

export const FoldsContext = createContext<Folds | null>(null);

/** The fold states of a page; put them into `FoldsContext`. */
export function useFolds(): Folds {
  const [folded, setFolded] = useState<Readonly<Record<string, boolean>>>({});
  return {
    folded,
    set: (section, value) => setFolded((old) => ({ ...old, [section]: value })),
  };
}

/** One section's fold state in the form `Card` takes. */
export function useFold(
  section: string,
  startsFolded = false,
): { readonly folded: boolean; readonly onToggle: () => void } {
  const folds = use(FoldsContext);
  const [own, setOwn] = useState(startsFolded);
  const folded = folds === null ? own : (folds.folded[section] ?? startsFolded);
  return {
    folded,
    onToggle: () => (folds === null ? setOwn(!folded) : folds.set(section, !folded)),
  };
}
