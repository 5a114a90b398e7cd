import type { Context } from '../context.ts';
import { notFound, ok } from '../http/answer.ts';
import { idOf, type Route } from '../http/call.ts';
import { paged } from '../http/paging.ts';
import { agentRow, agentView, groupRow } from '../people/present.ts';
import { defaultHours } from '../sla/due-dates.ts';

const PAGING = ['page', 'per_page'];

/** Agents and groups of API v2; all but one's own record is for administrators. */
export function agentRoutes(context: Context): Route[] {
  const { store, account, host } = context;
  const hoursId = () => defaultHours(store)?.id ?? null;
  return [
    {
      method: 'GET',
      path: '/agents/me',
      run: ({ agent, scope }) => ok(agentView(agent, account, scope)),
    },
    {
      method: 'GET',
      path: '/agents',
      admin: true,
      query: ['email', 'mobile', 'phone', 'state', ...PAGING],
      run: ({ query }) => {
        const email = query.get('email');
        const rows = [...store.agents.values()].filter(
          (agent) => email === null || agent.email === email,
        );
        return paged(rows, { query, host, path: '/api/v2/agents' }, (row) =>
          agentRow(row, account, 1),
        );
      },
    },
    {
      method: 'GET',
      path: '/agents/:id{[0-9]+}',
      admin: true,
      run: (call) => {
        const agent = store.agents.get(idOf(call));
        return agent ? ok(agentView(agent, account, 1)) : notFound;
      },
    },
    {
      method: 'GET',
      path: '/groups',
      admin: true,
      query: PAGING,
      run: ({ query }) =>
        paged([...store.groups.values()], { query, host, path: '/api/v2/groups' }, (group) =>
          groupRow(group, hoursId()),
        ),
    },
    {
      method: 'GET',
      path: '/groups/:id{[0-9]+}',
      admin: true,
      run: (call) => {
        const group = store.groups.get(idOf(call));
        return group ? ok({ ...groupRow(group, hoursId()), agent_ids: group.agent_ids }) : notFound;
      },
    },
  ];
}
