import type { Context } from '../context.ts';
import { invalidField, notFound, ok, type Answer } from '../http/answer.ts';
import { idOf, type Call, type Route } from '../http/call.ts';
import { paged } from '../http/paging.ts';
import type { Contact } from '../model/account.ts';
import { contactRow, contactView } from '../people/present.ts';
import { byName, changedSince, startsWord } from '../people/select.ts';
import { holds, parseQuery, type Term } from '../search/parse.ts';

function listContacts(context: Context, { query }: Call): Answer {
  const equal = (key: string, own: unknown) =>
    query.get(key) === null || query.get(key) === String(own);
  const state = query.get('state');
  const rows = [...context.store.contacts.values()]
    .filter(
      (contact) =>
        query.get('email') === null ||
        contact.email.toLowerCase() === query.get('email')?.toLowerCase(),
    )
    .filter((contact) => equal('mobile', contact.mobile) && equal('phone', contact.phone))
    .filter((contact) => equal('company_id', contact.company_id))
    .filter((contact) => state === null || state === (contact.active ? 'verified' : 'unverified'))
    .filter(changedSince(query))
    .toSorted(byName);
  const request = { query, host: context.host, path: '/api/v2/contacts' };
  return paged(rows, request, (contact) => contactRow(contact, context.account));
}

/** Fields by which people can be searched; names are not among them. */
const CONTACT_FIELDS: Readonly<
  Record<string, (contact: Contact) => string | number | boolean | null>
> = {
  active: (contact) => contact.active,
  company_id: (contact) => contact.company_id,
  email: (contact) => contact.email,
  phone: (contact) => contact.phone,
  mobile: (contact) => contact.mobile,
  language: (contact) => contact.language,
  time_zone: (contact) => contact.time_zone,
  created_at: (contact) => contact.created_at.slice(0, 10),
  updated_at: (contact) => contact.updated_at.slice(0, 10),
};

function fits(contact: Contact, { field, operator, value }: Term): boolean {
  if (field === 'tag') return contact.tags.includes(String(value));
  const own = CONTACT_FIELDS[field]?.(contact) ?? null;
  if (operator === '=' || own === null || value === null) return own === value;
  return operator === '>=' ? own >= value : own <= value;
}

function searchContacts(context: Context, { query }: Call): Answer {
  const text = /^"(.*)"$/s.exec(query.get('query') ?? '')?.[1];
  const parsed = text === undefined ? undefined : parseQuery(text);
  if (!parsed) return invalidField('query', 'The given query is not valid');
  const found = [...context.store.contacts.values()].filter((contact) =>
    holds(parsed, (term) => fits(contact, term)),
  );
  const page = Math.max(1, Number(query.get('page') ?? '1'));
  const results = found
    .slice((page - 1) * 30, page * 30)
    .map((contact) => contactRow(contact, context.account));
  return ok({ total: found.length, results });
}

/** Contacts of API v2. */
export function contactRoutes(context: Context): Route[] {
  const { store, account } = context;
  return [
    {
      method: 'GET',
      path: '/contacts',
      limit: 'contact-list',
      query: [
        'email',
        'mobile',
        'phone',
        'company_id',
        'state',
        'contact_type',
        'updated_since',
        'page',
        'per_page',
      ],
      run: (call) => listContacts(context, call),
    },
    {
      method: 'GET',
      path: '/contacts/autocomplete',
      query: ['term'],
      run: ({ query }) => {
        const found = [...store.contacts.values()].filter(({ name }) =>
          startsWord(name, query.get('term') ?? ''),
        );
        return ok(found.toSorted(byName).map(({ id, name }) => ({ id, name })));
      },
    },
    {
      method: 'GET',
      path: '/search/contacts',
      query: ['query', 'page'],
      run: (call) => searchContacts(context, call),
    },
    {
      method: 'GET',
      path: '/contacts/:id{[0-9]+}',
      run: (call) => {
        const contact = store.contacts.get(idOf(call));
        return contact ? ok(contactView(contact, account)) : notFound;
      },
    },
  ];
}
