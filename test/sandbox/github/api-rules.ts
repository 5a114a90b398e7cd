import { type Person, PRIVATE_REPO } from './people.ts';

const DOCS = 'https://docs.github.com/rest';

/** An error as GitHub words it today: `status` is a string in the body (live answers measured by others, 2026-08). */
export const apiError = (status: number, message: string, extra: object = {}): Response =>
  Response.json(
    { message, ...extra, documentation_url: DOCS, status: String(status) },
    { status, headers: { 'content-type': 'application/json; charset=utf-8' } },
  );

type Fields = Readonly<Record<string, unknown>>;

const MAX_BODY_CHARACTERS = 65_536;
const MAX_TITLE_CHARACTERS = 256;

const tooLong = (field: string, maximum: number): Response =>
  apiError(422, 'Validation Failed', {
    errors: [
      {
        resource: 'Issue',
        code: 'custom',
        field,
        message: `${field} is too long (maximum is ${maximum} characters)`,
      },
    ],
  });

const missing = (field: string): Response =>
  apiError(422, `Invalid request.\n\n"${field}" wasn't supplied.`);

/** What GitHub says to a new issue before it is made; undefined when there is nothing to say. */
export const checkNewIssue = (fields: Fields): Response | undefined => {
  const { title, body } = fields;
  if (title === undefined || title === null) return missing('title');
  // Whole numbers are accepted as titles.
  const text = typeof title === 'number' ? String(title) : typeof title === 'string' ? title : '';
  if (text.trim() === '') {
    return apiError(422, 'Validation Failed', {
      errors: [{ resource: 'Issue', code: 'missing_field', field: 'title' }],
    });
  }
  if (text.length > MAX_TITLE_CHARACTERS) return tooLong('title', MAX_TITLE_CHARACTERS);
  if (typeof body === 'string' && body.length > MAX_BODY_CHARACTERS) {
    return tooLong('body', MAX_BODY_CHARACTERS);
  }
  return undefined;
};

/** Fields that GitHub drops without a word when the sender cannot push (REST documentation of "Create an issue"). */
export const dropUnpermitted = (fields: Fields, sender: Person | undefined): Fields => {
  if (sender?.access === 'push') return fields;
  const { labels: _l, assignees: _a, assignee: _b, milestone: _m, type: _t, ...rest } = fields;
  return rest;
};

/** What a write to a file lacks; undefined when it is complete. The stale-sha rules are the emulator's. */
export const checkFileWrite = (fields: Fields): Response | undefined => {
  if (typeof fields['message'] !== 'string') return missing('message');
  if (typeof fields['content'] !== 'string') return missing('content');
  return undefined;
};

/** A private repository does not exist for those who may not see it. */
export const isHidden = (path: string, sender: Person | undefined): boolean =>
  (path === `/repos/${PRIVATE_REPO}` || path.startsWith(`/repos/${PRIVATE_REPO}/`)) &&
  sender?.access !== 'push';

/** The emulator's error with GitHub's wording. */
export const translateError = (status: number, message: string): Response =>
  apiError(
    status,
    message.includes(`"sha" wasn't supplied`)
      ? 'Invalid request.\n\n"sha" wasn\'t supplied.'
      : message === 'Validation failed'
        ? 'Validation Failed'
        : message,
  );
