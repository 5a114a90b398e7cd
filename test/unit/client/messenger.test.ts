import { beforeEach, describe, expect, test, vi } from 'vitest';
import { CommandError } from '@/lib/client/command-error';
import { createMessenger, type RuntimePort } from '@/lib/client/messenger';

type Send = RuntimePort['sendMessage'];
type Listener = (message: unknown) => void;

function createRuntime(sendMessage: (message: unknown) => Promise<unknown>) {
  const listeners = new Set<Listener>();
  const runtime: RuntimePort = {
    sendMessage,
    onMessage: {
      addListener: (listener) => void listeners.add(listener),
      removeListener: (listener) => void listeners.delete(listener),
    },
  };
  return {
    runtime,
    listeners,
    hear: (message: unknown) => listeners.forEach((one) => one(message)),
  };
}

const caught = async (work: Promise<unknown>): Promise<CommandError> => {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof CommandError)) throw new Error('expected a CommandError');
  return error;
};

beforeEach(() => {
  vi.useFakeTimers();
  return () => void vi.useRealTimers();
});

describe('send', () => {
  test('wraps the command and answers its value', async () => {
    const sendMessage = vi.fn<Send>(async () => ({ ok: true, value: { opened: true } }));
    const messenger = createMessenger(createRuntime(sendMessage).runtime);
    await expect(messenger.send('settings.open', {})).resolves.toEqual({ opened: true });
    expect(sendMessage).toHaveBeenCalledExactlyOnceWith({
      steward: 1,
      command: 'settings.open',
      input: {},
    });
  });

  test('a failure becomes an error with code, sentence and time of the next try', async () => {
    const error = { code: 'rate-limited', message: 'Too many.', retryAt: '2026-11-23T10:43:00Z' };
    const messenger = createMessenger(createRuntime(async () => ({ ok: false, error })).runtime);
    const thrown = await caught(messenger.send('duty.now', {}));
    expect(thrown).toMatchObject({ ...error, outdated: false });
  });

  test('a message nobody received is sent once more', async () => {
    const sendMessage = vi
      .fn<Send>()
      .mockRejectedValueOnce(
        new Error('Could not establish connection. Receiving end does not exist.'),
      )
      .mockResolvedValueOnce({ ok: true, value: { noted: true } });
    const messenger = createMessenger(createRuntime(sendMessage).runtime);
    const ref = { host: 'acme.freshdesk.com', id: 1 };
    const answer = messenger.send('issue.note', { ref, url: 'u' });
    await vi.runAllTimersAsync();
    await expect(answer).resolves.toEqual({ noted: true });
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });

  test('only once more, then it says the background cannot be reached', async () => {
    const sendMessage = vi.fn<Send>(() =>
      Promise.reject(new Error('Receiving end does not exist.')),
    );
    const messenger = createMessenger(createRuntime(sendMessage).runtime);
    const error = caught(messenger.send('duty.now', {}));
    await vi.runAllTimersAsync();
    expect(await error).toMatchObject({ code: 'unavailable', outdated: false });
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });

  test('a message that was received is never repeated, even when no answer comes', async () => {
    const sendMessage = vi.fn<Send>(() => new Promise(() => undefined));
    const messenger = createMessenger(createRuntime(sendMessage).runtime);
    const error = caught(messenger.send('duty.now', {}));
    await vi.advanceTimersByTimeAsync(9_999);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await error).toMatchObject({ code: 'unavailable' });
    expect(sendMessage).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each([undefined, null, 'yes', { ok: 'maybe' }, { ok: false }])(
    'an answer that is no result (%j) is a failure, not a crash',
    async (answer) => {
      const messenger = createMessenger(createRuntime(async () => answer).runtime);
      expect(await caught(messenger.send('duty.now', {}))).toMatchObject({ code: 'unavailable' });
    },
  );

  test('after an update of the extension everything says: reload this tab', async () => {
    const sendMessage = vi.fn<Send>(() =>
      Promise.reject(new Error('Extension context invalidated.')),
    );
    const messenger = createMessenger(createRuntime(sendMessage).runtime);
    const told = vi.fn<(notice?: unknown) => void>();
    messenger.onOutdated(told);
    expect(messenger.isOutdated()).toBe(false);
    expect(await caught(messenger.send('duty.now', {}))).toMatchObject({ outdated: true });
    expect(messenger.isOutdated()).toBe(true);
    expect(told).toHaveBeenCalledOnce();
    expect(await caught(messenger.send('duty.now', {}))).toMatchObject({ outdated: true });
    expect(sendMessage).toHaveBeenCalledTimes(1);
  });

  test('a runtime that throws at once is caught as well', async () => {
    const messenger = createMessenger(
      createRuntime(() => {
        throw new Error('Extension context invalidated.');
      }).runtime,
    );
    expect(await caught(messenger.send('duty.now', {}))).toMatchObject({ outdated: true });
  });
});

describe('notices', () => {
  test('are told apart from commands of other pages, which nobody here answers', () => {
    const { runtime, hear, listeners } = createRuntime(async () => undefined);
    const heard = vi.fn<(notice?: unknown) => void>();
    const stop = createMessenger(runtime).onNotice(heard);
    hear({ steward: 1, command: 'duty.now', input: {} });
    hear({ steward: 2, changed: 'tab' });
    hear('tab');
    expect(heard).not.toHaveBeenCalled();
    hear({ steward: 1, changed: 'tab' });
    expect(heard).toHaveBeenCalledExactlyOnceWith({ steward: 1, changed: 'tab' });
    expect([...listeners].map((one) => one({ steward: 1, changed: 'tab' }))).toEqual([undefined]);
    stop();
    expect(listeners.size).toBe(0);
  });
});
