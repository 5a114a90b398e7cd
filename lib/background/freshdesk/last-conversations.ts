import type { Result } from '@/lib/contract/result';
import { ok } from '@/lib/platform/result';
import type { Call } from './call';
import { MAX_PER_PAGE, readPage, uniqueById } from './pages';
import type { Conversation } from './schema';
import { conversationSchema } from './schema';

/** Most pages read to find a thread's end: 2 000 entries without a hint. */
const MAX_PAGES = 20;

/**
 * The newest entries of a thread, up to 100, in order of time. The API lists oldest first, knows no other order and gives
 * no total, so the pages are followed to the end, from where `totalHint` says the end was.
 */
export async function lastConversations(
  call: Call,
  ticketId: number,
  totalHint = 0,
): Promise<Result<readonly Conversation[]>> {
  const request = { path: `/api/v2/tickets/${ticketId}/conversations` };
  let page = Math.max(1, Math.ceil(totalHint / MAX_PER_PAGE));
  let newest: readonly Conversation[] = [];
  for (let reads = 0; reads < MAX_PAGES; reads += 1) {
    const answer = await readPage(call, request, conversationSchema, {
      page,
      perPage: MAX_PER_PAGE,
    });
    if (!answer.ok) return answer;
    const { rows, hasMore } = answer.value;
    newest = uniqueById([...newest, ...rows]).slice(-MAX_PER_PAGE);
    if (hasMore) page += 1;
    else if (newest.length > 0 || page === 1) break;
    // The hint lay beyond the end, for example because notes were deleted: begin at the front.
    else page = 1;
  }
  return ok(newest);
}
