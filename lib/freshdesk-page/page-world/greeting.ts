/** A longer line is a sentence that happens to begin like a greeting. */
const MAX_LENGTH = 60;

/** How letters begin in the languages that communities write in, and in those of Freshdesk's own greetings. */
const OPENING =
  /^(?:hi|hiya|hello|hey|dear|greetings|to whom it may concern|good (?:day|morning|afternoon|evening)|hola|buen[oa]s(?: (?:d[ií]as|tardes|noches))?|buen d[ií]a|(?:muy )?estimad[oa]s?|querid[oa]s?|ol[áa]|oi|prezad[oa]s?|car[oa]s?|(?:bom|boa) (?:dia|tarde|noite)|bonjour|bonsoir|salut|ch(?:er|ère)s?|hallo|moin|servus|grüezi|liebe[rs]?|sehr geehrte[rs]?|guten (?:tag|morgen|abend)|ciao|salve|buon(?:giorno|asera)|gentile|car[ei]|hoi|beste|geachte|goede(?:morgen|middag|navond)|hej|hei|kære|cześć|dzień dobry)(?![\p{L}\p{N}])/iu;

/** How letters end: with a comma as well, and first in a reply that holds nothing but a signature. */
const CLOSING =
  /^(?:kind|best|warm|warmest|many|with|yours|all the best|regards|cheers|thanks|thank you|sincerely|respectfully|saludos|un (?:cordial )?(?:saludo|abrazo)|atentamente|cordialmente|gracias|muchas gracias|muito obrigad[oa]|abraços?|atenciosamente|att|obrigad[oa]|cumprimentos|(?:bien )?cordialement|bien à (?:vous|toi)|merci|amicalement|mit|viele|vielen|(?:beste|liebe|herzliche|freundliche|schöne|viele) grüße|danke|gruß|grüße|cordiali saluti|grazie|saluti|distinti saluti|met|groet|groeten|bedankt|pozdrawiam)(?![\p{L}\p{N}])/iu;

/** Words of an address that are written small. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'there all again both everyone everybody folks friends colleague colleagues team teams support sir madam and or & y e et und en i a à o os as el la los las le les de del da do das dos di du van von der den bin al todos todas equipo equipe pessoal amigos amigas colegas señor señora tous toutes équipe zusammen alle alla tutti monsieur madame'.split(
    ' ',
  ),
);

const END = /[\s,!:;.…，！：、،。–—-]+$/u;
const COMMA = /[,，、،]$/u;
/** A name as somebody typed it who writes no capitals. */
const SMALL_NAME = /^[^\s,!?.:;]+(?: [^\s,!?.:;]+){0,2}$/u;
const SEPARATOR = /[\s,，、،/]+/u;

/** Capitals, scripts without any, and whatever else is plainly no small word. */
const isName = (word: string): boolean =>
  !/[!?;:。！？]/u.test(word) &&
  (/^[^\p{L}]*[\p{Lu}\p{Lt}\p{Lo}]/u.test(word) || word.includes('@'));

/** Whether these words do nothing but call somebody: names, titles, "all", or one word of any kind ("ana"). */
function isAddress(text: string): boolean {
  const words = text.split(SEPARATOR).filter((word) => word !== '');
  if (words.length <= 1) return !/[?]/u.test(text);
  return words.every((word) => isName(word) || SMALL_WORDS.has(word.toLowerCase()));
}

/**
 * Whether a line is a greeting and nothing more: "Hi Ana,", "Hi," (Freshdesk knows no name), "Bom dia a todos!", or a
 * name with a comma alone ("Ana,"). A sentence that goes on ("Hi Ana, thanks for …") and a closing ("Best wishes,") are none.
 */
export function isGreeting(line: string): boolean {
  const text = line
    .replaceAll(/[\u200b\ufeff]/g, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  if (text === '' || text.length > MAX_LENGTH || CLOSING.test(text)) return false;
  const opening = OPENING.exec(text)?.[0];
  const rest = text.replace(END, '');
  if (opening === undefined) return COMMA.test(text) && rest !== '' && isAddress(rest);
  const address = rest.slice(opening.length).trim();
  return isAddress(address) || (COMMA.test(text) && SMALL_NAME.test(address));
}
