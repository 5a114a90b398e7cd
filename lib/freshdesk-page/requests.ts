import type { PageMessage, PageRequestName, PageRequests } from '@/lib/contract/page';
import type { Result } from '@/lib/contract/result';
import { fail } from '@/lib/platform/result';

/** One handler for each request of the background. */
export type PageHandlers = {
  readonly [N in PageRequestName]: (
    input: PageRequests[N]['input'],
  ) => Result<PageRequests[N]['output']> | Promise<Result<PageRequests[N]['output']>>;
};

/**
 * Whether a runtime message is a request to the page; notices and other messages are not. Only the extension's own
 * background is listened to, and it builds requests by these types, so the envelope is what has to be told apart.
 */
export function isPageRequest(message: unknown, handlers: PageHandlers): message is PageMessage {
  if (typeof message !== 'object' || message === null) return false;
  const field = (name: string): unknown => Reflect.get(message, name);
  const [version, request, input] = [field('steward'), field('request'), field('input')];
  if (version !== 1 || typeof input !== 'object' || input === null) return false;
  return typeof request === 'string' && Object.hasOwn(handlers, request);
}

/** Runs the handler of a request; one that throws becomes one plain sentence. */
export async function answerRequest<N extends PageRequestName>(
  message: PageMessage<N>,
  handlers: PageHandlers,
): Promise<Result<PageRequests[N]['output']>> {
  try {
    return await handlers[message.request](message.input);
  } catch {
    const hint = 'Reload the tab and try again.';
    return fail('unexpected', `Something went wrong in the Freshdesk page. ${hint}`);
  }
}
