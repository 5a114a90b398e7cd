import { isBlank } from './markup';

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

const GREETING_END = /[,!:;，！：、،]$/;
const GREETING_WORD =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hola|estimad[oa]|ol[áa]|prezad[oa]|bonjour|salut|hallo|guten tag|liebe[r]?|ciao|buongiorno)(?=\s|$)/i;
const MAX_GREETING_LENGTH = 80;

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

/** Whether a line ends in an empty line of its own: two line breaks, the last of which shows nothing. */
function endsEmpty(node: Node): boolean {
  if (isBlank(node)) return true;
  const [last, beforeLast] = [...node.childNodes]
    .filter((child) => isBreak(child) || !isBlank(child))
    .reverse();
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

/** Nodes of the first line of `box` up to its line break, and that break. */
function firstLine(box: Element): { readonly text: string; readonly end: ChildNode | null } {
  const nodes = [...box.childNodes];
  const start = nodes.findIndex((node) => !isBlank(node));
  const end = nodes.findIndex((node, index) => index > start && isBreak(node));
  const line = end === -1 ? nodes.slice(start) : nodes.slice(start, end);
  const text = line.map((node) => node.textContent ?? '').join('');
  return { text: text.trim(), end: nodes[end] ?? null };
}

function isGreeting(text: string): boolean {
  if (text === '' || text.length > MAX_GREETING_LENGTH) return false;
  return GREETING_END.test(text) || GREETING_WORD.test(text);
}

const skipBlank = (node: ChildNode | null): ChildNode | null =>
  node !== null && isBlank(node) && node.nextSibling !== null ? node.nextSibling : node;

/** The node before which a text goes that belongs below the greeting; `undefined` when there is no greeting. */
function belowGreeting(lines: Element): ChildNode | null | undefined {
  const first = [...lines.childNodes].find((node) => !isBlank(node));
  if (first === undefined) return undefined;
  const box = isSplittable(first) ? first : lines;
  const line = firstLine(box);
  if (!isGreeting(line.text)) return undefined;
  if (box !== lines && line.end === null) return skipBlank(first.nextSibling);
  if (line.end === null) return null;
  const after = [...box.childNodes].indexOf(line.end) + 1;
  const offset = isBreak(box.childNodes[after] ?? box) ? after + 1 : after;
  const below = splitAt(lines, box, offset);
  return below === first.nextSibling ? skipBlank(below) : below;
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
