import { createEmulator } from 'emulate';
import { createFaults, withFaultsAndLog } from '../faults.ts';
import type { Faults, Handler, LoggedRequest } from '../types.ts';

const CHANNEL = 'support-freshdesk';
const TEAM = 'T00000000';
/** Path of the webhook that exists, in the shape of Slack's own documentation. */
const PATH = `/services/${TEAM}/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX`;
/** The emulator's own webhook, which posts to whatever channel the message names. */
const EMULATED_PATH = '/services/T000000001/B000000001/X000000001';
const READER = 'xoxb-sandbox-reader';

/** A message that arrived in the channel. */
export type SlackMessage = { text: string; blocks?: unknown; attachments?: unknown; ts: string };

export type Slack = {
  /** Answers `hooks.slack.com`. */
  handler: Handler;
  /** The incoming webhook to use; every other path is unknown. */
  webhookUrl: string;
  channel: string;
  faults: Faults;
  requests: LoggedRequest[];
  /** What stands in the channel, the oldest first. */
  messages(): Promise<SlackMessage[]>;
  stop(): Promise<void>;
};

const plain = (text: string, status: number): Response =>
  new Response(text, {
    status,
    headers: { 'content-type': 'text/plain', 'access-control-allow-origin': '*' },
  });

const postTo = async (local: string, request: Request): Promise<Response> => {
  const text = await request.text();
  const isForm = (request.headers.get('content-type') ?? '').includes('x-www-form-urlencoded');
  const payload = isForm ? (new URLSearchParams(text).get('payload') ?? '') : text;
  try {
    const message: unknown = JSON.parse(payload);
    if (typeof message !== 'object' || message === null) return plain('invalid_payload', 400);
    const response = await fetch(local + EMULATED_PATH, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      // A webhook belongs to one channel; a channel in the message has been ignored since webhooks belong to apps.
      body: JSON.stringify({ ...message, channel: CHANNEL }),
    });
    return plain(await response.text(), response.status);
  } catch {
    return plain('invalid_payload', 400);
  }
};

/** Starts the Slack stand-in: one incoming webhook into one channel. `now` stamps the log only. */
export const createSlack = async ({
  now = () => new Date(),
}: { now?: () => Date } = {}): Promise<Slack> => {
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      tokens: { [READER]: { login: 'sandbox' } },
      slack: { team: { name: 'Acme Hubs', domain: 'acme-hubs' }, channels: [{ name: CHANNEL }] },
    },
  });
  const local = `http://127.0.0.1:${new URL(emulator.url).port}`;
  const list = createFaults();
  const requests: LoggedRequest[] = [];

  const ask = async (
    method: string,
    fields: Record<string, string>,
  ): Promise<Record<string, unknown>> => {
    const response = await fetch(`${local}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${READER}` },
      body: new URLSearchParams(fields),
    });
    return (await response.json()) as Record<string, unknown>;
  };

  const answer: Handler = async (request) => {
    // Slack allows every origin but no header of its own in a preflight, so that JSON from a page without permission for
    // the host fails (reported by users of webhooks for years, last in 2025).
    if (request.method === 'OPTIONS') return plain('', 200);
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith('/services/')) return plain('no_service', 404);
    if (!pathname.startsWith(`/services/${TEAM}/`)) return plain('no_team', 404);
    if (pathname !== PATH) return plain('invalid_token', 403);
    return request.method === 'POST' ? await postTo(local, request) : plain('invalid_payload', 400);
  };

  return {
    handler: withFaultsAndLog(answer, {
      list,
      requests,
      now,
      auth: (request) => (new URL(request.url).pathname === PATH ? 'key' : 'bad'),
    }),
    webhookUrl: `https://hooks.slack.com${PATH}`,
    channel: CHANNEL,
    faults: list.faults,
    requests,
    messages: async () => {
      const { channels } = (await ask('conversations.list', {})) as {
        channels: { id: string; name: string }[];
      };
      const channel = channels.find(({ name }) => name === CHANNEL)?.id ?? '';
      const { messages } = (await ask('conversations.history', { channel })) as {
        messages: SlackMessage[];
      };
      return messages.toReversed();
    },
    stop: () => emulator.close(),
  };
};
