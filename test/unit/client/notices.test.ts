import { expect, test } from 'vitest';
import { keys } from '@/lib/client/keys';
import type { Messenger } from '@/lib/client/messenger';
import { createQueryClient, followNotices } from '@/lib/client/query-client';
import type { Topic, TopicNotice } from '@/lib/contract/commands';

const A = { host: 'acme.freshdesk.com', id: 1 };
const B = { host: 'acme.freshdesk.com', id: 2 };
const ALL = {
  tab: keys.tab,
  ticketA: keys.ticket(A),
  ticketB: keys.ticket(B),
  budgetA: keys.budget(A),
  pack: keys.pack,
  duty: keys.duty,
  settings: keys.settings,
};

function staleAfter(notice: Omit<TopicNotice, 'steward'>): readonly string[] {
  const queryClient = createQueryClient();
  for (const key of Object.values(ALL)) queryClient.setQueryData(key, 'old');
  const tell = (listener: (notice: TopicNotice) => void) => {
    listener({ steward: 1, ...notice });
    return () => undefined;
  };
  followNotices({ onNotice: tell } as unknown as Messenger, queryClient);
  return Object.entries(ALL)
    .filter(([, key]) => queryClient.getQueryState(key)?.isInvalidated === true)
    .map(([name]) => name);
}

const everyTicket = ['ticketA', 'ticketB'];
const cases: readonly [Topic, typeof A | undefined, readonly string[]][] = [
  ['tab', undefined, ['tab']],
  ['ticket', A, ['ticketA']],
  ['ticket', undefined, everyTicket],
  ['budget', A, ['budgetA']],
  ['team', undefined, ['budgetA', 'pack', 'duty']],
  ['settings', undefined, [...everyTicket, 'budgetA', 'pack', 'duty', 'settings']],
];

test.each(cases)('%s (%j) reads again exactly what hangs on it', (changed, ref, expected) => {
  expect(staleAfter(ref === undefined ? { changed } : { changed, ref })).toEqual(expected);
});
