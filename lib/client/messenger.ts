import type {
  CommandInput,
  CommandName,
  CommandOutput,
  TopicNotice,
} from '@/lib/contract/commands';
import type { Result } from '@/lib/contract/result';
import { CommandError } from './command-error';

/** The part of `browser.runtime` the client needs. */
export type RuntimePort = {
  readonly sendMessage: (message: unknown) => Promise<unknown>;
  readonly onMessage: {
    readonly addListener: (listener: (message: unknown) => void) => void;
    readonly removeListener: (listener: (message: unknown) => void) => void;
  };
};

export type Messenger = {
  /** Sends a command and answers its output; rejects with `CommandError` only. */
  readonly send: <N extends CommandName>(
    command: N,
    input: CommandInput<N>,
  ) => Promise<CommandOutput<N>>;
  /** Hears what the background says has changed; returns the function that ends it. */
  readonly onNotice: (listener: (notice: TopicNotice) => void) => () => void;
  /** True from the first sign that the extension was updated under this page. */
  readonly isOutdated: () => boolean;
  readonly onOutdated: (listener: () => void) => () => void;
};

export type MessengerOptions = {
  readonly timeoutMs?: number;
  /** Wait before the one retry: a background that is just starting has no listener yet. */
  readonly retryDelayMs?: number;
};

const TIMEOUT_MS = 10_000;
/**
 * Inserting waits until Freshdesk has filled its editor, which takes seconds on a slow page; the others make several
 * calls to Freshdesk in a row.
 */
const SLOW_COMMANDS: ReadonlySet<CommandName> = new Set([
  'reply.insert',
  'ticket.categorise',
  'ticket.undoCategorise',
  'issue.note',
  'budget.view',
  'settings.connectFreshdesk',
  'list.sync',
  'diagnostics.view',
]);
const NOBODY_LISTENS = /receiving end does not exist|could not establish connection/i;
const OUTDATED = /extension context invalidated|context was invalidated/i;

const outdatedError = (): CommandError =>
  new CommandError(
    { code: 'unexpected', message: 'Steward was updated. Reload this tab to go on.' },
    true,
  );

const unavailable = (message: string): CommandError =>
  new CommandError({ code: 'unavailable', message });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The parse boundary: the gate types every handler by the same command map, so an ok answer is that command's output. */
const isResultOf = <T>(value: unknown): value is Result<T> =>
  isRecord(value) && (value['ok'] === true || (value['ok'] === false && isRecord(value['error'])));

const isNotice = (value: unknown): value is TopicNotice =>
  isRecord(value) && value['steward'] === 1 && typeof value['changed'] === 'string';

function within<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(unavailable('Steward’s background did not answer in time. Try again.')),
      timeoutMs,
    );
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * The frame's line to the background. A message nobody received is sent once more (that is safe for writes too:
 * it never arrived); a message that was received is never repeated.
 */
export function createMessenger(runtime: RuntimePort, options: MessengerOptions = {}): Messenger {
  const { timeoutMs = TIMEOUT_MS, retryDelayMs = 250 } = options;
  const outdatedListeners = new Set<() => void>();
  const state = { outdated: false };

  const asError = (thrown: unknown): CommandError => {
    if (thrown instanceof CommandError) return thrown;
    const text = thrown instanceof Error ? thrown.message : '';
    if (OUTDATED.test(text)) {
      state.outdated = true;
      for (const listener of outdatedListeners) listener();
      return outdatedError();
    }
    return unavailable('Steward’s background cannot be reached. Try again, or reload this tab.');
  };

  const attempt = async (message: unknown, limitMs: number): Promise<unknown> => {
    try {
      return await within(runtime.sendMessage(message), limitMs);
    } catch (thrown) {
      if (!(thrown instanceof Error) || !NOBODY_LISTENS.test(thrown.message)) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, retryDelayMs));
      return await within(runtime.sendMessage(message), limitMs);
    }
  };

  return {
    send: async <N extends CommandName>(command: N, input: CommandInput<N>) => {
      if (state.outdated) throw outdatedError();
      const limitMs = SLOW_COMMANDS.has(command) ? timeoutMs * 2 : timeoutMs;
      let answer: unknown;
      try {
        answer = await attempt({ steward: 1, command, input }, limitMs);
      } catch (thrown) {
        throw asError(thrown);
      }
      if (!isResultOf<CommandOutput<N>>(answer)) {
        throw unavailable('Steward’s background gave no answer. Try again, or reload this tab.');
      }
      if (!answer.ok) throw new CommandError(answer.error);
      return answer.value;
    },
    onNotice: (listener) => {
      // Answers nothing: commands of other pages pass here too and belong to the background.
      const hear = (message: unknown): void => {
        if (isNotice(message)) listener(message);
      };
      runtime.onMessage.addListener(hear);
      return () => runtime.onMessage.removeListener(hear);
    },
    isOutdated: () => state.outdated,
    onOutdated: (listener) => {
      outdatedListeners.add(listener);
      return () => outdatedListeners.delete(listener);
    },
  };
}
