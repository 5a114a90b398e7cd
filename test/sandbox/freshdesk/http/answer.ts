/** What a route returns; turned into a `Response` in one place. */
export type Answer = {
  status: number;
  /** Absent: an empty body. */
  body?: unknown;
  headers?: Record<string, string>;
};

/** One entry of the validation error shape. */
export type Problem = { field: string; message: string; code: string };

/** 200 with a JSON body. */
export function ok(body: unknown, extra: Pick<Answer, 'headers'> = {}): Answer {
  return { status: 200, body, ...extra };
}

/** 201 with `Location`. */
export function created(body: unknown, location: string): Answer {
  return { status: 201, body, headers: { location } };
}

/** 204, nothing to say. */
export const noContent: Answer = { status: 204 };

/** 404 has an empty body, so that a client's `JSON.parse('')` would throw (reported in public issues). */
export const notFound: Answer = { status: 404 };

/** Error shape A: validation, 400 unless said otherwise. */
export function invalid(errors: readonly Problem[], status = 400): Answer {
  return { status, body: { description: 'Validation failed', errors } };
}

/** Error shape A with one entry. */
export function invalidField(field: string, message: string, code = 'invalid_value'): Answer {
  return invalid([{ field, message, code }]);
}

/** A key or query parameter the call does not know. */
export function unknownField(field: string): Problem {
  return { field, message: 'Unexpected/invalid field in request', code: 'invalid_field' };
}

/** Error shape B: a code and a sentence. */
export function refused(status: number, code: string, message: string): Answer {
  return { status, body: { code, message } };
}

/** 401 for a wrong or missing key, and for a write with nothing but the session cookie (seen live, 2026). */
export const notLoggedIn: Answer = refused(
  401,
  'invalid_credentials',
  'You have to be logged in to perform this action.',
);

/** 403: admin-only call, or a ticket outside the agent's scope. */
export const denied: Answer = refused(
  403,
  'access_denied',
  'You are not authorized to perform this action.',
);

/** 403: the plan lacks a feature. */
export function featureMissing(feature: string): Answer {
  return refused(
    403,
    'require_feature',
    `The ${feature} feature(s) is/are not supported in your plan. Please upgrade your account to use it.`,
  );
}

/** 405, error shape C; also the answer to a change of a deleted or spam ticket. */
export function methodNotAllowed(method: string, allowed: readonly string[]): Answer {
  return {
    status: 405,
    body: {
      message: `${method} method is not allowed. It should be one of these method(s): ${allowed.join(', ')}`,
    },
    headers: { allow: allowed.join(', ') },
  };
}
