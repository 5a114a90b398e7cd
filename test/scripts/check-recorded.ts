/*
 * Parses real recorded answers of Freshdesk with the product's schemas, so that made-up fixtures cannot drift from life.
 * The recordings are other people's data and stay outside the project.
 *
 *   npm run recorded -- FOLDER
 *
 * Exit status 1 when a file does not parse, 2 without a folder.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import * as z from 'zod';
import * as schemas from '../../lib/background/freshdesk/schema.ts';

const folder = resolve(process.argv[2] ?? '');

/** Which object the files show, by their path; the first match counts. */
const objects: readonly (readonly [RegExp, string, z.ZodType])[] = [
  [/^agents\//, 'agent', schemas.agentSchema],
  [/^canned_responses\/folder/, 'canned response folder', schemas.cannedResponseFolderSchema],
  [/^canned_responses\//, 'canned response', schemas.cannedResponseSchema],
  [/^companies\/(?!company-fields)/, 'company', schemas.companySchema],
  [/^contacts\//, 'contact', schemas.contactSchema],
  [/^conversations\//, 'conversation', schemas.conversationSchema],
  [/^errors\//, 'error', schemas.apiErrorSchema],
  [/^groups_roles\/group/, 'group', schemas.groupSchema],
  [/^sla_business_hours\/business-hours/, 'business hours', schemas.businessHoursSchema],
  [/^ticket_fields\//, 'ticket field', schemas.ticketFieldSchema],
  [/^tickets\/search/, 'search page', schemas.ticketSearchPageSchema],
  [/^tickets\/stats/, 'ticket stats', schemas.ticketStatsSchema],
  [/^tickets\/(?!bulk|.*summary)/, 'ticket', schemas.ticketSchema],
  [/^time_entries\//, 'time entry', schemas.timeEntrySchema],
];

/** Recorded errors stand in an envelope with their status; a null body stands for no body. */
const envelope = z.object({ status: z.int(), body: z.unknown() });

function payloadOf(name: string): unknown {
  const content: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  return name.startsWith('errors/') ? envelope.parse(content).body : content;
}

function check(name: string): 'parsed' | 'failed' | 'other' {
  const [, object, schema] = objects.find(([pattern]) => pattern.test(name)) ?? [];
  if (object === undefined || schema === undefined) {
    console.log(`other   ${name}: shows no object that Steward reads`);
    return 'other';
  }
  let payload: unknown;
  try {
    payload = payloadOf(name);
  } catch (error) {
    console.log(`FAILED  ${name}: ${error instanceof Error ? error.message : 'cannot be read'}`);
    return 'failed';
  }
  if (payload === null) {
    console.log(`other   ${name}: an answer without body`);
    return 'other';
  }
  const items: readonly unknown[] = Array.isArray(payload) ? payload : [payload];
  const issues = items.flatMap((item, index) => {
    const result = schema.safeParse(item);
    return result.success
      ? []
      : result.error.issues.map(
          (issue) => `        [${index}] ${issue.path.join('.') || '(root)'}: ${issue.message}`,
        );
  });
  const count = `${items.length} × ${object}`;
  console.log(`${issues.length === 0 ? 'parsed ' : 'FAILED '} ${name}: ${count}`);
  for (const line of issues) console.log(line);
  return issues.length === 0 ? 'parsed' : 'failed';
}

if (process.argv[2] !== undefined && existsSync(folder)) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((name) => name !== 'index.json')
    .sort();
  const outcomes = names.map(check);
  const parsed = outcomes.filter((outcome) => outcome === 'parsed').length;
  const failed = outcomes.filter((outcome) => outcome === 'failed').length;
  console.log(`${parsed} of ${parsed + failed} files parsed`);
  process.exitCode = failed > 0 ? 1 : 0;
} else {
  console.error('Name the folder that holds the recorded answers: npm run recorded -- FOLDER');
  process.exitCode = 2;
}
