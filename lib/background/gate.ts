import type { CommandInput, CommandName, CommandOutput } from '@/lib/contract/commands';
import type { Result } from '@/lib/contract/result';
import type { Logger } from '@/lib/platform/logger';
import { fail } from '@/lib/platform/result';
import type { MessageListener, MessageSender } from '@/lib/platform/runtime-port';
import * as z from 'zod';
import { identifySender, type Sender, type SenderKind } from './sender';

export type Handler<N extends CommandName> = (
  input: CommandInput<N>,
  sender: Sender,
) => Promise<Result<CommandOutput<N>>>;

/** A command with everything that is checked before its handler runs. */
export type GatedCommand = {
  readonly run: (input: unknown, sender: Sender) => Promise<Result<unknown>>;
};

export type CommandTable = { readonly [N in CommandName]: GatedCommand };

/** Binds a command's input schema and the senders it answers to its handler. */
export function command<N extends CommandName>(
  schema: z.ZodType<CommandInput<N>>,
  allowedSenders: readonly SenderKind[],
  handler: Handler<N>,
): GatedCommand {
  return {
    run: async (input, sender) => {
      if (!allowedSenders.includes(sender.kind))
        return fail('not-authorised', 'This part of Steward may not do that.');
      const parsed = schema.safeParse(input);
      if (!parsed.success) return fail('invalid-input', whatIsWrong(parsed.error));
      return await handler(parsed.data, sender);
    },
  };
}

/** The first problem in words; names the part, never repeats its value, which could be a key. */
function whatIsWrong(error: z.ZodError): string {
  const issue = error.issues[0];
  const where = issue === undefined ? '' : issue.path.join('.');
  const hint = issue?.code === 'invalid_format' ? `: ${issue.message}` : '';
  return where === ''
    ? 'The request is not one Steward understands.'
    : `The part “${where}” of the request is not as expected${hint}.`;
}

const envelopeSchema = z.object({
  steward: z.literal(1),
  command: z.string(),
  input: z.unknown(),
});

export type GateDeps = {
  readonly runtimeId: string;
  /** Commands wait for it; resolves once storage is locked down and unfinished writes are known. */
  readonly ready: Promise<void>;
  readonly commands: CommandTable;
  readonly logger: Logger;
};

function isCommandName(name: string, commands: CommandTable): name is CommandName {
  return Object.hasOwn(commands, name);
}

/**
 * The one door to the background: who asks, what for, with what. Every answer is a Result; whatever a handler throws
 * becomes one plain sentence.
 */
export function createGate(deps: GateDeps): { readonly listener: MessageListener } {
  const { runtimeId, ready, commands, logger } = deps;

  async function answer(message: unknown, from: MessageSender): Promise<Result<unknown>> {
    const envelope = envelopeSchema.safeParse(message);
    if (!envelope.success || !isCommandName(envelope.data.command, commands))
      return fail(
        'invalid-input',
        'This page asks for something Steward does not know: reload it, it may be older than Steward.',
      );
    const sender = identifySender(from, runtimeId);
    if (sender === null) return fail('not-authorised', 'Steward does not answer this page.');
    const name = envelope.data.command;
    try {
      await ready;
      return await commands[name].run(envelope.data.input, sender);
    } catch (error) {
      // Only the kind of error: its text may quote what a handler worked on.
      logger.error(`${name} failed`, error instanceof Error ? error.name : typeof error);
      return fail('unexpected', 'Something in Steward went wrong; try again.');
    }
  }

  return {
    listener: (message, from, sendResponse) => {
      const ours = typeof message === 'object' && message !== null && 'command' in message;
      if (!ours) return undefined;
      void answer(message, from).then(sendResponse);
      return true;
    },
  };
}
