import type { Problem } from '../http/answer.ts';
import { readDate } from '../model/time.ts';

/** Name of a JSON value's type in the API's messages. */
function typeName(value: unknown): string {
  if (value === null) return 'Null';
  if (Array.isArray(value)) return 'Array';
  if (typeof value === 'object') return 'key/value pair';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Float';
  return 'String';
}

/** Check of one value: the problem, or undefined when it may pass. */
export type Check = (field: string, value: unknown) => Problem | undefined;

/** Wrong JSON type. There is no blank after the full stop in Freshdesk's own message (public issues). */
export function wrongType(field: string, value: unknown, should: string): Problem {
  return {
    field,
    message: `Value set is of type ${typeName(value)}.It should be ${should}`,
    code: 'datatype_mismatch',
  };
}

/** Text of the message that lists allowed values, in the account's own order. */
export function oneOf(values: readonly (string | number)[]): string {
  return `one of these values: '${values.join(',')}'`;
}

/** A number from a list; a number sent as text is a wrong type. */
export function codeIn(values: readonly number[]): Check {
  return (field, value) => {
    if (typeof value !== 'number') return wrongType(field, value, oneOf(values));
    if (values.includes(value)) return undefined;
    return { field, message: `It should be ${oneOf(values)}`, code: 'invalid_value' };
  };
}

/** A text from a list. */
export function textIn(values: readonly string[]): Check {
  return (field, value) => {
    if (typeof value !== 'string') return wrongType(field, value, oneOf(values));
    if (values.includes(value)) return undefined;
    return { field, message: `It should be ${oneOf(values)}`, code: 'invalid_value' };
  };
}

/** Any text. */
export const text: Check = (field, value) =>
  typeof value === 'string' ? undefined : wrongType(field, value, 'a/an String');

/** True or false. */
export const boolean: Check = (field, value) =>
  typeof value === 'boolean' ? undefined : wrongType(field, value, 'a/an Boolean');

/** A whole number. */
export const integer: Check = (field, value) =>
  Number.isInteger(value) ? undefined : wrongType(field, value, 'a/an Integer');

/** A number. */
export const number: Check = (field, value) =>
  typeof value === 'number' ? undefined : wrongType(field, value, 'a/an Number');

/** A date the API can read. */
export const date: Check = (field, value) => {
  if (typeof value !== 'string') return wrongType(field, value, 'a/an Date');
  if (readDate(value)) return undefined;
  return { field, message: 'It should be in the ISO 8601 format', code: 'invalid_value' };
};

/** A list of texts. */
export const texts: Check = (field, value) => {
  if (!Array.isArray(value)) return wrongType(field, value, 'a/an Array');
  const odd = value.find((item) => typeof item !== 'string');
  return odd === undefined ? undefined : wrongType(field, odd, 'a/an String');
};

/** A list of mail addresses, bare or as `Name <a@b>`. */
export const emails: Check = (field, value) => {
  const problem = texts(field, value);
  if (problem || !Array.isArray(value)) return problem;
  const fine = value.every((item) =>
    /^[^@\s<>]+@[^@\s<>]+$|<[^@\s<>]+@[^@\s<>]+>$/.test(String(item)),
  );
  return fine
    ? undefined
    : {
        field,
        message: 'It should contain elements that are in the valid email address format',
        code: 'invalid_value',
      };
};

/** The number of an existing record. */
export function reference(known: (id: number) => boolean, what: string): Check {
  return (field, value) => {
    const problem = integer(field, value);
    if (problem) return problem;
    if (typeof value === 'number' && known(value)) return undefined;
    return {
      field,
      message: `There is no ${what} matching the given ${field}`,
      code: 'invalid_value',
    };
  };
}

/** The same check, with null allowed to clear the value. */
export function orNull(check: Check): Check {
  return (field, value) => (value === null ? undefined : check(field, value));
}

/** Problems of a body against a table of checks; a key without a check is unknown. */
export function checkBody(
  body: Readonly<Record<string, unknown>>,
  checks: Readonly<Record<string, Check>>,
): Problem[] {
  return Object.entries(body).flatMap(([field, value]): Problem[] => {
    const check = Object.hasOwn(checks, field) ? checks[field] : undefined;
    if (!check) {
      return [{ field, message: 'Unexpected/invalid field in request', code: 'invalid_field' }];
    }
    const problem = check(field, value);
    return problem ? [problem] : [];
  });
}
