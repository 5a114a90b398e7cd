/** Longest name that is stored. */
const NAME_LENGTH = 200;
/** What a longer one is answered with. */
export const TOO_LONG = `Use at most ${NAME_LENGTH} characters.`;

/** Reads typed fields: what cannot be understood keeps its stored value and is named. */
export type Reader<Field extends string> = {
  /** `value`, or where it is null `kept`, with the problem noted for the field. */
  readonly read: <T>(field: Field, value: T | null, kept: T, problem: string) => T;
  /** A text of at most 200 characters. */
  readonly short: (field: Field, text: string, kept: string) => string;
};

/** A reader, and what it finds wrong: one sentence for each field. */
export function createReader<Field extends string>(): {
  readonly reader: Reader<Field>;
  readonly problems: Partial<Record<Field, string>>;
} {
  const problems: Partial<Record<Field, string>> = {};
  const read = <T>(field: Field, value: T | null, kept: T, problem: string): T => {
    if (value !== null) return value;
    problems[field] ??= problem;
    return kept;
  };
  const short = (field: Field, text: string, kept: string): string =>
    read(field, isShort(text) ? text : null, kept, TOO_LONG);
  return { reader: { read, short }, problems };
}

/** Whether a name is short enough to be stored. */
export function isShort(name: string): boolean {
  return name.length <= NAME_LENGTH;
}
