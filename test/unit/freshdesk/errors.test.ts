import type { FailureContext } from '@/lib/background/freshdesk/errors';
import { failureOf, unreadable } from '@/lib/background/freshdesk/errors';
import { describe, expect, it } from 'vitest';
import { answer, NOW } from './fixtures';

const read: FailureContext = { now: NOW, method: 'GET', kind: 'key' };
const write: FailureContext = { now: NOW, method: 'PUT', kind: 'key' };

function validation(...errors: readonly { field?: string; code?: string; message: string }[]) {
  return answer({ description: 'Validation failed', errors }, 400);
}

describe('failureOf', () => {
  it('names the field of a blank required dropdown by its label', () => {
    const response = validation({
      field: 'custom_fields.cf_severity',
      code: 'missing_field',
      message: "It should be one of these values: 'SEV1,SEV2'",
    });
    const labels = { cf_severity: 'How bad is it' };
    expect(failureOf(response, { ...write, labels })).toEqual({
      code: 'invalid-input',
      message:
        "Freshdesk needs the required field “How bad is it” first: fill it in the ticket's properties in Freshdesk, then try again.",
    });
    expect(failureOf(response, write).message).toContain('“Severity”');
  });

  it('lists several blank fields and leaves out what is no missing field', () => {
    const { message } = failureOf(
      validation(
        { field: 'priority', code: 'invalid_value', message: 'Wrong' },
        { field: 'type', code: 'missing_field', message: 'Mandatory attribute missing' },
        { field: 'custom_fields.cf_hub_area', code: 'missing_field', message: 'x' },
        { field: 'group_id', code: 'missing_field', message: 'x' },
      ),
      write,
    );
    expect(message).toContain('required fields “Type”, “Hub area” and “Group” first: fill them in');
    expect(message).not.toContain('Priority');
  });

  it('says which values a field takes', () => {
    const { code, message } = failureOf(
      validation({
        field: 'type',
        code: 'invalid_value',
        message: "It should be one of these values: 'Question,Incident'",
      }),
      { ...write, labels: { ticket_type: 'Art' } },
    );
    expect(code).toBe('invalid-input');
    expect(message).toBe(
      'Freshdesk does not know this value for “Art” (allowed: Question, Incident): choose another, or have an administrator add it.',
    );
  });

  it.each([
    [
      'datatype_mismatch',
      'status',
      'Value set is of type String.It should be …',
      'another kind of value for “Status”',
    ],
    [
      'invalid_field',
      'foo',
      'Unexpected/invalid field in request',
      'does not know the field “Foo”',
    ],
    ['readonly_field', 'source', 'x', 'does not let you change “Source”'],
    ['inaccessible_field', 'source', 'x', 'does not let you change “Source”'],
    ['incompatible_field', 'custom_fields.cf_b', 'Child of another', '“B” does not fit'],
    [
      'invalid_value',
      'page',
      'You cannot access tickets beyond the 300th page.',
      'beyond the 300th page.',
    ],
    ['something_new', 'x', 'Whatever', 'Freshdesk refused “X”: Whatever.'],
  ])('puts %s into a sentence', (code, field, message, expected) => {
    const failure = failureOf(validation({ field, code, message }), write);
    expect(failure.code).toBe('invalid-input');
    expect(failure.message).toContain(expected);
    expect(failure.message).toMatch(/[^.]\.$/);
  });

  it('counts further problems', () => {
    const one = { field: 'a', code: 'readonly_field', message: 'x' };
    expect(failureOf(validation(one, one, one), write).message).toContain('(and 2 more).');
  });

  it('reads a flat 400, and an unreadable one as unexpected', () => {
    const flat = answer(
      { code: 'invalid_json', message: 'Request body has invalid json format' },
      400,
    );
    expect(failureOf(flat, write)).toEqual({
      code: 'invalid-input',
      message: 'Freshdesk refused the request: Request body has invalid json format.',
    });
    const page = answer('<html>Bad request</html>', 400, { 'x-request-id': 'abc-1' });
    expect(failureOf(page, read)).toMatchObject({ code: 'unexpected' });
    expect(failureOf(page, read).message).toContain('status 400 (request abc-1)');
  });

  it('tells a bad key from an ended session', () => {
    const response = answer(
      { code: 'invalid_credentials', message: 'You have to be logged in.' },
      401,
    );
    expect(failureOf(response, read)).toMatchObject({ code: 'not-authorised' });
    expect(failureOf(response, read).message).toContain('API key');
    const session = failureOf(response, { ...read, kind: 'session' });
    expect(session.message).toContain('signed out');
    const old = answer({ errors: [{ message: 'Not logged in' }] }, 401);
    expect(failureOf(old, read).code).toBe('not-authorised');
  });

  it.each([
    ['access_denied', 'You are not authorized to perform this action.', 'another group'],
    ['account_suspended', 'x', 'suspended'],
    ['password_expired', 'x', 'expired'],
    ['password_lockout', 'x', 'locked'],
    ['never_heard_of', 'x', 'ask an administrator'],
    [
      'require_feature',
      'The Timesheets feature(s) is/are not supported in your plan. Please upgrade.',
      'does not include the feature “Timesheets”',
    ],
    ['require_feature', 'Kein Zugriff', 'does not include this feature'],
  ])('403 %s', (code, message, expected) => {
    const failure = failureOf(answer({ code, message }, 403), read);
    expect(failure.code).toBe('not-authorised');
    expect(failure.message).toContain(expected);
  });

  it('takes an empty 403 and an empty 404', () => {
    expect(failureOf(answer('', 403), read).code).toBe('not-authorised');
    expect(failureOf(answer('', 404), read).code).toBe('not-found');
  });

  it('405 on a change means a deleted or spam ticket, on a read something else', () => {
    const response = answer({ message: 'PUT method is not allowed.' }, 405);
    expect(failureOf(response, write)).toMatchObject({ code: 'conflict' });
    expect(failureOf(response, write).message).toContain('spam');
    expect(failureOf(response, read).code).toBe('unexpected');
  });

  it('409 is a conflict', () => {
    const body = { errors: [{ field: 'name', code: 'duplicate_value', message: 'taken' }] };
    expect(failureOf(answer(body, 409), write)).toMatchObject({ code: 'conflict' });
    expect(failureOf(answer('', 409), write).message).toContain('without saying why');
  });

  it.each([
    ['34', '2026-03-04T12:00:34.000Z'],
    ['609', '2026-03-04T12:10:09.000Z'],
    ['Wed, 04 Mar 2026 12:05:00 GMT', '2026-03-04T12:05:00.000Z'],
    // An hour at most, however absurd the answer.
    ['99999999999999999999999', '2026-03-04T13:00:00.000Z'],
    ['Wed, 04 Mar 2099 12:05:00 GMT', '2026-03-04T13:00:00.000Z'],
    ['soon', '2026-03-04T12:01:00.000Z'],
    [undefined, '2026-03-04T12:01:00.000Z'],
  ])('429 with Retry-After %s', (retryAfter, retryAt) => {
    const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
    const failure = failureOf(answer('not json at all', 429, headers), read);
    expect(failure).toMatchObject({ code: 'rate-limited', retryAt });
  });

  it.each([500, 502, 503, 504])('%s with a web page is unavailable', (status) => {
    const page = answer('<html><h1>Bad gateway</h1></html>', status, {
      'content-type': 'text/html',
    });
    const failure = failureOf(page, read);
    expect(failure).toEqual({
      code: 'unavailable',
      message: `Freshdesk has trouble answering (error ${status}): try again in a minute.`,
    });
    expect(failureOf(page, write).message).toContain('may have been made');
  });

  it('keeps Retry-After of a 503', () => {
    const failure = failureOf(answer('', 503, { 'retry-after': '5' }), read);
    expect(failure.retryAt).toBe('2026-03-04T12:00:05.000Z');
  });

  it.each([406, 415, 418])('%s is unexpected', (status) => {
    expect(failureOf(answer('', status), read).code).toBe('unexpected');
  });

  it.each([0, 301, 302])('status %s: the address forwards elsewhere', (status) => {
    expect(failureOf(answer('', status), read)).toMatchObject({ code: 'not-configured' });
  });
});

describe('unreadable', () => {
  it('tells a login page, a portal and a damaged body apart', () => {
    const page = answer('<!DOCTYPE html><title>Login</title>', 200, {
      'content-type': 'text/html',
    });
    expect(unreadable(page, { ...read, kind: 'session' }).code).toBe('not-authorised');
    expect(unreadable(page, read).code).toBe('not-configured');
    // Nothing tells whether the change was made: it must not count as refused.
    expect(unreadable(page, write).code).toBe('unexpected');
    expect(unreadable(answer('{"id":4'), read)).toMatchObject({ code: 'unexpected' });
    expect(unreadable(answer('{"id":4'), write).message).toContain('may have been made');
  });
});
