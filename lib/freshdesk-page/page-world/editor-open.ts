import type { EditorTarget } from '@/lib/contract/views';
import type { EditorMemory } from './editor-memory';
import { editorElement, noteButton, replyButton } from '../selectors';
import { find, findAll } from '../find';
import { kindOf } from './editor-kind';
import { waitFor, waitUntilQuiet } from '../wait';

/** Freshdesk fills a fresh reply in steps; unchanged this long, it is complete (measured live in public, 2026-08). */
const FRESH_QUIET_MS = 700;
const OPEN_QUIET_MS = 60;
/** Appearing and filling together; below the time after which the background gives up on the page's answer. */
const OPEN_BUDGET_MS = 13_000;

export type OpenedEditor =
  | { readonly editor: HTMLElement }
  /** One sentence that says why there is no editor to insert into. */
  | { readonly reason: string };

const names = { reply: 'reply', note: 'note', forward: 'forward' } as const;

/** Where the caller's lifetime ends: the ticket was left. */
export type OpenOptions = { readonly memory: EditorMemory; readonly signal: AbortSignal };

async function openFresh(target: EditorTarget, options: OpenOptions): Promise<OpenedEditor> {
  const button = find(target === 'reply' ? replyButton : noteButton)?.element;
  if (button === undefined)
    return { reason: `Freshdesk’s ${target} button was not found on this page.` };
  const startMs = performance.now();
  const left = (): number => Math.max(0, OPEN_BUDGET_MS - (performance.now() - startMs));
  button.click();
  const editor = await waitFor(() => findAll(editorElement).at(-1) ?? null, {
    signal: options.signal,
    timeoutMs: left(),
  });
  if (editor === null) return { reason: `Freshdesk did not open its ${target} editor.` };
  const quiet = await waitUntilQuiet(editor, FRESH_QUIET_MS, {
    signal: options.signal,
    timeoutMs: left(),
  });
  if (!quiet) return { reason: `Freshdesk did not finish filling its ${target} editor.` };
  options.memory.remember(editor, target);
  if (kindOf(editor, options.memory) !== target) {
    return { reason: `The editor that opened does not look like a ${target}.` };
  }
  return { editor };
}

/**
 * The editor of the asked kind, opened when none is. Another kind that is open stays as it is: Freshdesk keeps one
 * unsaved editor at a time and would ask the agent to discard it.
 */
export async function openEditor(
  target: EditorTarget,
  options: OpenOptions,
): Promise<OpenedEditor> {
  const editors = findAll(editorElement);
  if (editors.length === 0) return openFresh(target, options);
  const kinds = editors.map((editor) => ({ editor, kind: kindOf(editor, options.memory) }));
  const fitting = kinds.filter(({ kind }) => kind === target).at(-1);
  if (fitting === undefined) {
    const kind = kinds.at(-1)?.kind;
    return kind === null || kind === undefined
      ? { reason: `An editor is open, and Steward cannot tell whether it is a ${target}.` }
      : {
          reason: `A ${names[kind]} is open in Freshdesk; finish or discard it to insert a ${target}.`,
        };
  }
  const quiet = await waitUntilQuiet(fitting.editor, OPEN_QUIET_MS, {
    signal: options.signal,
    timeoutMs: OPEN_BUDGET_MS,
  });
  return quiet ? { editor: fitting.editor } : { reason: `The ${target} editor keeps changing.` };
}
