import type { Context } from '../context.ts';
import { ticketFields } from '../fields/present.ts';
import { notFound, ok } from '../http/answer.ts';
import { idOf, type Route } from '../http/call.ts';
import type { CannedResponse } from '../model/account.ts';
import { presentHours, presentPolicy } from '../sla/present.ts';
import { plainText } from '../text/plain-text.ts';

/** A canned response; placeholders such as `{{ticket.requester.name}}` come back unrendered. */
export function presentCanned(
  { account }: Context,
  response: CannedResponse,
): Record<string, unknown> {
  return {
    id: response.id,
    title: response.title,
    folder_id: response.folder_id,
    ...(account.age === '2022' ? {} : { short_code: null }),
    content: plainText(response.content_html),
    content_html: response.content_html,
    attachments: [],
    created_at: response.created_at,
    updated_at: response.updated_at,
    group_ids: response.group_ids,
    visibility: response.visibility,
  };
}

function cannedRoutes(context: Context): Route[] {
  const { store } = context;
  const inFolder = (id: number) =>
    [...store.cannedResponses.values()].filter(({ folder_id }) => folder_id === id);
  return [
    {
      method: 'GET',
      path: '/canned_response_folders',
      admin: true,
      run: () =>
        ok(
          [...store.cannedFolders.values()].map((folder) => ({
            id: folder.id,
            name: folder.name,
            created_at: folder.created_at,
            updated_at: folder.created_at,
            personal: folder.personal,
            responses_count: inFolder(folder.id).length,
          })),
        ),
    },
    {
      method: 'GET',
      path: '/canned_response_folders/:id{[0-9]+}',
      admin: true,
      run: (call) => {
        const folder = store.cannedFolders.get(idOf(call));
        if (!folder) return notFound;
        return ok({
          id: folder.id,
          name: folder.name,
          canned_responses: inFolder(folder.id).map(({ id, title }) => ({ id, title })),
          created_at: folder.created_at,
          updated_at: folder.created_at,
        });
      },
    },
    {
      method: 'GET',
      path: '/canned_response_folders/:id{[0-9]+}/responses',
      admin: true,
      run: (call) =>
        store.cannedFolders.has(idOf(call))
          ? ok(inFolder(idOf(call)).map((response) => presentCanned(context, response)))
          : notFound,
    },
    {
      method: 'GET',
      path: '/canned_responses/:id{[0-9]+}',
      admin: true,
      run: (call) => {
        const response = store.cannedResponses.get(idOf(call));
        return response ? ok(presentCanned(context, response)) : notFound;
      },
    },
  ];
}

/** What an administrator has set up: form, canned responses, opening hours, SLA, languages. */
export function setupRoutes(context: Context): Route[] {
  const { store, account } = context;
  return [
    {
      method: 'GET',
      path: '/ticket_fields',
      query: ['type'],
      run: ({ query }) => ok(ticketFields(context, query.get('type'))),
    },
    ...cannedRoutes(context),
    {
      method: 'GET',
      path: '/business_hours',
      admin: true,
      run: () => ok(store.businessHours.map((hours) => presentHours(hours, account))),
    },
    {
      method: 'GET',
      path: '/business_hours/:id{[0-9]+}',
      admin: true,
      run: (call) => {
        const hours = store.businessHours.find(({ id }) => id === idOf(call));
        return hours ? ok(presentHours(hours, account)) : notFound;
      },
    },
    {
      method: 'GET',
      path: '/sla_policies',
      admin: true,
      run: () => ok(store.slaPolicies.map((policy) => presentPolicy(policy, account))),
    },
    {
      method: 'GET',
      path: '/settings/helpdesk',
      run: () =>
        ok({
          primary_language: 'en',
          supported_languages: ['es', 'pt-BR'],
          portal_languages: [],
          help_widget_languages: [],
        }),
    },
  ];
}
