import { isBlank } from './markup';
import { isGreeting } from './greeting';

/** Where new blocks go: as children of `parent`, before `before` (null: at its end). */
export type Place = {
  readonly parent: Element;
  readonly before: ChildNode | null;
  /** The one empty line of an empty editor, which the text replaces. */
  readonly replaces: ChildNode | null;
  /** Whether an empty line has to be added between the text and what stands above and below. */
  readonly spaceAbove: boolean;
  readonly spaceBelow: boolean;
};

const isSplittable = (node: Node): node is HTMLElement =>
  node instanceof HTMLElement && (node.localName === 'div' || node.localName === 'p');

const isBreak = (node: Node): boolean => node instanceof HTMLElement && node.localName === 'br';

/** The element whose children are the lines: the editor, or the one box that holds everything inside it. */
export function linesOf(editor: Element): Element {
  const shown = [...editor.childNodes].filter((node) => !isBlank(node));
  const [only] = shown;
  if (shown.length !== 1 || only === undefined || !isSplittable(only)) return editor;
  return [...only.children].some(isSplittable) ? linesOf(only) : editor;
}

/** Splits the lines at a point and answers the node that then stands right after it. */
function splitAt(lines: Element, container: Node, offset: number): ChildNode | null {
  if (container === lines) return lines.childNodes[offset] ?? null;
  const line = [...lines.childNodes].find((node) => node.contains(container));
  if (line === undefined) return null;
  // Lists, tables and quotes are not torn apart: the text goes below them.
  if (!isSplittable(line)) return line.nextSibling;
  const rest = line.ownerDocument.createRange();
  rest.setStart(container, offset);
  rest.setEndAfter(line);
  const head = rest.cloneRange();
  head.setStartBefore(line);
  head.setEnd(container, offset);
  if (isBlank(head.cloneContents())) return line;
  if (isBlank(rest.cloneContents())) return line.nextSibling;
  const tail = rest.extractContents();
  const first = tail.firstChild;
  lines.insertBefore(tail, line.nextSibling);
  return first;
}

const isEmptyLine = (node: Node | undefined): boolean =>
  node !== undefined && isBlank(node) && (isBreak(node) || isSplittable(node));

/** Whether a line ends in an empty line of its own: an empty block, or two line breaks, the last of which shows nothing. */
function endsEmpty(node: Node): boolean {
  if (isBlank(node)) return true;
  const [last, beforeLast] = [...node.childNodes]
    .filter((child) => isEmptyLine(child) || !isBlank(child))
    .reverse();
  if (last !== undefined && isSplittable(last)) return endsEmpty(last);
  return last !== undefined && beforeLast !== undefined && isBreak(last) && isBreak(beforeLast);
}

function at(lines: Element, before: ChildNode | null): Place {
  const above = before === null ? lines.lastChild : before.previousSibling;
  return {
    parent: lines,
    before,
    replaces: null,
    spaceAbove: above !== null && !endsEmpty(above),
    spaceBelow: before !== null && !isBlank(before),
  };
}

type Line = { readonly text: string; readonly end: ChildNode | null };

/** The first line among these nodes that shows something, and what it ends at: a line break, or the next block. */
function firstLine(nodes: readonly ChildNode[]): Line {
  const start = nodes.findIndex((node) => !isBlank(node));
  const first = nodes[start];
  if (first !== undefined && isSplittable(first)) {
    return { text: firstLine([...first.childNodes]).text, end: nodes[start + 1] ?? null };
  }
  const isEnd = (node: ChildNode): boolean => isBreak(node) || isSplittable(node);
  const end = nodes.findIndex((node, index) => index > start && isEnd(node));
  const line = end === -1 ? nodes.slice(start) : nodes.slice(start, end);
  return { text: line.map((node) => node.textContent ?? '').join(''), end: nodes[end] ?? null };
}

const skipBlank = (node: ChildNode | null): ChildNode | null =>
  node !== null && isBlank(node) && node.nextSibling !== null ? node.nextSibling : node;

/** The node before which a text goes that belongs below the greeting; `undefined` when there is no greeting. */
function belowGreeting(lines: Element): ChildNode | null | undefined {
  const first = [...lines.childNodes].find((node) => !isBlank(node));
  if (first === undefined) return undefined;
  const box = isSplittable(first) ? first : lines;
  const { text, end } = firstLine([...box.childNodes]);
  if (!isGreeting(text)) return undefined;
  if (box !== lines && end === null) return skipBlank(first.nextSibling);
  if (end === null) return null;
  const nodes = [...box.childNodes];
  const after = nodes.indexOf(end) + (isBreak(end) ? 1 : 0);
  const below = splitAt(lines, box, isEmptyLine(nodes[after]) ? after + 1 : after);
  return below === first.nextSibling ? skipBlank(below) : below;
}

/** Whether what stands above a place begins with a greeting, so that the text needs none of its own. */
export function isGreetedAbove({ parent, before }: Place): boolean {
  const nodes = [...parent.childNodes];
  const above = before === null ? nodes : nodes.slice(0, nodes.indexOf(before));
  return isGreeting(firstLine(above).text);
}

/**
 * Finds (and where needed opens) the place for new blocks: at the caret when the agent put it there, else below the
 * greeting and so above the signature, else at the top. Nothing that is written is ever replaced; a selection
 * counts as a caret at its end.
 */
export function placeIn(editor: Element, caret: Range | null): Place {
  const lines = linesOf(editor);
  const nodes = [...lines.childNodes];
  if (nodes.every(isBlank)) {
    const [only] = nodes;
    if (nodes.length === 1 && only !== undefined) return { ...at(lines, only), replaces: only };
    if (caret === null) return at(lines, nodes[0] ?? null);
  }
  if (caret !== null && lines.contains(caret.endContainer)) {
    return at(lines, splitAt(lines, caret.endContainer, caret.endOffset));
  }
  const below = belowGreeting(lines);
  return at(lines, below === undefined ? (nodes.find((node) => !isBlank(node)) ?? null) : below);
}
