import { createEmulator } from 'emulate';
import { ORG, PEOPLE, type Person, PRIVATE_REPO, PUBLIC_REPO } from './people.ts';

/** A call to the emulator in the name of a person, by GitHub's REST paths. */
export type Call = (
  as: Person | undefined,
  method: string,
  path: string,
  body?: unknown,
  accept?: string,
) => Promise<Response>;

export type Emulated = {
  call: Call;
  /** Prefix of the URLs in its answers. */
  origin: string;
  stop(): Promise<void>;
};

const repository = (fullName: string, description: string, isPrivate: boolean) => ({
  owner: ORG,
  name: fullName.slice(ORG.length + 1),
  description,
  private: isPrivate,
});

/** Starts the GitHub service of the `emulate` package in this process, with people and repositories but no issues. */
export const startEmulator = async (): Promise<Emulated> => {
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: Object.fromEntries(PEOPLE.map(({ token, login }) => [token, { login }])),
      github: {
        users: PEOPLE.map(({ login, name }) => ({ login, name })),
        orgs: [
          {
            login: ORG,
            name: 'Acme Hubs',
            members: PEOPLE.filter(({ access }) => access === 'push').map(({ login }) => ({
              login,
              role: 'admin',
            })),
          },
        ],
        repos: [
          repository(PUBLIC_REPO, 'Deployment and operation of the hubs', false),
          repository(PRIVATE_REPO, 'Shared data of the support team', true),
        ],
      },
    },
  });
  const local = `http://127.0.0.1:${new URL(emulator.url).port}`;
  return {
    origin: emulator.url,
    call: (as, method, path, body, accept) =>
      fetch(local + path, {
        method,
        headers: {
          accept: accept ?? 'application/vnd.github+json',
          ...(as === undefined ? {} : { authorization: `Bearer ${as.token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    stop: () => emulator.close(),
  };
};
