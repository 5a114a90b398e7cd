import type { Context } from '../context.ts';
import * as check from '../fields/values.ts';
import { invalid, notFound, ok, type Answer } from '../http/answer.ts';
import { bodyObject, idOf, type Call, type Route } from '../http/call.ts';
import { paged } from '../http/paging.ts';
import type { Company } from '../model/account.ts';
import type { FieldValue } from '../model/ticket.ts';
import { iso } from '../model/time.ts';
import { companyRow, companyView } from '../people/present.ts';
import { byName, changedSince, startsWord } from '../people/select.ts';

function updateCompany(context: Context, call: Call): Answer {
  const company = context.store.companies.get(idOf(call));
  if (!company) return notFound;
  const body = bodyObject(call) ?? {};
  const problems = check.checkBody(body, {
    name: check.text,
    description: check.orNull(check.text),
    note: check.orNull(check.text),
    domains: check.texts,
    custom_fields: (field, value) =>
      typeof value === 'object' && value !== null
        ? undefined
        : check.wrongType(field, value, 'a/an key/value pair'),
  });
  const custom = typeof body['custom_fields'] === 'object' ? { ...body['custom_fields'] } : {};
  for (const name of Object.keys(custom)) {
    if (!(name in company.custom_fields)) {
      problems.push({
        field: `custom_fields.${name}`,
        message: 'Unexpected/invalid field in request',
        code: 'invalid_field',
      });
    }
  }
  if (problems.length > 0) return invalid(problems);
  const twin = [...context.store.companies.values()].some(
    ({ id, name }) => id !== company.id && name === body['name'],
  );
  if (twin)
    return invalid(
      [{ field: 'name', message: 'It should be a unique value', code: 'duplicate_value' }],
      409,
    );
  Object.assign(company, body, {
    custom_fields: { ...company.custom_fields, ...custom } as Record<string, FieldValue>,
    updated_at: iso(context.now()),
  } satisfies Partial<Company>);
  return ok(companyView(company, context.account));
}

/** Companies of API v2. */
export function companyRoutes(context: Context): Route[] {
  const { store, account, host } = context;
  return [
    {
      method: 'GET',
      path: '/companies',
      query: ['updated_since', 'page', 'per_page'],
      run: ({ query }) => {
        const rows = [...store.companies.values()].filter(changedSince(query)).toSorted(byName);
        return paged(rows, { query, host, path: '/api/v2/companies' }, (row) =>
          companyRow(row, account),
        );
      },
    },
    {
      method: 'GET',
      path: '/companies/autocomplete',
      query: ['name'],
      run: ({ query }) => {
        const found = [...store.companies.values()].filter(({ name }) =>
          startsWord(name, query.get('name') ?? ''),
        );
        return ok({ companies: found.toSorted(byName).map(({ id, name }) => ({ id, name })) });
      },
    },
    {
      method: 'GET',
      path: '/companies/:id{[0-9]+}',
      run: (call) => {
        const company = store.companies.get(idOf(call));
        return company ? ok(companyView(company, account)) : notFound;
      },
    },
    { method: 'PUT', path: '/companies/:id{[0-9]+}', run: (call) => updateCompany(context, call) },
  ];
}
