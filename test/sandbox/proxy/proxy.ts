import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Handler } from '../types.ts';
import { createListener } from './bridge.ts';
import { createCertificate } from './certificate.ts';

/** A host that somebody asked for and that the sandbox does not stand in for. `host` is `name:port`. */
export type Refusal = { host: string; at: Date };

/** A handler that threw; its client was answered 500. */
export type HandlerFailure = { url: string; error: unknown };

export type Proxy = {
  /** `http://127.0.0.1:PORT`, to be given to a browser as its proxy for HTTP and HTTPS. */
  proxyUrl: string;
  refused: Refusal[];
  failures: HandlerFailure[];
  /** Drops all connections and frees the port. */
  stop(): Promise<void>;
};

export type ProxyOptions = {
  /** Handlers by host name. */
  hosts: Readonly<Record<string, Handler>>;
  now?: () => Date;
  /** Port on loopback; 0, the default, takes a free one. */
  port?: number;
};

const splitAuthority = (authority: string): { name: string; port: string } => {
  const match = /^(.*?)(?::(\d+))?$/.exec(authority.toLowerCase());
  return { name: match?.[1] ?? '', port: match?.[2] ?? '443' };
};

/**
 * An HTTP proxy on loopback that answers for a fixed set of hosts and refuses all others at once. CONNECT to port 443 of
 * a known host ends its TLS here with a certificate made at the start; plain HTTP to a known host is sent to HTTPS.
 */
export const createProxy = async (options: ProxyOptions): Promise<Proxy> => {
  const now = options.now ?? (() => new Date());
  const handlers = new Map(Object.entries(options.hosts));
  const refused: Refusal[] = [];
  const failures: HandlerFailure[] = [];
  const sockets = new Set<Duplex>();
  const keep = (socket: Duplex): void => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  };

  const listener = createListener({
    route: (host) => handlers.get(host),
    onError: (error, url) => void failures.push({ error, url }),
  });
  const secure = createSecureServer(
    { ...(await createCertificate([...handlers.keys()])), ALPNProtocols: ['http/1.1'] },
    (message, out) => void listener(message, out),
  );
  // Event streams stay open for as long as a page does, and a debugger may hold a request for minutes.
  secure.requestTimeout = 0;
  secure.keepAliveTimeout = 60_000;
  secure.on('secureConnection', keep);
  secure.on('tlsClientError', (_error, socket) => void socket.destroy());
  secure.on('upgrade', (_message, socket: Duplex) => {
    socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  });

  const answerPlain = (message: IncomingMessage, out: ServerResponse): void => {
    const target = URL.canParse(message.url ?? '') ? new URL(message.url ?? '') : undefined;
    if (target !== undefined && handlers.has(target.hostname)) {
      out.writeHead(301, { location: `https://${target.host}${target.pathname}${target.search}` });
      out.end();
      return;
    }
    const host = target === undefined ? (message.headers.host ?? '') : target.host;
    refused.push({ host: host.includes(':') ? host : `${host}:80`, at: now() });
    out.writeHead(403, { 'content-type': 'text/plain' }).end('Refused by the sandbox.\n');
  };

  const plain = createServer(answerPlain);
  plain.on('connection', keep);
  plain.on('clientError', (_error, socket) => void socket.destroy());
  plain.on('connect', (message: IncomingMessage, socket: Socket, head: Buffer) => {
    const { name, port } = splitAuthority(message.url ?? '');
    if (port !== '443' || !handlers.has(name)) {
      refused.push({ host: `${name}:${port}`, at: now() });
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      return;
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    secure.emit('connection', socket);
  });

  await new Promise<void>((resolve, reject) => {
    plain.once('error', reject);
    plain.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = plain.address() as AddressInfo;
  return {
    proxyUrl: `http://127.0.0.1:${port}`,
    refused,
    failures,
    stop: async () => {
      const closed = new Promise<void>((resolve) => plain.close(() => resolve()));
      secure.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
};
