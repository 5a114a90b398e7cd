import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Handler } from '../types.ts';
import { isCut, TRUNCATED_ANSWER } from './cut.ts';

/** Headers that belong to one hop and are decided by Node. */
const HOP_HEADERS = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'trailer',
]);

const readBody = async (message: IncomingMessage): Promise<Buffer<ArrayBuffer>> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of message) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
};

const toRequest = async (
  message: IncomingMessage,
  origin: string,
  signal: AbortSignal,
): Promise<Request> => {
  const headers = new Headers();
  for (let i = 0; i + 1 < message.rawHeaders.length; i += 2) {
    const name = message.rawHeaders[i] ?? '';
    if (!HOP_HEADERS.has(name.toLowerCase())) headers.append(name, message.rawHeaders[i + 1] ?? '');
  }
  const method = message.method ?? 'GET';
  // The whole body is read before the handler runs: a handler that ignores it must not leave it in the way of the next
  // request on the same connection.
  const body = await readBody(message);
  return new Request(new URL(message.url ?? '/', origin), {
    method,
    headers,
    signal,
    ...(method === 'GET' || method === 'HEAD' || body.length === 0 ? {} : { body }),
  });
};

/** Resolves when more may be written, or when nobody listens any more. */
const drained = (out: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      out.off('drain', done);
      out.off('close', done);
      resolve();
    };
    out.on('drain', done);
    out.on('close', done);
  });

const pump = async (body: ReadableStream<Uint8Array>, out: ServerResponse): Promise<void> => {
  const reader = body.getReader();
  const cancel = (): void => void reader.cancel().catch(() => undefined);
  out.once('close', cancel);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || out.destroyed) break;
      if (!out.write(value)) await drained(out);
    }
    out.end();
  } catch {
    // The stream broke after the head was sent: all that can be told to the client is that the answer is not whole.
    out.destroy();
  } finally {
    out.off('close', cancel);
  }
};

const send = async (response: Response, out: ServerResponse, isHead: boolean): Promise<void> => {
  if (isCut(response)) {
    out.socket?.end(TRUNCATED_ANSWER);
    out.socket?.destroySoon();
    return;
  }
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie' && !HOP_HEADERS.has(name)) out.setHeader(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) out.setHeader('set-cookie', cookies);
  out.statusCode = response.status;
  if (response.statusText !== '') out.statusMessage = response.statusText;
  if (isHead || response.body === null) {
    await response.body?.cancel();
    out.end();
    return;
  }
  // An event stream has nothing to say at first; its head must not wait for the first event.
  out.flushHeaders();
  await pump(response.body, out);
};

export type BridgeOptions = {
  /** Handler for the host of the request, in lower case and without a port. */
  route: (host: string) => Handler | undefined;
  onError: (error: unknown, url: string) => void;
};

/**
 * A Node request listener that lets fetch-style handlers answer HTTPS requests. Bodies of answers are streamed with back
 * pressure; when the client goes away, the request's signal aborts and the answer's body is cancelled.
 */
export const createListener =
  ({ route, onError }: BridgeOptions) =>
  async (message: IncomingMessage, out: ServerResponse): Promise<void> => {
    const host = (message.headers.host ?? '').replace(/:443$/, '').toLowerCase();
    const gone = new AbortController();
    out.once('close', () => gone.abort());
    out.on('error', () => undefined);
    try {
      const handler = route(host);
      if (handler === undefined) {
        out.writeHead(421, { 'content-type': 'text/plain' }).end(`${host} is not answered here\n`);
        return;
      }
      const request = await toRequest(message, `https://${host}`, gone.signal);
      await send(await handler(request), out, message.method === 'HEAD');
    } catch (error) {
      if (gone.signal.aborted) return;
      onError(error, `https://${host}${message.url ?? ''}`);
      if (out.headersSent) out.destroy();
      else out.writeHead(500, { 'content-type': 'text/plain' }).end('The sandbox failed here.\n');
    }
  };
