/** What a person may do in the stand-in's organisation; decided here, because the emulator gives everybody everything. */
export type Access = 'push' | 'read';

export type Person = { login: string; name: string; token: string; access: Access };

export const ORG = 'acme-hubs';
/** Public: anybody may read it and open issues in it. */
export const PUBLIC_REPO = `${ORG}/infrastructure`;
/** Private: for anybody without push access it does not exist. */
export const PRIVATE_REPO = `${ORG}/support-data`;

/** A steward: may push to both repositories. */
export const STEWARD: Person = {
  login: 'mira-steward',
  name: 'Mira Adeyemi',
  token: 'github_pat_sandbox_steward',
  access: 'push',
};

/** Somebody from outside the organisation with a working token. */
export const VISITOR: Person = {
  login: 'vic-visitor',
  name: 'Vic Lindqvist',
  token: 'github_pat_sandbox_visitor',
  access: 'read',
};

/** A colleague of the steward, author and assignee of some of the issues. */
export const ENGINEER: Person = {
  login: 'jun-engineer',
  name: 'Jun Tanaka',
  token: 'github_pat_sandbox_engineer',
  access: 'push',
};

export const PEOPLE: readonly Person[] = [STEWARD, ENGINEER, VISITOR];

/** Access as the `permissions` of a repository show it. */
export const permissionsOf = (access: Access): Readonly<Record<string, boolean>> => ({
  admin: false,
  maintain: false,
  push: access === 'push',
  triage: access === 'push',
  pull: true,
});

/** The token of an Authorization header, whichever scheme carries it; undefined without the header. */
export const tokenOf = (request: Request): string | undefined => {
  const header = request.headers.get('authorization');
  if (header === null) return undefined;
  const [scheme = '', value = ''] = header.trim().split(/\s+/, 2);
  if (scheme.toLowerCase() !== 'basic') return value;
  const [user = '', password = ''] = Buffer.from(value, 'base64').toString('utf8').split(':');
  return password === '' || password === 'x-oauth-basic' ? user : password;
};

/** Who sends a request: a person, `bad` for a token nobody has, undefined without one. */
export const senderOf = (request: Request): Person | 'bad' | undefined => {
  const token = tokenOf(request);
  if (token === undefined) return undefined;
  return PEOPLE.find((person) => person.token === token) ?? 'bad';
};
