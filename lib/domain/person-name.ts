import { cleanLine } from './plain';

const TITLES =
  /^(dr|prof|professor|doctor|mr|mrs|ms|miss|mx|sir|dame|rev|hon|herr|frau|ing|dipl|mag|sr|sra|dra|mme|mlle|m)\.?$/i;
const SUFFIXES =
  /^(ph\.?\s?d\.?|m\.?d\.?|m\.?sc\.?|b\.?sc\.?|m\.?a\.?|b\.?a\.?|mba|jr\.?|sr\.?|ii|iii|iv|esq\.?|dr\.?|pe|cpa|rn|dds|phd candidate)$/i;
const NOT_A_PERSON =
  /\b(team|support|admin|administrator|help\s?desk|no-?reply|office|university|college|institute|department|lab|laboratory|group|staff|info|service|services|notifications?|alerts?|bot|system|mailer|daemon|billing|accounts?|project|community|hub|center|centre)\b/i;
const GIVEN = /^\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*$/u;
const MAX_LENGTH = 40;

function tidyCase(word: string): string {
  const flat = word === word.toLocaleLowerCase() || word === word.toLocaleUpperCase();
  // One letter at the start of each part; scripts without case stay as they are.
  return flat
    ? word.toLocaleLowerCase().replace(/(^|['’-])(\p{L})/gu, (part) => part.toLocaleUpperCase())
    : word;
}

/** Puts `Ruiz, Ana` the right way round; drops degrees behind a comma. */
function inOrder(name: string): string {
  const [first = '', ...others] = name.split(',').map((part) => part.trim());
  const given = others.find((part) => part !== '' && !SUFFIXES.test(part));
  return given === undefined ? first : given;
}

/**
 * First name to greet somebody by, from the name a mail brought along; null when it cannot be told, so that the
 * steward is asked rather than a stranger greeted as "Helpdesk". Titles, degrees, brackets and "via …" are left out;
 * "Ruiz, Ana" is turned round. Not told: addresses, organisations, initials, anything with digits, and a single word
 * that is just the mail address's first part, which Freshdesk makes up where the mail had no name.
 */
export function firstNameOf(name: string | null, email: string | null): string | null {
  const whole = cleanLine(name ?? '')
    .replace(/\([^)]*\)|\[[^\]]*\]/gu, ' ')
    .replace(/^["'“‘]+|["'”’]+$/gu, '')
    .replace(/\s(via|from|on behalf of|at|@)\s.*$/iu, '')
    .trim();
  if (whole === '' || /[@\d_<>{}|/\\:;&+=*#]/u.test(whole) || NOT_A_PERSON.test(whole)) return null;
  const words = inOrder(whole)
    .split(/\s+/u)
    .filter((word) => word !== '');
  while (words[0] !== undefined && TITLES.test(words[0])) words.shift();
  const first = words[0];
  if (first === undefined || first.length > MAX_LENGTH || !GIVEN.test(first)) return null;
  if (/^(\p{Lu}|\p{Ll})$/u.test(first)) return null;
  const local = email?.split('@')[0]?.toLocaleLowerCase();
  const single = !/\s/u.test(whole);
  if (single && local !== undefined && first.toLocaleLowerCase() === local) return null;
  return tidyCase(first);
}
