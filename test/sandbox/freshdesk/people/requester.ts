import type { Context } from '../context.ts';
import type { Contact } from '../model/account.ts';
import { iso } from '../model/time.ts';
import { contactByEmail } from '../store.ts';

/** Contact with this address; made when there is none, in the company that owns the mail domain. */
export function contactFor({ store, now }: Context, email: string, name?: string): Contact {
  const known = contactByEmail(store, email);
  if (known) return known;
  const domain = email.split('@')[1]?.toLowerCase() ?? '';
  const company = [...store.companies.values()].find(({ domains }) => domains.includes(domain));
  const at = iso(now());
  const contact: Contact = {
    id: store.nextId('other'),
    name: name ?? email.split('@')[0] ?? email,
    email,
    phone: null,
    mobile: null,
    job_title: null,
    language: 'en',
    time_zone: 'Eastern Time (US & Canada)',
    company_id: company?.id ?? null,
    active: false,
    tags: [],
    custom_fields: {},
    created_at: at,
    updated_at: at,
  };
  store.contacts.set(contact.id, contact);
  return contact;
}
