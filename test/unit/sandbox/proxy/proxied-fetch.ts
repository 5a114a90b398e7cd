import { Agent, request } from 'node:https';
import type { IncomingMessage } from 'node:http';

export type ProxiedClient = {
  /** One request through the proxy; resolves when the head of the answer is there. */
  open(
    url: string,
    init?: { method?: string; headers?: Record<string, string>; body?: string | Buffer },
  ): Promise<IncomingMessage>;
  /** One request through the proxy with the whole answer as text. */
  text(
    url: string,
    init?: Parameters<ProxiedClient['open']>[1],
  ): Promise<{ status: number; headers: IncomingMessage['headers']; text: string }>;
  close(): void;
};

/** A client that reaches the sandbox as a browser does: CONNECT, TLS without checking the certificate, keep-alive. */
export const createProxiedClient = (proxyUrl: string): ProxiedClient => {
  const agent = new Agent({
    keepAlive: true,
    maxSockets: 4,
    rejectUnauthorized: false,
    proxyEnv: { HTTPS_PROXY: proxyUrl },
  });
  const open: ProxiedClient['open'] = (url, init = {}) =>
    new Promise((resolve, reject) => {
      const outgoing = request(url, {
        agent,
        method: init.method ?? 'GET',
        headers: init.headers ?? {},
      });
      outgoing.once('response', resolve);
      outgoing.once('error', reject);
      outgoing.end(init.body);
    });
  return {
    open,
    text: async (url, init) => {
      const message = await open(url, init);
      let text = '';
      for await (const chunk of message.setEncoding('utf8')) text += chunk;
      return { status: message.statusCode ?? 0, headers: message.headers, text };
    },
    close: () => agent.destroy(),
  };
};
