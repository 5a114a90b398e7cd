/* The one place that may write to the console. */

export type Logger = {
  readonly info: (message: string, detail?: unknown) => void;
  readonly warn: (message: string, detail?: unknown) => void;
  readonly error: (message: string, detail?: unknown) => void;
};

/**
 * A logger that prefixes its lines with Steward and the part that speaks. Callers pass no secret and no ticket text:
 * anything logged can end up in a bug report.
 */
export function createLogger(part: string): Logger {
  const prefix = `[Steward:${part}]`;
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (message: string, detail?: unknown): void => {
      if (detail === undefined) console[level](prefix, message);
      else console[level](prefix, message, detail);
    };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}
