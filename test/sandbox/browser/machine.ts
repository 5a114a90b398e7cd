import { spawn } from 'node:child_process';
import { accessSync, constants, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';

/** What the search for a browser needs to know of the machine; tests give their own. */
export type Machine = {
  env: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  home: string;
  isRoot: boolean;
  /** Whether a file exists that may be run. */
  isProgram(path: string): boolean;
  /** Names in a folder; none when it cannot be read. */
  list(folder: string): readonly string[];
  /** Text of a file; empty when it cannot be read. */
  read(path: string): string;
  /** Runs a program with its output shown; resolves with its exit code, 127 when it could not be started. */
  run(program: string, args: readonly string[]): Promise<number>;
  /** One line for the person at the terminal. */
  say(line: string): void;
};

const attempt = <T>(read: () => T, otherwise: T): T => {
  try {
    return read();
  } catch {
    return otherwise;
  }
};

/** The machine this runs on. Output of installers goes to stderr, so that stdout stays the caller's. */
export const thisMachine = (): Machine => ({
  env: process.env,
  platform: process.platform,
  home: homedir(),
  isRoot: process.getuid?.() === 0,
  isProgram: (path) =>
    attempt(() => {
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    }, false),
  list: (folder) => attempt(() => readdirSync(folder), []),
  read: (path) => attempt(() => readFileSync(path, 'utf8'), ''),
  run: (program, args) =>
    new Promise((resolve) => {
      const child = spawn(program, [...args], {
        stdio: ['ignore', process.stderr, process.stderr],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
      child.once('error', () => resolve(127));
      child.once('exit', (code) => resolve(code ?? 1));
    }),
  say: (line) => void process.stderr.write(`${line}\n`),
});
