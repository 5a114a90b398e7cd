/** Value of a comparison: text in single quotes, a number, a truth value, or null for "empty". */
export type Operand = string | number | boolean | null;

/** One comparison. `:>` is greater or equal, `:<` less or equal (API reference, filter tickets). */
export type Term = { kind: 'is'; field: string; operator: '=' | '>=' | '<='; value: Operand };

/** A query as a tree. */
export type Query =
  | Term
  | { kind: 'and'; left: Query; right: Query }
  | { kind: 'or'; left: Query; right: Query };

/** Whether a query holds, given a test for its terms. */
export function holds(query: Query, test: (term: Term) => boolean): boolean {
  if (query.kind === 'is') return test(query);
  const left = holds(query.left, test);
  return query.kind === 'and' ? left && holds(query.right, test) : left || holds(query.right, test);
}

const TOKEN =
  /\s*(?:(\()|(\))|(AND|OR)(?![\w:])|([A-Za-z_][\w]*)\s*:\s*([<>]?)\s*('(?:[^'\\]|\\.)*'|[^\s()']+))/y;

type Token =
  | { kind: '(' | ')' | 'AND' | 'OR' }
  | { kind: 'term'; field: string; operator: '=' | '>=' | '<='; value: Operand };

function tokens(text: string): Token[] | undefined {
  const found: Token[] = [];
  let at = 0;
  while (text.slice(at).trim() !== '') {
    const token = new RegExp(TOKEN, 'y');
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) return undefined;
    at = token.lastIndex;
    const [, opening, closing, word, field, sign, raw] = match;
    if (opening) found.push({ kind: '(' });
    else if (closing) found.push({ kind: ')' });
    else if (word === 'AND' || word === 'OR') found.push({ kind: word });
    else if (field !== undefined && raw !== undefined) {
      const value = operand(raw);
      if (value === undefined) return undefined;
      found.push({
        kind: 'term',
        field,
        operator: sign === '>' ? '>=' : sign === '<' ? '<=' : '=',
        value,
      });
    }
  }
  return found;
}

function operand(raw: string): Operand | undefined {
  if (raw.startsWith("'")) return raw.slice(1, -1).replace(/\\(.)/g, '$1');
  if (raw === 'null') return null;
  if (raw === 'true' || raw === 'false') return raw === 'true';
  return /^-?\d+(?:\.\d+)?$/.test(raw) ? Number(raw) : undefined;
}

/** Parses a query without its surrounding double quotes; undefined when it is malformed. AND binds tighter. */
export function parseQuery(text: string): Query | undefined {
  const list = tokens(text);
  if (!list || list.length === 0) return undefined;
  let at = 0;
  const chain = (kind: 'and' | 'or', word: 'AND' | 'OR', next: () => Query | undefined) => {
    let left = next();
    while (left && list[at]?.kind === word) {
      at += 1;
      const right = next();
      left = right ? { kind, left, right } : undefined;
    }
    return left;
  };
  const either = (): Query | undefined => chain('or', 'OR', both);
  const both = (): Query | undefined => chain('and', 'AND', single);
  const single = (): Query | undefined => {
    const token = list[at];
    at += 1;
    if (token?.kind === 'term') return { ...token, kind: 'is' };
    if (token?.kind !== '(') return undefined;
    const inner = either();
    if (list[at]?.kind !== ')') return undefined;
    at += 1;
    return inner;
  };
  const query = either();
  return at === list.length ? query : undefined;
}

/** Every field that a query names. */
export function fieldsOf(query: Query): string[] {
  return query.kind === 'is' ? [query.field] : [...fieldsOf(query.left), ...fieldsOf(query.right)];
}
