import type * as z from 'zod';
import type { Failure } from '@/lib/contract/result';
import supportProcess from './builtin/support-process.json';
import { crossCheck } from './cross-check';
import type { PackProblem } from './problem';
import { packSchema, type Pack } from './schema';

export type { PackProblem } from './problem';

/** A `Result<Pack>` that also lists every problem, for whoever edits the pack. */
export type PackResult =
  | { readonly ok: true; readonly value: Pack }
  | { readonly ok: false; readonly error: Failure; readonly problems: readonly PackProblem[] };

function pathWords(path: readonly PropertyKey[]): string {
  return path.reduce<string>((words, key) => {
    if (typeof key === 'number') return `${words}[${key}]`;
    return words === '' ? String(key) : `${words}.${String(key)}`;
  }, '');
}

function problemsOf(error: z.ZodError): readonly PackProblem[] {
  return error.issues.map(({ path, message }) => ({ path: pathWords(path), message }));
}

function refused(problems: readonly PackProblem[]): PackResult {
  const [first] = problems;
  const place = first === undefined || first.path === '' ? '' : ` At ${first.path}:`;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  const message = `The process pack cannot be used.${place} ${first?.message ?? ''}${more}`;
  return { ok: false, error: { code: 'invalid-input', message: message.trim() }, problems };
}

/**
 * Reads a process pack of version 1: its shape strictly (an unknown key is an error), then what the shape cannot tell
 * (ids, references, calendars, names in templates). Never throws; all problems are named by their path.
 */
export function parsePack(raw: unknown): PackResult {
  const parsed = packSchema.safeParse(raw);
  if (!parsed.success) return refused(problemsOf(parsed.error));
  const problems = crossCheck(parsed.data);
  return problems.length === 0 ? { ok: true, value: parsed.data } : refused(problems);
}

function readBuiltin(): Pack {
  const result = parsePack(supportProcess);
  if (result.ok) return result.value;
  throw new Error(result.error.message);
}

/** Read once and never changed, so that memos of what follows from it hold. A test keeps the file readable. */
const builtin: Pack = readBuiltin();

/** The pack that comes with the product: the team's published support process (mid-2022). */
export function builtinPack(): Pack {
  return builtin;
}
