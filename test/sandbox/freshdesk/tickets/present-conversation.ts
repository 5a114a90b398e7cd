import type { Conversation } from '../model/ticket.ts';
import { plainText } from '../text/plain-text.ts';

/** Flattened text: agents' bodies on one line, incoming mail with `\r\n` (both are in recordings). */
function bodyText({ body, incoming }: Conversation): string {
  return plainText(body, incoming ? '\r\n' : ' ');
}

/** Entry of the conversations list (key set as recorded in 2022). */
export function presentConversation(entry: Conversation): Record<string, unknown> {
  return {
    body: entry.body,
    body_text: bodyText(entry),
    id: entry.id,
    incoming: entry.incoming,
    private: entry.private,
    user_id: entry.user_id,
    support_email: entry.support_email,
    source: entry.source,
    category: entry.category,
    to_emails: entry.to_emails,
    from_email: entry.from_email,
    cc_emails: entry.cc_emails,
    bcc_emails: entry.bcc_emails,
    email_failure_count: null,
    outgoing_failures: null,
    thread_id: null,
    thread_message_id: null,
    created_at: entry.created_at,
    updated_at: entry.updated_at,
    last_edited_at: entry.last_edited_at,
    last_edited_user_id: entry.last_edited_user_id,
    attachments: entry.attachments,
    automation_id: null,
    automation_type_id: null,
    auto_response: false,
    ticket_id: entry.ticket_id,
    source_additional_info: null,
  };
}

/** Answer to a reply; recipients are `to_emails`, whatever the reference calls them (recorded, 2026). */
export function presentReply(entry: Conversation): Record<string, unknown> {
  return {
    id: entry.id,
    user_id: entry.user_id,
    from_email: entry.from_email,
    cc_emails: entry.cc_emails,
    bcc_emails: entry.bcc_emails,
    body: entry.body,
    body_text: bodyText(entry),
    ticket_id: entry.ticket_id,
    to_emails: entry.to_emails,
    attachments: entry.attachments,
    source_additional_info: null,
    created_at: entry.created_at,
    updated_at: entry.updated_at,
  };
}

/** Answer to a note, and to an edit of one (recorded, 2026). */
export function presentNote(entry: Conversation, supportAddress: string): Record<string, unknown> {
  return {
    body: entry.body,
    body_text: bodyText(entry),
    structured_body: null,
    id: entry.id,
    incoming: entry.incoming,
    private: entry.private,
    user_id: entry.user_id,
    support_email: supportAddress,
    ticket_id: entry.ticket_id,
    to_emails: entry.to_emails,
    created_at: entry.created_at,
    updated_at: entry.updated_at,
    attachments: entry.attachments,
  };
}
