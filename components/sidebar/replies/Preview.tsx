import type { ReactElement } from 'react';

type Piece = { readonly text: string; readonly blank: boolean; readonly at: number };

function pieces(text: string, labels: readonly string[]): readonly Piece[] {
  const markers = labels.map((label) => `{ ${label} }`);
  const found: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    const from = at;
    const next = markers
      .map((marker) => ({ marker, index: text.indexOf(marker, from) }))
      .filter(({ index }) => index >= 0)
      .sort((a, b) => a.index - b.index)[0];
    if (next === undefined) break;
    if (next.index > at) found.push({ text: text.slice(at, next.index), blank: false, at });
    found.push({ text: next.marker, blank: true, at: next.index });
    at = next.index + next.marker.length;
  }
  if (at < text.length) found.push({ text: text.slice(at), blank: false, at });
  return found;
}

/** The text as it will be inserted; what is still blank is marked. */
export function Preview(props: {
  readonly text: string;
  readonly missing: readonly string[];
}): ReactElement {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by keyboard
    <section className="sb-preview" aria-label="Preview" tabIndex={0}>
      {pieces(props.text, props.missing).map(({ text, blank, at }) =>
        blank ? (
          <mark key={at} className="sb-preview__blank">
            {text}
          </mark>
        ) : (
          <span key={at}>{text}</span>
        ),
      )}
    </section>
  );
}
